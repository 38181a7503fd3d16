package io.smartchat.chat;

import io.smartchat.llm.Usage;
import io.smartchat.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "message")
class Message {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "conversation_id")
    private UUID conversationId;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String content;

    @Enumerated(EnumType.STRING)
    private MessageStatus status;

    @Column(name = "client_message_id")
    private @Nullable String clientMessageId;

    @Column(name = "reply_to")
    @Convert(converter = UuidText.class)
    private @Nullable UUID replyTo;

    @Column(name = "chunk_ends")
    private String chunkEnds;

    private @Nullable String sources;

    @Column(name = "error_code")
    private @Nullable String errorCode;

    @Column(name = "prompt_tokens")
    private @Nullable Integer promptTokens;

    @Column(name = "completion_tokens")
    private @Nullable Integer completionTokens;

    private @Nullable String feedback;

    @Column(name = "feedback_comment")
    private @Nullable String feedbackComment;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Message() {}

    private Message(Conversation conversation, Role role, String content, MessageStatus status, Instant now) {
        this.id = UUID.randomUUID();
        this.tenantId = conversation.tenant().value();
        this.conversationId = conversation.id();
        this.ordinal = conversation.nextOrdinal(now);
        this.role = role;
        this.content = content;
        this.status = status;
        this.chunkEnds = "";
        this.createdAt = now;
        this.updatedAt = now;
    }

    static Message question(Conversation conversation, String content, @Nullable String clientMessageId, Instant now) {
        Message message = new Message(conversation, Role.USER, content, MessageStatus.COMPLETE, now);
        message.clientMessageId = clientMessageId;
        return message;
    }

    static Message answerTo(Message question, Conversation conversation, Instant now) {
        Message message = new Message(conversation, Role.ASSISTANT, "", MessageStatus.STREAMING, now);
        message.replyTo = question.id;
        return message;
    }

    void grow(AnswerSoFar answer, Instant now) {
        if (status == MessageStatus.STREAMING) {
            content = answer.text();
            chunkEnds = answer.encodedEnds();
            updatedAt = now;
        }
    }

    void finish(AnswerSoFar answer, MessageStatus end, List<SourceItem> cited, Usage usage, Instant now) {
        grow(answer, now);
        status = end;
        sources = cited.isEmpty() ? null : Json.write(cited);
        promptTokens = usage.promptTokens();
        completionTokens = usage.completionTokens();
    }

    void fail(AnswerSoFar answer, String code, Instant now) {
        grow(answer, now);
        status = MessageStatus.FAILED;
        errorCode = code;
    }

    void replace() {
        status = MessageStatus.REPLACED;
    }

    void rate(@Nullable String value, @Nullable String comment) {
        feedback = value;
        feedbackComment = comment;
    }

    UUID id() {
        return id;
    }

    int ordinal() {
        return ordinal;
    }

    UUID tenantId() {
        return tenantId;
    }

    UUID conversationId() {
        return conversationId;
    }

    Role role() {
        return role;
    }

    String content() {
        return content;
    }

    MessageStatus status() {
        return status;
    }

    @Nullable
    UUID replyTo() {
        return replyTo;
    }

    StoredAnswer stored() {
        return new StoredAnswer(
                id,
                replyTo,
                AnswerSoFar.decode(content, chunkEnds),
                status,
                sourceItems(),
                new Usage(promptTokens == null ? 0 : promptTokens, completionTokens == null ? 0 : completionTokens),
                errorCode);
    }

    ChatMessageView view() {
        return new ChatMessageView(id, role, content, sourceItems(), createdAt, feedback, status);
    }

    private List<SourceItem> sourceItems() {
        return sources == null ? List.of() : List.of(Json.read(sources, SourceItem[].class));
    }
}
