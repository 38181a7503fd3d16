package io.smartchat.knowledge.ingest;

import io.smartchat.knowledge.Knowledge;
import io.smartchat.knowledge.KnowledgeDatabase;
import io.smartchat.knowledge.PassagesStored;
import io.smartchat.knowledge.RecordedEvents;
import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.llm.Embeddings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Upload and ingestion wired as the container does it, with a small deterministic embedding. */
final class Ingestion {

    final KnowledgeDatabase database;
    final Knowledge knowledge;
    final RecordedEvents<PassagesStored> stored = new RecordedEvents<>();
    final JobTable jobs;
    final IngestionStore store;
    final ClaimsAtWork atWork;
    final ExtractionLimits limits = new ExtractionLimits(2000, 10_000_000, Duration.ofMinutes(5));
    Consumer<List<String>> beforeEmbedding = texts -> {};

    Ingestion(KnowledgeDatabase database) {
        this.database = database;
        IngestionDatabase ingestionDatabase = new IngestionDatabase(database.dataSource());
        Knowledge[] self = new Knowledge[1];
        knowledge = new Knowledge(
                database,
                (connection, tenant, id) ->
                        JobTable.add(connection, tenant, id, self[0].clock().instant()));
        self[0] = knowledge;
        jobs = new JobTable(ingestionDatabase, knowledge.clock());
        atWork = new ClaimsAtWork(jobs, database.transactions());
        store = new IngestionStore(
                ingestionDatabase, jobs, database.transactions(), knowledge.removed(), stored, knowledge.clock());
    }

    IngestionService service() {
        return service(new DocumentReader());
    }

    IngestionService service(DocumentReader reader) {
        return new IngestionService(
                store, atWork, reader, embeddings(), limits, new ServerProcess(), knowledge.clock());
    }

    private Embeddings embeddings() {
        return new Embeddings() {
            @Override
            public EmbeddingProfile profile() {
                return new EmbeddingProfile(1, 2, 0, 0.4, false);
            }

            @Override
            public float[] embed(String text) {
                return new float[] {text.length(), 1};
            }

            @Override
            public List<float[]> embedAll(List<String> texts) {
                beforeEmbedding.accept(texts);
                return texts.stream().map(this::embed).toList();
            }
        };
    }

    long jobCount(UUID sourceId) {
        return database.count("select count(*) from ingestion_job where source_id = ?", sourceId);
    }
}
