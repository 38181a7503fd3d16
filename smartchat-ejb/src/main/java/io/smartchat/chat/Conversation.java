package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "conversation")
class Conversation {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    @Column(name = "session_id")
    private String sessionId;

    @Column(name = "user_id")
    private @Nullable String userId;

    @Column(name = "user_name")
    private @Nullable String userName;

    @Column(name = "user_email")
    private @Nullable String userEmail;

    private boolean verified;

    @Column(name = "message_count")
    private int messageCount;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "last_message_at")
    private Instant lastMessageAt;

    protected Conversation() {}

    Conversation(TenantId tenant, String sessionId, Visitor visitor, Instant now) {
        this.id = UUID.randomUUID();
        this.tenantId = tenant.value();
        this.sessionId = sessionId;
        this.verified = visitor.verified();
        this.startedAt = now;
        this.lastMessageAt = now;
        describe(visitor);
    }

    final void describe(Visitor visitor) {
        this.userId = visitor.userId() == null ? userId : visitor.userId();
        this.userName = visitor.name() == null ? userName : visitor.name();
        this.userEmail = visitor.email() == null ? userEmail : visitor.email();
    }

    boolean belongsTo(TenantId tenant, Visitor visitor) {
        return tenantId.equals(tenant.value()) && visitor.mayOpenWhatIsOf(userId, verified);
    }

    /** The place of the next message, counted from 0. */
    int nextOrdinal(Instant now) {
        lastMessageAt = now;
        return messageCount++;
    }

    UUID id() {
        return id;
    }

    TenantId tenant() {
        return new TenantId(tenantId);
    }

    ConversationView view(@Nullable String feedback) {
        return new ConversationView(
                id, sessionId, userId, userName, userEmail, verified, startedAt, lastMessageAt, messageCount, feedback);
    }
}
