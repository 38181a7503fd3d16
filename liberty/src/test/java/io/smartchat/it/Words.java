package io.smartchat.it;

import java.util.List;
import java.util.stream.IntStream;

/** What a model might say, in pieces as a model sends them: in several scripts, and no two pieces of it the same. */
final class Words {

    private static final List<String> SYLLABLES = List.of(
            "naïve ",
            "Größe ",
            "🚲",
            "漢字",
            "👩‍👩‍👧 ",
            "кран ",
            "\"quoted\" ",
            "صمام ",
            "line\n",
            "e\u0301t\u00e9 ",
            "\\n ",
            "🇩🇪 ");

    private Words() {}

    /** @param answer another one has other pieces */
    static List<String> deltas(int answer, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> SYLLABLES.get((answer + i) % SYLLABLES.size()) + answer + "." + i + " ")
                .toList();
    }
}
