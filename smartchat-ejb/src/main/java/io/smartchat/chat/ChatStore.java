package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a turn writes: each call a short transaction, or part of one that several turns share. */
@ApplicationScoped
@Transactional
class ChatStore {

    private static final int REMEMBERED_MESSAGES = 20;

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    private final Clock clock;

    @Inject
    ChatStore(Clock clock) {
        this.clock = clock;
    }

    protected ChatStore() {
        this(Clock.systemUTC());
    }

    /** Stores the question and an empty answer; nothing is asked of a model before this is committed. */
    BegunTurn begin(Question question) {
        Instant now = clock.instant();
        Conversation conversation = bySession(question.sessionId()).orElseGet(() -> newConversation(question, now));
        requireOwner(conversation, question.tenant(), question.visitor());
        Optional<BegunTurn> repeated = repeated(conversation, question);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        List<ChatMessageView> memory = recent(conversation.id());
        conversation.describe(question.visitor());
        Message asked = Message.question(conversation, question.text(), question.clientMessageId(), now);
        Message answer = Message.answerTo(asked, conversation, now);
        entities.persist(asked);
        entities.persist(answer);
        return new BegunTurn(asked.id(), answer.id(), asked.content(), false, memory);
    }

    /** The turn a question began when it came first; empty for a new one and for somebody else's session. */
    Optional<BegunTurn> repeated(Question question) {
        if (question.clientMessageId() == null) {
            return Optional.empty();
        }
        return bySession(question.sessionId())
                .filter(conversation -> conversation.belongsTo(question.tenant(), question.visitor()))
                .flatMap(conversation -> repeated(conversation, question));
    }

    /** Puts a fresh, empty answer in the place of the conversation's last one. */
    BegunTurn beginAgain(TenantId tenant, String sessionId, Visitor visitor, UUID answerId) {
        Conversation conversation = bySession(sessionId).orElseThrow(ChatStore::noSuchAnswer);
        requireOwner(conversation, tenant, visitor);
        Message old = entities.find(Message.class, answerId);
        if (old == null
                || !old.conversationId().equals(conversation.id())
                || old.replyTo() == null
                || old.status() == MessageStatus.STREAMING
                || old.status() == MessageStatus.REPLACED) {
            throw noSuchAnswer();
        }
        Message question = entities.find(Message.class, old.replyTo());
        List<ChatMessageView> memory = recent(conversation.id()).stream()
                .takeWhile(message -> !message.id().equals(question.id()))
                .toList();
        old.replace();
        Message answer = Message.answerTo(question, conversation, clock.instant());
        entities.persist(answer);
        return new BegunTurn(question.id(), answer.id(), question.content(), false, memory);
    }

    /** Saves unfinished answers as they stand, in one transaction: a commit costs more than what is written. */
    void grow(Map<UUID, AnswerSoFar> answers) {
        Query update = entities.createQuery("update Message m set m.content = :text, m.chunkEnds = :ends,"
                        + " m.updatedAt = :now where m.id = :id and m.status = :streaming")
                .setParameter("now", clock.instant())
                .setParameter("streaming", MessageStatus.STREAMING);
        answers.forEach((id, answer) -> update.setParameter("id", id)
                .setParameter("text", answer.text())
                .setParameter("ends", answer.encodedEnds())
                .executeUpdate());
    }

    void finish(
            UUID answerId,
            AnswerSoFar answer,
            MessageStatus status,
            List<SourceItem> cited,
            Usage usage,
            Evidence evidence) {
        find(answerId).ifPresent(message -> {
            message.finish(answer, status, cited, usage, clock.instant());
            keep(message, evidence);
        });
    }

    void fail(UUID answerId, AnswerSoFar answer, ErrorCode code, Evidence evidence) {
        find(answerId).ifPresent(message -> {
            message.fail(answer, code.code(), clock.instant());
            keep(message, evidence);
        });
    }

