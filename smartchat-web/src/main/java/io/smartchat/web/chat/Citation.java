package io.smartchat.web.chat;

import io.smartchat.chat.SourceItem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passage an answer cites as {@code [n]}, on the wire. */
public record Citation(
        int n, UUID sourceId, String filename, @Nullable Integer page, String snippet, double score) {

    static List<Citation> from(List<SourceItem> items) {
        return items.stream()
                .map(i -> new Citation(i.n(), i.sourceId(), i.filename(), i.page(), i.snippet(), i.score()))
                .toList();
    }
}
