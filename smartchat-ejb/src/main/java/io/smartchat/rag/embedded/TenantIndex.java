package io.smartchat.rag.embedded;

import io.smartchat.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The files of one tenant's index: a copy, in Lucene's form, of what the database holds. It is brought up to date by the
 * database's log of changes, or made anew if it can't be read or the log does not reach back to it. Not thread-safe.
 */
final class TenantIndex {

    private static final System.Logger LOG = System.getLogger(TenantIndex.class.getName());

    private final TenantId tenant;
    private final Path path;
    private final IndexedPassages passages;
    private final CommitData commitData;
    private @Nullable Directory directory;
    private @Nullable Snapshot snapshot;

    TenantIndex(TenantId tenant, Path path, IndexedPassages passages, CommitData commitData) {
        this.tenant = tenant;
        this.path = path;
        this.passages = passages;
        this.commitData = commitData;
    }

    /** The index's state after the database's last change; empty if the tenant never had a passage. */
    Optional<Snapshot> catchUp() throws IOException {
        Optional<Change> latest = passages.latestChange(tenant);
        if (latest.isEmpty()) {
            delete();
            return Optional.empty();
        }
        if (snapshot == null) {
            open();
        }
        Change applied = snapshot == null ? null : snapshot.applied();
        if (latest.get().equals(applied)) {
            return Optional.of(snapshot);
        }
        if (applied != null && passages.knows(tenant, applied)) {
            update(applied, latest.get());
        } else {
            rebuild(latest.get());
        }
        return Optional.of(snapshot);
    }

    void delete() throws IOException {
        close();
        if (Files.exists(path)) {
            IOUtils.rm(path);
        }
    }

    void close() throws IOException {
        if (snapshot != null) {
            snapshot.release();
            snapshot = null;
        }
        IOUtils.close(directory);
        directory = null;
    }

    private void open() throws IOException {
        if (Files.exists(path)) {
            try {
                directory = FSDirectory.open(path);
                snapshot =
                        Snapshot.of(DirectoryReader.open(directory), commitData).orElse(null);
            } catch (IOException | IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "The search index in " + path + " can't be read", e);
                close();
            }
        }
    }

    private void rebuild(Change latest) throws IOException {
        delete();
        LOG.log(System.Logger.Level.DEBUG, "Building the search index in {0}", path);
        directory = FSDirectory.open(path);
        write(OpenMode.CREATE, latest, writer -> passages.forEach(tenant, passage -> add(writer, passage)));
        snapshot = Snapshot.of(DirectoryReader.open(directory), commitData).orElseThrow();
    }

    private void update(Change applied, Change latest) throws IOException {
        write(
                OpenMode.APPEND,
                latest,
                writer -> passages.sourcesChangedAfter(tenant, applied).forEach(source -> {
                    remove(writer, source);
                    passages.forEachOf(tenant, source, passage -> add(writer, passage));
                }));
        Snapshot before = snapshot;
        DirectoryReader newer = DirectoryReader.openIfChanged(before.reader());
        if (newer != null) {
            snapshot = Snapshot.of(newer, commitData).orElseThrow();
            before.release();
        }
    }

    /** Closing the writer commits; a kill before that leaves the last commit as it was. */
    private void write(OpenMode mode, Change latest, Consumer<IndexWriter> changes) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig().setOpenMode(mode).setSimilarity(LiveSearcher.SIMILARITY);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            changes.accept(writer);
            writer.setLiveCommitData(commitData.of(latest).entrySet());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(IndexWriter writer, IndexedPassage passage) {
        try {
            writer.addDocument(PassageDocument.of(passage));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(IndexWriter writer, UUID source) {
        try {
            writer.deleteDocuments(PassageDocument.ofSource(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
