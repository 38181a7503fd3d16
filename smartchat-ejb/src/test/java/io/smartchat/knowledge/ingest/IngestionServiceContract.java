package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.knowledge.ChunkView;
import io.smartchat.knowledge.KnowledgeDatabase;
import io.smartchat.knowledge.PassagesRemoved;
import io.smartchat.knowledge.SourceStatus;
import io.smartchat.knowledge.SourceType;
import io.smartchat.knowledge.SourceView;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same on both stores. */
abstract class IngestionServiceContract {

    private static final String SENTENCE = "The tower stands 42 metres high above the old harbour of the town. ";

    private final Ingestion ingestion;
    private final IngestionService service;
    private final TenantId tenant;

    IngestionServiceContract(KnowledgeDatabase database) {
        ingestion = new Ingestion(database);
        service = ingestion.service();
        tenant = database.addTenant();
    }

    @Test
    void processShouldMakeAnUploadReady() {
        SourceView source = upload("The tower is 42 metres high.");

        service.process(source.id());

        SourceView ready = get(source);
        assertThat(ready.status()).isEqualTo(SourceStatus.READY);
        assertThat(ready.progress()).isEqualTo(100);
        assertThat(ready.chunkCount()).isEqualTo(1);
        assertThat(ready.pageCount()).isNull();
        assertThat(ingestion.jobCount(source.id())).isZero();
        List<ChunkView> chunks = chunks(source);
        assertThat(chunks).extracting(ChunkView::text).containsExactly("The tower is 42 metres high.");
        assertThat(ingestion.stored.fired()).singleElement().satisfies(event -> {
            assertThat(event.passages().get(0).chunkId())
                    .isEqualTo(chunks.get(0).id());
            assertThat(event.passages().get(0).embedding()).containsExactly(28f, 1f);
        });
        assertThat(ingestion.knowledge.removed().fired()).isEmpty();
    }

    @Test
    void processShouldKeepThePagesOfAPdf() throws IOException {
        byte[] pdf = PdfFiles.withPages(List.of("First page."), List.of("Second page."));
        SourceView source = ingestion.knowledge.upload(tenant, "a.pdf", pdf);

        service.process(source.id());

        assertThat(get(source).pageCount()).isEqualTo(2);
        assertThat(chunks(source)).extracting(ChunkView::page).containsExactly(1, 2);
    }

    @Test
    void processShouldShowProgressWhileItEmbeds() {
        SourceView source = upload(SENTENCE.repeat(600));
        List<Integer> seen = new ArrayList<>();
        ingestion.beforeEmbedding = texts -> {
            assertThat(get(source).status()).isEqualTo(SourceStatus.PROCESSING);
            seen.add(get(source).progress());
        };

        service.process(source.id());

        assertThat(seen).hasSizeGreaterThan(1).isSorted().doesNotHaveDuplicates();
        assertThat(get(source).chunkCount()).isEqualTo(chunks(source).size());
    }

