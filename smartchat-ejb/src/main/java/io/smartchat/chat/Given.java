package io.smartchat.chat;

import java.util.List;

/**
 * What a provider was shown for an answer.
 *
 * @param items the passages, numbered as it was asked to cite them, each with its whole text for a snippet
 * @param sure whether they are surely about the question
 * @param quotesOnly whether the provider only quotes, so that an answer without a citation says it found nothing
 */
record Given(List<SourceItem> items, boolean sure, boolean quotesOnly) {

    static final Given NOTHING = new Given(List.of(), false, false);

    /** How an answer that came to its end ended. */
    MessageStatus statusOf(String answer) {
        return quotesOnly && Citations.cited(answer, items).isEmpty() ? MessageStatus.REFUSED : MessageStatus.COMPLETE;
    }

    /** What an answer rests on: what it cites; where it cites nothing, all that surely was about the question. */
    List<SourceItem> sourcesOf(String answer) {
        List<SourceItem> cited = Citations.cited(answer, items);
        boolean mayRestOnAny = cited.isEmpty() && sure && !quotesOnly && !answer.isBlank();
        return (mayRestOnAny ? items : cited)
                .stream()
                        .map(item -> item.withSnippet(Snippet.of(item.snippet(), answer)))
                        .toList();
    }
}
