package io.smartchat.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The same on both stores. */
abstract class SourceServiceContract {

    private final KnowledgeDatabase database;
    private final Knowledge knowledge;
    private final SourceService service;
    private final TenantId tenant;
    private final TenantId stranger;

    SourceServiceContract(KnowledgeDatabase database) {
        this.database = database;
        knowledge = new Knowledge(database, (connection, owner, id) -> {
            try (PreparedStatement old = connection.prepareStatement("delete from ingestion_job where source_id = ?");
                    PreparedStatement fresh = connection.prepareStatement("insert into ingestion_job"
                            + " (source_id, tenant_id, starts, attempts, due_at) values (?, ?, 0, 0, now())")) {
                old.setObject(1, id);
                old.executeUpdate();
                fresh.setObject(1, id);
                fresh.setObject(2, owner.value());
                fresh.executeUpdate();
            }
        });
        service = knowledge.service();
        tenant = database.addTenant();
        stranger = database.addTenant();
    }

    @Test
    void uploadShouldStoreFileAndJobAndAskForAReading() throws IOException {
        SourceView source = knowledge.upload(tenant, "notes.txt", "Hello.");

        assertThat(source.status()).isEqualTo(SourceStatus.PENDING);
        assertThat(source.sizeBytes()).isEqualTo(6);
        assertThat(source.sourceType()).isEqualTo(SourceType.TXT);
        assertThat(knowledge.announced()).containsExactly(source.id());
        assertThat(database.count("select count(*) from ingestion_job where source_id = ?", source.id()))
                .isOne();
        assertThat(service.get(tenant, source.id())).isEqualTo(source);
        StoredFile file = service.content(tenant, source.id());
        try (InputStream content = file.content()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("Hello.");
        }
        assertThat(file.filename()).isEqualTo("notes.txt");
    }

    @Test
    void uploadShouldRefuseAnEmptyFile() {
        assertRefused(() -> knowledge.upload(tenant, "empty.pdf", new byte[0]), ErrorCode.VALIDATION, "empty");
        assertThat(service.list(tenant, 10, null).sources()).isEmpty();
    }

    @Test
    void uploadShouldRefuseWhatIsTooLarge() {
        assertRefused(
                () -> knowledge.upload(tenant, "large.txt", "x".repeat(1024 * 1024 + 1)), ErrorCode.TOO_LARGE, "1 MiB");
        assertThat(knowledge.upload(tenant, "fits.txt", "x".repeat(1024 * 1024)).sizeBytes())
                .isEqualTo(1024 * 1024);
    }

    @Test
    void uploadShouldNameTheFirstFileWithTheSameBytes() {
        knowledge.upload(tenant, "first.txt", "Same.");

        assertRefused(() -> knowledge.upload(tenant, "second.txt", "Same."), ErrorCode.CONFLICT, "first.txt");
        assertThat(knowledge.upload(stranger, "theirs.txt", "Same.").filename()).isEqualTo("theirs.txt");
    }