    @Test
    void processShouldFailWithTheReasonAndRetryShouldStartAnew() throws IOException {
        SourceView source =
                ingestion.knowledge.upload(tenant, "a.pdf", PdfFiles.encrypted("secret", List.of("Hidden.")));

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.FAILED);
        assertThat(get(source).error()).startsWith("The PDF is encrypted.");
        assertThat(ingestion.jobCount(source.id())).isZero();
        assertThat(ingestion.knowledge.service().retry(tenant, source.id()).error())
                .isNull();
        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.FAILED);
    }

    @Test
    void processShouldWaitAfterAPassingFaultAndThenSucceed() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            throw new IllegalStateException("model away");
        };
        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.PENDING);

        ingestion.beforeEmbedding = texts -> {};
        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.PENDING);

        ingestion.knowledge.clock().advance(Duration.ofSeconds(10));
        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
    }

    @Test
    void processShouldFailAfterFiveFaultsAndSayWhatThePersonMayKnow() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            throw new SmartChatException(ErrorCode.LLM_UNAVAILABLE, "The embedding model can't be reached.");
        };

        int tries = 0;
        while (get(source).status() == SourceStatus.PENDING) {
            service.process(source.id());
            ingestion.knowledge.clock().advance(Duration.ofMinutes(10));
            tries++;
        }

        assertThat(tries).isEqualTo(IngestionService.MAX_ATTEMPTS);
        assertThat(get(source).error()).contains("5 times").endsWith("The embedding model can't be reached.");
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class})
    void processShouldFailADocumentThatExhaustsTheMachine(Class<? extends Error> kind) throws Exception {
        Error error = kind.getDeclaredConstructor().newInstance();
        SourceView source = upload("Text.");

        ingestion
                .service(reading(() -> {
                    throw error;
                }))
                .process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.FAILED);
        assertThat(get(source).error()).endsWith(".");
        assertThat(ingestion.jobCount(source.id())).isZero();
    }

    @Test
    void processShouldLeaveASourceInAnotherWorkersHandsAlone() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            ingestion.beforeEmbedding = more -> {
                throw new AssertionError("a second worker");
            };
            ingestion.service().process(source.id());
        };

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(ingestion.stored.fired()).hasSize(1);
    }

    @Test
    void processShouldReadASourceOnceWhenManyWorkersAreAsked() throws Exception {
        SourceView source = upload(SENTENCE.repeat(100));
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                workers.add(pool.submit(() -> {
                    together.await();
                    ingestion.service().process(source.id());
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(ingestion.stored.fired()).hasSize(1);
    }

    /** What a killed process leaves behind: nothing after that point was done. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private enum Moment {
        READING,
        EMBEDDING,
        STORING
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void processShouldStartOverWhenTheServerWasKilled(Moment moment) {
        SourceView source = upload(SENTENCE.repeat(600));
        assertThatThrownBy(() -> dyingAt(moment).process(source.id())).isInstanceOf(Killed.class);
        assertThat(get(source).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(chunks(source)).isEmpty();
        revive();
        int storedBefore = ingestion.stored.fired().size();

        ingestion.service().process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.PROCESSING);
        ingestion.knowledge.clock().advance(JobTable.LEASE);
        ingestion.service().process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(ingestion.stored.fired()).hasSize(storedBefore + 1);
        assertThat(chunks(source)).hasSize(get(source).chunkCount());
        assertThat(chunks(source)).extracting(ChunkView::start).doesNotHaveDuplicates();
    }

    private IngestionService dyingAt(Moment moment) {
        Runnable die = () -> {
            throw new Killed();
        };
        switch (moment) {
            case READING -> {
                return ingestion.service(reading(die));
            }
            case EMBEDDING ->
                ingestion.beforeEmbedding = texts -> {
                    ingestion.beforeEmbedding = more -> die.run();
                };
            case STORING -> ingestion.stored.observeWith(event -> die.run());
        }
        return ingestion.service();
    }

    private void revive() {
        ingestion.beforeEmbedding = texts -> {};
        ingestion.stored.observeWith(event -> {});
    }

    @Test
    void processShouldGiveUpOnASourceThatKeepsKillingTheServer() {
        SourceView source = upload("Text.");
        for (int i = 0; i < IngestionService.MAX_STARTS; i++) {
            assertThatThrownBy(() -> dyingAt(Moment.READING).process(source.id()))
                    .isInstanceOf(Killed.class);
            ingestion.knowledge.clock().advance(JobTable.LEASE);
        }

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.FAILED);
        assertThat(get(source).error()).contains("stopped 20 times");
    }

    @Test
    void processShouldKeepNothingWhenTheIndexRefusesAndTryAgainLater() {
        SourceView source = upload("Text.");
        ingestion.stored.observeWith(event -> {
            throw new IllegalStateException("index away");
        });
        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.PENDING);
        assertThat(chunks(source)).isEmpty();

        revive();
        ingestion.knowledge.clock().advance(Duration.ofSeconds(10));
        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(chunks(source)).hasSize(1);
    }

    @Test
    void processShouldNotBringBackADeletedSource() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> ingestion.knowledge.service().delete(tenant, source.id());

        service.process(source.id());

        assertThat(ingestion.database.count("select count(*) from source")).isZero();
        assertThat(ingestion.database.count("select count(*) from chunk")).isZero();
        assertThat(ingestion.stored.fired()).isEmpty();
    }

    @Test
    void processShouldNotStoreTheOldTextOfAReplacedSource() {
        SourceView source = upload("Old text.");
        ingestion.beforeEmbedding = texts -> {
            ingestion.beforeEmbedding = more -> {};
            replace(source, "New text.");
        };

        service.process(source.id());
        assertThat(get(source).status()).isEqualTo(SourceStatus.PENDING);
        service.process(source.id());

        assertThat(chunks(source)).extracting(ChunkView::text).containsExactly("New text.");
        assertThat(ingestion.stored.fired()).hasSize(1);
    }

    @Test
    void processShouldLetTheOldPassagesServeUntilTheNewOnesAreThere() {
        SourceView source = upload("Old text.");
        service.process(source.id());
        replace(source, "New text.");
        ingestion.beforeEmbedding =
                texts -> assertThat(chunks(source)).extracting(ChunkView::text).containsExactly("Old text.");

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(chunks(source)).extracting(ChunkView::text).containsExactly("New text.");
        assertThat(ingestion.knowledge.removed().fired()).containsExactly(new PassagesRemoved(tenant, source.id()));
    }

    @Test
    void processShouldStoreOnceWhenALeaseRanOutAndAnotherTookOver() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            ingestion.beforeEmbedding = more -> {};
            ingestion.knowledge.clock().advance(JobTable.LEASE);
            ingestion.service().process(source.id());
        };

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
        assertThat(ingestion.stored.fired()).hasSize(1);
        assertThat(chunks(source)).hasSize(1);
    }

    @Test
    void processShouldGiveWayToAWorkerThatIsStillAtIt() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            ingestion.knowledge.clock().advance(JobTable.LEASE);
            assertThat(ingestion.store.claim(source.id(), "another-process/1")).isPresent();
        };

        service.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ingestion.jobCount(source.id())).isOne();
        assertThat(ingestion.stored.fired()).isEmpty();
        assertThat(chunks(source)).isEmpty();
    }

    @Test
    void processShouldHoldItsLeaseThroughALongReading() {
        SourceView source = upload("Text.");
        IngestionService slow = ingestion.service(new DocumentReader(List.of(extractor(budget -> {
            for (int seconds = 0; seconds < 240; seconds += 15) {
                ingestion.knowledge.clock().advance(Duration.ofSeconds(15));
                budget.checkTime();
                assertThat(ingestion.jobs.due(10)).isEmpty();
            }
        }))));

        slow.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
    }

    @Test
    void processShouldHoldItsLeaseByTheServersSignOfLifeWhereAPageTakesLong() {
        SourceView source = upload("Text.");
        IngestionService slow = ingestion.service(reading(this::fourSilentMinutes));

        slow.process(source.id());

        assertThat(get(source).status()).isEqualTo(SourceStatus.READY);
    }

    @Test
    void aSignOfLifeShouldHoldNoLeaseThatWasLostOrIsOver() {
        SourceView source = upload("Text.");
        ingestion.beforeEmbedding = texts -> {
            ingestion.knowledge.clock().advance(JobTable.LEASE);
            assertThat(ingestion.store.claim(source.id(), "another-process/1")).isPresent();
            ingestion.atWork.giveSign();
        };
        service.process(source.id());
        ingestion.knowledge.clock().advance(JobTable.LEASE);
        ingestion.atWork.giveSign();

        assertThat(ingestion.jobs.due(10)).containsExactly(source.id());
    }

    private void fourSilentMinutes() {
        for (int seconds = 0; seconds < 240; seconds += 10) {
            ingestion.knowledge.clock().advance(Duration.ofSeconds(10));
            ingestion.atWork.giveSign();
            assertThat(ingestion.jobs.due(10)).isEmpty();
        }
    }

    private interface Reading {
        void with(ExtractionBudget budget);
    }

    private static DocumentReader reading(Runnable work) {
        return new DocumentReader(List.of(extractor(budget -> work.run())));
    }

    private static TextExtractor extractor(Reading reading) {
        return new TextExtractor() {
            @Override
            public SourceType type() {
                return SourceType.TXT;
            }

            @Override
            public ExtractedDocument extract(Path file, ExtractionBudget budget) {
                reading.with(budget);
                return new PlainTextExtractor().extract(file, budget);
            }
        };
    }

    private SourceView upload(String text) {
        return ingestion.knowledge.upload(tenant, "a.txt", text);
    }

    private void replace(SourceView source, String text) {
        ingestion
                .knowledge
                .service()
                .replace(tenant, source.id(), "b.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private SourceView get(SourceView source) {
        return ingestion.knowledge.service().get(tenant, source.id());
    }

    private List<ChunkView> chunks(SourceView source) {
        return ingestion.knowledge.service().chunks(tenant, source.id(), 200, 0);
    }
}
