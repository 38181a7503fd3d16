package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.knowledge.ChunkView;
import io.smartchat.knowledge.SourceStatus;
import io.smartchat.knowledge.SourceView;
import io.smartchat.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IngestionServiceTest {

    private final Ingestion ingestion = new Ingestion();
    private final TenantId tenant = ingestion.database.addTenant();

    @AfterEach
    void close() {
        ingestion.close();
    }

    @Test
    void processShouldMakeAnUploadReady() {
        SourceView source = ingestion.knowledge.upload(tenant, "a.txt", "The tower is 42 metres high.");

        ingestion.service().process(source.id());

        SourceView ready = get(source);
        assertThat(ready.status()).isEqualTo(SourceStatus.READY);
        assertThat(ready.progress()).isEqualTo(100);
        assertThat(ready.chunkCount()).isEqualTo(1);
        assertThat(ingestion.jobCount(source.id())).isZero();
        List<ChunkView> chunks = ingestion.knowledge.service().chunks(tenant, source.id(), 10, 0);
        assertThat(chunks).extracting(ChunkView::text).containsExactly("The tower is 42 metres high.");
        assertThat(ingestion.stored.fired()).singleElement().satisfies(event -> {
            assertThat(event.passages().get(0).chunkId())
                    .isEqualTo(chunks.get(0).id());
            assertThat(event.passages().get(0).embedding()).containsExactly(28f, 1f);
        });
    }

    private SourceView get(SourceView source) {
        return ingestion.knowledge.service().get(tenant, source.id());
    }
}
