package io.smartchat.web.knowledge;

import io.smartchat.knowledge.SourceView;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upload.
 *
 * @param id of the source if exactly one file was sent, as are {@code filename} and {@code status}
 * @param rejected files of a larger upload that could not be taken, each with its reason
 */
@JsonbNillable(false)
public record Uploaded(
        @Nullable UUID id,
        @Nullable String filename,
        @Nullable String status,
        List<Accepted> sources,
        List<Rejected> rejected) {

    /** A file that is stored and will be read. */
    public record Accepted(UUID id, String filename, String status) {
        static Accepted from(SourceView source) {
            return new Accepted(source.id(), source.filename(), source.status().code());
        }
    }

    /** A file that was not taken. */
    public record Rejected(String filename, String code, String detail) {}

    static Uploaded of(List<Accepted> accepted, List<Rejected> rejected) {
        if (accepted.size() + rejected.size() > 1) {
            return new Uploaded(null, null, null, accepted, rejected);
        }
        Accepted only = accepted.get(0);
        return new Uploaded(only.id(), only.filename(), only.status(), accepted, rejected);
    }
}
