package io.smartchat.rag.embedded;

import io.smartchat.knowledge.StoredPassage;
import io.smartchat.llm.EmbeddingProfile;
import io.smartchat.rag.Candidates;
import io.smartchat.rag.PassageIndex;
import io.smartchat.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.lucene.util.IOUtils;

/**
 * Passages in the embedded database, found through one Lucene index per tenant. A change is written to the database alone;
 * the index, which is derived from it, takes it over before the tenant's next search.
 */
public final class EmbeddedPassageIndex implements PassageIndex {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PassageLog log;
    private final IndexedPassages passages;
    private final Path root;
    private final CommitData commitData;
    private final Duration patience;
    private final Map<TenantId, TenantSearch> searches = new ConcurrentHashMap<>();

    /** @param root directory that holds the tenants' indexes and nothing else */
    public EmbeddedPassageIndex(DataSource dataSource, Path root, EmbeddingProfile profile) {
        this(dataSource, root, profile, PATIENCE);
    }

    EmbeddedPassageIndex(DataSource dataSource, Path root, EmbeddingProfile profile, Duration patience) {
        this.log = new PassageLog(dataSource, profile);
        this.passages = new IndexedPassages(dataSource, profile);
        this.root = root;
        this.commitData = new CommitData(profile);
        this.patience = patience;
    }

    @Override
    public void add(TenantId tenant, UUID sourceId, List<StoredPassage> added) {
        if (!added.isEmpty()) {
            log.add(tenant, sourceId, added);
        }
    }

    @Override
    public void remove(TenantId tenant, UUID sourceId) {
        log.remove(tenant, sourceId);
    }

    @Override
    public void removeTenant(TenantId tenant) {
        log.removeTenant(tenant);
        // Before the transaction ends, as an index without its tenant is worse than one to be made anew after a
        // rollback.
        search(tenant).delete();
    }

    @Override
    public Candidates search(TenantId tenant, List<String> terms, float[] vector, int limit) {
        return search(tenant).search(terms, vector, limit);
    }

    @Override
    public void prepare(TenantId tenant) {
        search(tenant).catchUp();
    }

    @Override
    public void prepareAll() {
        List<TenantId> tenants = passages.tenants();
        deleteAllBut(tenants);
        tenants.forEach(this::prepare);
    }

    @Override
    public void close() {
        searches.values().forEach(TenantSearch::close);
    }

    private TenantSearch search(TenantId tenant) {
        return searches.computeIfAbsent(
                tenant,
                id -> new TenantSearch(
                        new TenantIndex(id, root.resolve(id.toString()), passages, commitData), patience));
    }

    private void deleteAllBut(List<TenantId> tenants) {
        if (!Files.isDirectory(root)) {
            return;
        }
        Set<String> kept = tenants.stream().map(TenantId::toString).collect(Collectors.toSet());
        try (Stream<Path> directories = Files.list(root)) {
            for (Path directory : directories.toList()) {
                if (!kept.contains(directory.getFileName().toString())) {
                    IOUtils.rm(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
