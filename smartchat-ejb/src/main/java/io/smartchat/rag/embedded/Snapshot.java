package io.smartchat.rag.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;

/**
 * One state of a tenant's index, open for searches until the last of them releases it.
 *
 * @param applied the last change of the database it has taken over
 */
record Snapshot(LiveStatistics statistics, Change applied) {

    /** Empty if the index was made by another version of this code or its making was cut short. */
    static Optional<Snapshot> of(DirectoryReader reader, CommitData format) throws IOException {
        Optional<Change> applied = format.change(reader.getIndexCommit().getUserData());
        if (applied.isEmpty()) {
            reader.close();
            return Optional.empty();
        }
        return Optional.of(new Snapshot(LiveStatistics.of(reader), applied.get()));
    }

    DirectoryReader reader() {
        return statistics.reader();
    }

    boolean acquire() {
        return reader().tryIncRef();
    }

    void release() {
        try {
            reader().decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
