package io.smartchat.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** An uploaded file and how far its reading has come. Its bytes, its job and its chunks have rows of their own. */
@Entity
@Table(name = "source")
@NullUnmarked
class Source {

    @Id
    private UUID id;

    @Column(name = "tenant_id")
    private UUID tenantId;

    private String filename;

    @Column(name = "source_type")
    private SourceType type;

    @Column(name = "size_bytes")
    private long sizeBytes;

    private String sha256;

    private SourceStatus status;

    private int progress;

    private String error;

    @Column(name = "chunk_count")
    private int chunkCount;

    @Column(name = "page_count")
    private Integer pageCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Source() {}

    Source(UUID tenantId, Upload upload, Instant now) {
        this.id = UUID.randomUUID();
        this.tenantId = tenantId;
        this.createdAt = toColumnPrecision(now);
        take(upload, now);
    }

    /** Takes new bytes; the chunks of the old ones serve until the new ones are read. */
    final void take(Upload upload, Instant now) {
        this.filename = upload.filename();
        this.type = upload.type();
        this.sizeBytes = upload.file().size();
        this.sha256 = upload.file().sha256();
        awaitReading(now);
    }

    final void awaitReading(Instant now) {
        this.status = SourceStatus.PENDING;
        this.progress = 0;
        this.error = null;
        this.updatedAt = toColumnPrecision(now);
    }

    UUID id() {
        return id;
    }

    String filename() {
        return filename;
    }

    SourceType type() {
        return type;
    }

    SourceStatus status() {
        return status;
    }

    SourceView view() {
        return new SourceView(
                id, filename, type, sizeBytes, status, progress, error, chunkCount, pageCount, createdAt, updatedAt);
    }

    /** The column keeps microseconds: what is handed out now must equal what is read later. */
    private static Instant toColumnPrecision(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