    @Test
    void uploadShouldStoreTheSameBytesOnceWhenManyComeAtOnce() throws Exception {
        int uploads = 8;
        CyclicBarrier together = new CyclicBarrier(uploads);
        ExecutorService pool = Executors.newFixedThreadPool(uploads);
        try {
            List<Callable<SourceView>> calls = new ArrayList<>();
            for (int i = 0; i < uploads; i++) {
                String name = "copy-" + i + ".txt";
                calls.add(() -> {
                    together.await();
                    return knowledge.upload(tenant, name, "Same.");
                });
            }
            int stored = 0;
            for (Future<SourceView> future : pool.invokeAll(calls)) {
                try {
                    future.get();
                    stored++;
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    SmartChatException.class,
                                    refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFLICT));
                    assertThat(e.getCause()).hasMessageContaining("copy-");
                }
            }
            assertThat(stored).isOne();
        } finally {
            pool.shutdownNow();
        }
        assertThat(database.count("select count(*) from source_content")).isOne();
        assertThat(knowledge.announced()).hasSize(1);
    }

    @Test
    void anotherTenantShouldFindNothing() {
        UUID id = knowledge.upload(tenant, "mine.txt", "Mine.").id();

        assertThat(service.list(stranger, 10, null).sources()).isEmpty();
        assertRefused(() -> service.get(stranger, id), ErrorCode.NOT_FOUND, "document");
        assertRefused(() -> service.chunks(stranger, id, 10, 0), ErrorCode.NOT_FOUND, "document");
        assertRefused(() -> service.content(stranger, id), ErrorCode.NOT_FOUND, "document");
        assertRefused(() -> service.retry(stranger, id), ErrorCode.NOT_FOUND, "document");
        assertRefused(() -> service.delete(stranger, id), ErrorCode.NOT_FOUND, "document");
        assertRefused(() -> service.replace(stranger, id, "b.txt", bytes("B.")), ErrorCode.NOT_FOUND, "document");
        assertThat(service.get(tenant, id).filename()).isEqualTo("mine.txt");
        assertThat(knowledge.removed().fired()).isEmpty();
    }

    @Test
    void listShouldPageNewestFirst() {
        List<UUID> uploaded = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            if (i % 2 == 0) {
                knowledge.clock().advance(Duration.ofNanos(1_234_567));
            }
            uploaded.add(0, knowledge.upload(tenant, i + ".txt", "Text " + i).id());
        }

        List<UUID> listed = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            SourcePage page = service.list(tenant, 2, cursor);
            page.sources().forEach(source -> listed.add(source.id()));
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(uploaded);
        assertThat(listed.get(0)).isEqualTo(uploaded.get(0));
        assertThat(service.list(tenant, 5, null).nextCursor()).isNull();
        assertRefused(() -> service.list(tenant, 2, "not a cursor"), ErrorCode.BAD_REQUEST, "cursor");
        assertRefused(() -> service.list(tenant, 2, "YWJj"), ErrorCode.BAD_REQUEST, "cursor");
    }

    @Test
    void deleteShouldTellTheIndexAndTakeEverything() {
        UUID id = knowledge.upload(tenant, "a.txt", "A.").id();
        List<Long> chunksWhenTold = new ArrayList<>();
        database.update(
                "insert into chunk (tenant_id, source_id, ordinal, start_offset, end_offset, content)"
                        + " values (?, ?, 0, 0, 2, 'A.')",
                tenant.value(),
                id);
        knowledge
                .removed()
                .observeWith(event -> chunksWhenTold.add(
                        database.count("select count(*) from chunk where source_id = ?", event.sourceId())));

        service.delete(tenant, id);

        assertThat(knowledge.removed().fired()).containsExactly(new PassagesRemoved(tenant, id));
        assertThat(chunksWhenTold).containsExactly(1L);
        for (String table : List.of("source", "source_content", "ingestion_job", "chunk")) {
            assertThat(database.count("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertRefused(() -> service.delete(tenant, id), ErrorCode.NOT_FOUND, "document");
    }

    @Test
    void retryShouldTakeOnlyWhatFailed() {
        UUID id = knowledge.upload(tenant, "a.txt", "A.").id();
        assertRefused(() -> service.retry(tenant, id), ErrorCode.CONFLICT, "pending");
        database.update("delete from ingestion_job where source_id = ?", id);
        database.update("update source set status = 'failed', error = 'Why.' where id = ?", id);

        SourceView again = service.retry(tenant, id);

        assertThat(again.status()).isEqualTo(SourceStatus.PENDING);
        assertThat(again.error()).isNull();
        assertThat(service.get(tenant, id)).isEqualTo(again);
        assertThat(database.count("select count(*) from ingestion_job where source_id = ?", id))
                .isOne();
        assertThat(knowledge.announced()).containsExactly(id, id);
    }

    @Test
    void replaceShouldKeepTheIdAndTakeTheNewBytes() throws IOException {
        UUID id = knowledge.upload(tenant, "a.txt", "Old.").id();
        knowledge.upload(tenant, "other.txt", "Other.");

        SourceView replaced = service.replace(tenant, id, "a.csv", bytes("a,b\n1,2\n"));

        assertThat(replaced.sourceType()).isEqualTo(SourceType.CSV);
        try (InputStream content = service.content(tenant, id).content()) {
            assertThat(content.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("a,b\n1,2\n");
        }
        assertRefused(() -> service.replace(tenant, id, "c.txt", bytes("Other.")), ErrorCode.CONFLICT, "other.txt");
        assertThat(knowledge.upload(tenant, "old.txt", "Old.").filename()).isEqualTo("old.txt");
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String says) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SmartChatException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(says);
    }
}
