package io.smartchat.rag;

import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.llm.Embeddings;
import io.smartchat.rag.embedded.EmbeddedPassageIndex;
import io.smartchat.rag.pgvector.PgvectorPassageIndex;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The database in use decides how passages are indexed. */
@ApplicationScoped
public class PassageIndexChoice {

    @Resource(lookup = "jdbc/smartchat")
    private DataSource dataSource;

    @Inject
    @ConfigProperty(name = "SMARTCHAT_DATA_DIR", defaultValue = "./data")
    private String dataDirectory;

    @Produces
    @ApplicationScoped
    PassageIndex passageIndex(Embeddings embeddings) {
        EmbeddingProfile profile = embeddings.profile();
        String product = new Jdbc(dataSource).call(c -> c.getMetaData().getDatabaseProductName());
        return product.toLowerCase(Locale.ROOT).contains("postgresql")
                ? new PgvectorPassageIndex(dataSource, profile)
                : new EmbeddedPassageIndex(dataSource, Path.of(dataDirectory, "index"), profile);
    }

    void close(@Disposes PassageIndex index) {
        index.close();
    }
}
