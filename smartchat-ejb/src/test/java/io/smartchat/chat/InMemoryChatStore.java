package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Rows in maps. Each session is one visitor's. */
class InMemoryChatStore extends ChatStore {

    record Row(BegunTurn turn, StoredAnswer answer) {}

    private final Map<UUID, Row> answers = new ConcurrentHashMap<>();
    private final Map<UUID, Evidence> evidence = new ConcurrentHashMap<>();
    private final List<ChatMessageView> said = new CopyOnWriteArrayList<>();

    InMemoryChatStore() {
        super(Clock.systemUTC());
    }

    @Override
    BegunTurn begin(Question question) {
        BegunTurn begun =
                new BegunTurn(UUID.randomUUID(), UUID.randomUUID(), question.text(), false, new ArrayList<>(said));
        put(begun, new AnswerSoFar("", List.of()), MessageStatus.STREAMING, List.of(), Usage.NONE, null);
        said.add(view(Role.USER, question.text()));
        return begun;
    }

    @Override
    void grow(Map<UUID, AnswerSoFar> grown) {
        grown.forEach((id, answer) ->
                put(answers.get(id).turn(), answer, MessageStatus.STREAMING, List.of(), Usage.NONE, null));
    }

    @Override
    void finish(
            UUID answerId,
            AnswerSoFar answer,
            MessageStatus status,
            List<SourceItem> cited,
            Usage usage,
            Evidence known) {
        put(answers.get(answerId).turn(), answer, status, cited, usage, null);
        evidence.put(answerId, known);
        said.add(view(Role.ASSISTANT, answer.text()));
    }

    @Override
    void fail(UUID answerId, AnswerSoFar answer, ErrorCode code, Evidence known) {
        put(answers.get(answerId).turn(), answer, MessageStatus.FAILED, List.of(), Usage.NONE, code.code());
        evidence.put(answerId, known);
    }

    @Override
    Optional<StoredAnswer> answer(TenantId tenant, String sessionId, Visitor visitor, UUID answerId) {
        return Optional.ofNullable(answers.get(answerId)).map(Row::answer);
    }

    @Override
    boolean owns(TenantId tenant, String sessionId, Visitor visitor) {
        return true;
    }

    StoredAnswer stored(UUID answerId) {
        return answers.get(answerId).answer();
    }

    Evidence evidence(UUID answerId) {
        return evidence.get(answerId);
    }

    private void put(
            BegunTurn begun,
            AnswerSoFar answer,
            MessageStatus status,
            List<SourceItem> cited,
            Usage usage,
            @Nullable String code) {
        answers.put(
                begun.answerId(),
                new Row(
                        begun,
                        new StoredAnswer(begun.answerId(), begun.questionId(), answer, status, cited, usage, code)));
    }

    private static ChatMessageView view(Role role, String text) {
        return new ChatMessageView(
                UUID.randomUUID(), role, text, List.of(), Instant.EPOCH, null, MessageStatus.COMPLETE);
    }
}
