package io.smartchat.chat;

import io.smartchat.platform.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "turn_evidence")
class StoredEvidence {

    @Id
    @Column(name = "answer_id")
    private UUID answerId;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String content;

    protected StoredEvidence() {}

    StoredEvidence(Message answer, Evidence evidence) {
        this.answerId = answer.id();
        this.tenantId = answer.tenantId();
        this.content = Json.write(evidence);
    }

    void replace(Evidence evidence) {
        content = Json.write(evidence);
    }

    Evidence evidence() {
        return Json.read(content, Evidence.class);
    }
}