    Optional<StoredAnswer> answer(TenantId tenant, String sessionId, Visitor visitor, UUID answerId) {
        return bySession(sessionId)
                .filter(conversation -> conversation.belongsTo(tenant, visitor))
                .flatMap(conversation -> find(answerId)
                        .filter(message -> message.role() == Role.ASSISTANT)
                        .filter(message -> message.conversationId().equals(conversation.id())))
                .map(Message::stored);
    }

    boolean owns(TenantId tenant, String sessionId, Visitor visitor) {
        return bySession(sessionId)
                .filter(conversation -> conversation.belongsTo(tenant, visitor))
                .isPresent();
    }

    /** Says that these answers are still being written, though no word may have come for a while. */
    void keepAlive(Set<UUID> answerIds) {
        entities.createQuery("update Message m set m.updatedAt = :now where m.id in :ids and m.status = :streaming")
                .setParameter("now", clock.instant())
                .setParameter("ids", answerIds)
                .setParameter("streaming", MessageStatus.STREAMING)
                .executeUpdate();
    }

    /** Answers no server works on any more, since the one that did was stopped. */
    int interruptStreaming(Instant untouchedSince) {
        return entities.createQuery("update Message m set m.status = :interrupted, m.errorCode = :code"
                        + " where m.status = :streaming and m.updatedAt < :since")
                .setParameter("interrupted", MessageStatus.INTERRUPTED)
                .setParameter("code", ErrorCode.INTERRUPTED.code())
                .setParameter("streaming", MessageStatus.STREAMING)
                .setParameter("since", untouchedSince)
                .executeUpdate();
    }

    /** The same for an answer that never was and for somebody else's. */
    static SmartChatException noSuchAnswer() {
        return new SmartChatException(
                ErrorCode.INTERRUPTED, "This answer is not there any more. Please ask your question again.");
    }

    private Optional<BegunTurn> repeated(Conversation conversation, Question question) {
        return Optional.ofNullable(question.clientMessageId())
                .flatMap(id -> byClientId(conversation, id))
                .map(known -> {
                    Message answer = answerTo(known).orElseThrow(ChatStore::noSuchAnswer);
                    return new BegunTurn(known.id(), answer.id(), known.content(), true, List.of());
                });
    }

    private Conversation newConversation(Question question, Instant now) {
        Conversation conversation = new Conversation(question.tenant(), question.sessionId(), question.visitor(), now);
        entities.persist(conversation);
        entities.flush();
        return conversation;
    }

    private static void requireOwner(Conversation conversation, TenantId tenant, Visitor visitor) {
        if (!conversation.belongsTo(tenant, visitor)) {
            throw new SmartChatException(
                    ErrorCode.SESSION_TAKEN, "This chat belongs to someone else. Please start a new one.");
        }
    }

    private void keep(Message answer, Evidence evidence) {
        StoredEvidence known = entities.find(StoredEvidence.class, answer.id());
        if (known == null) {
            entities.persist(new StoredEvidence(answer, evidence));
        } else {
            known.replace(evidence);
        }
    }

    private Optional<Message> find(UUID id) {
        return Optional.ofNullable(entities.find(Message.class, id));
    }

    private Optional<Conversation> bySession(String sessionId) {
        return entities.createQuery("select c from Conversation c where c.sessionId = :session", Conversation.class)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst();
    }

    private Optional<Message> byClientId(Conversation conversation, String clientMessageId) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.clientMessageId = :id",
                        Message.class)
                .setParameter("conversation", conversation.id())
                .setParameter("id", clientMessageId)
                .getResultStream()
                .findFirst();
    }

    private Optional<Message> answerTo(Message question) {
        return entities.createQuery(
                        "select m from Message m where m.replyTo = :question order by m.ordinal desc", Message.class)
                .setParameter("question", question.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<ChatMessageView> recent(UUID conversationId) {
        List<ChatMessageView> newestFirst = entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.status <> :replaced"
                                + " order by m.ordinal desc",
                        Message.class)
                .setParameter("conversation", conversationId)
                .setParameter("replaced", MessageStatus.REPLACED)
                .setMaxResults(REMEMBERED_MESSAGES)
                .getResultStream()
                .map(Message::view)
                .toList();
        List<ChatMessageView> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }
}
