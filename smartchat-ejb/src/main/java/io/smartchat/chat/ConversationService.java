package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations after the fact: the visitor's history and feedback, the owner's list. */
@ApplicationScoped
@Transactional
public class ConversationService {

    private static final Set<String> RATINGS = Set.of("up", "down");
    private static final int MAX_COMMENT = 2000;

    @PersistenceContext(unitName = "smartchat")
    private EntityManager entities;

    /**
     * A visitor's latest messages; none for an unknown session and for somebody else's alike.
     *
     * @param before place of the earliest message already seen, null for none
     */
    public MessagePage history(
            TenantId tenant, String sessionId, Visitor visitor, @Nullable Integer before, int limit) {
        return entities.createQuery("select c from Conversation c where c.sessionId = :session", Conversation.class)
                .setParameter("session", sessionId)
                .getResultStream()
                .filter(conversation -> conversation.belongsTo(tenant, visitor))
                .findFirst()
                .map(conversation -> before(conversation.id(), before, limit))
                .orElse(MessagePage.EMPTY);
    }

    /**
     * An owner's view of a conversation, from its beginning.
     *
     * @param after place of the last message already seen, null for none
     */
    public MessagePage messages(TenantId tenant, UUID conversationId, @Nullable Integer after, int limit) {
        List<Message> rows = page(
                find(tenant, conversationId).id(),
                "m.ordinal > :place order by m.ordinal",
                after == null ? -1 : after,
                limit);
        return MessagePage.forwards(rows, limit);
    }

    /** Why an answer is as it is; there is no record of one that is being written, or was before records were kept. */
    public Evidence evidence(TenantId tenant, UUID conversationId, UUID answerId) {
        return entities.createQuery(
                        "select e from StoredEvidence e where e.tenantId = :tenant and e.answerId = :answer"
                                + " and e.answerId in"
                                + " (select m.id from Message m where m.conversationId = :conversation)",
                        StoredEvidence.class)
                .setParameter("tenant", tenant.value())
                .setParameter("answer", answerId)
                .setParameter("conversation", find(tenant, conversationId).id())
                .getResultStream()
                .findFirst()
                .map(StoredEvidence::evidence)
                .orElseThrow(() -> SmartChatException.notFound("record of this answer"));
    }

    /** The tenant's conversations, the latest first, without those at or after {@code before} in that order. */
    public List<ConversationView> list(
            TenantId tenant, @Nullable String text, @Nullable String userId, Instant from, Instant to, int limit) {
        String search = text == null ? "" : text.strip().toLowerCase(java.util.Locale.ROOT);
        TypedQuery<Conversation> query = entities.createQuery(
                        "select c from Conversation c where c.tenantId = :tenant"
                                + " and c.lastMessageAt >= :from and c.lastMessageAt < :to"
                                + (userId == null ? "" : " and c.userId = :user")
                                + (search.isEmpty()
                                        ? ""
                                        : " and (lower(c.userName) like :text escape '!' or lower(c.userEmail) like :text escape '!'"
                                                + " or c.id in (select m.conversationId from Message m"
                                                + " where m.tenantId = :tenant and lower(m.content) like :text escape '!'))")
                                + " order by c.lastMessageAt desc, c.id",
                        Conversation.class)
                .setParameter("tenant", tenant.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(limit);
        if (userId != null) {
            query.setParameter("user", userId);
        }
        if (!search.isEmpty()) {
            query.setParameter(
                    "text", "%" + search.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        return query.getResultStream()
                .map(conversation -> conversation.view(lastFeedback(conversation.id())))
                .toList();
    }

    public void delete(TenantId tenant, UUID conversationId) {
        entities.remove(find(tenant, conversationId));
    }

    /** @param value {@code up}, {@code down}, or null to take it back */
    public void rate(TenantId tenant, UUID messageId, @Nullable String value, @Nullable String comment) {
        if (value != null && !RATINGS.contains(value)) {
            throw SmartChatException.invalid("value", "Rate with up or down, or null to take it back.");
        }
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw SmartChatException.invalid("comment", "Please keep the comment under 2,000 characters.");
        }
        entities.createQuery(
                        "select m from Message m where m.id = :id and m.tenantId = :tenant and m.role = :role",
                        Message.class)
                .setParameter("id", messageId)
                .setParameter("tenant", tenant.value())
                .setParameter("role", Role.ASSISTANT)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> SmartChatException.notFound("message"))
                .rate(value, comment);
    }

    private Conversation find(TenantId tenant, UUID id) {
        return Optional.ofNullable(entities.find(Conversation.class, id))
                .filter(conversation -> conversation.tenant().equals(tenant))
                .orElseThrow(() -> SmartChatException.notFound("conversation"));
    }

    private MessagePage before(UUID conversationId, @Nullable Integer before, int limit) {
        int place = before == null ? Integer.MAX_VALUE : before;
        return MessagePage.backwards(
                page(conversationId, "m.ordinal < :place order by m.ordinal desc", place, limit), limit);
    }

    private List<Message> page(UUID conversationId, String place, int ordinal, int limit) {
        return entities.createQuery(
                        "select m from Message m where m.conversationId = :conversation and m.status <> :replaced and "
                                + place,
                        Message.class)
                .setParameter("conversation", conversationId)
                .setParameter("replaced", MessageStatus.REPLACED)
                .setParameter("place", ordinal)
                .setMaxResults(limit + 1)
                .getResultList();
    }

    private @Nullable String lastFeedback(UUID conversationId) {
        return entities.createQuery(
                        "select m.feedback from Message m where m.conversationId = :conversation"
                                + " and m.feedback is not null order by m.ordinal desc",
                        String.class)
                .setParameter("conversation", conversationId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
