package io.smartchat.chat;

import io.smartchat.llm.Excerpt;
import io.smartchat.rag.Passage;
import java.util.ArrayList;
import java.util.List;

/** Passages in the forms a turn needs, numbered alike from 1. */
final class Shown {

    private Shown() {}

    static List<Excerpt> excerpts(List<Passage> passages) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (Passage passage : passages) {
            excerpts.add(new Excerpt(
                    excerpts.size() + 1, passage.filename(), passage.page(), passage.text(), passage.score()));
        }
        return excerpts;
    }

    /** Each with its whole text in the snippet's place, from which {@link Given} takes the part that matters. */
    static List<SourceItem> items(List<Passage> passages) {
        List<SourceItem> items = new ArrayList<>();
        for (Passage passage : passages) {
            items.add(new SourceItem(
                    items.size() + 1,
                    passage.sourceId(),
                    passage.filename(),
                    passage.page(),
                    passage.text(),
                    passage.score()));
        }
        return items;
    }

    static List<String> texts(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }
}
