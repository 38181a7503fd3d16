package io.smartchat.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the sentences of an answer may rest on: the passages given, and what tools found. */
final class Support {

    private static final double OF_A_PASSAGE = 0.25;
    private static final double OF_A_RESULT = 0.5;

    private final Words question;
    private final List<Words> passages;
    private final List<Words> results = new ArrayList<>();

    /** @param passages their texts, the one cited as [1] first */
    Support(String question, List<String> passages) {
        this.question = Words.of(question);
        this.passages = passages.stream().map(Words::of).toList();
    }

    void found(String result) {
        results.add(Words.of(result));
    }

    /** Whether a sentence, its marks taken out, is supported by a passage it cites or by any tool's result. */
    boolean of(String sentence, Set<Integer> cited) {
        Words said = Words.of(sentence);
        return cited.stream().anyMatch(n -> n <= passages.size() && citedIn(passages.get(n - 1), said))
                || results.stream().anyMatch(result -> reported(result, said));
    }

    private boolean citedIn(Words passage, Words said) {
        return numbersHold(passage, said)
                && (said.sharedWith(passage) >= OF_A_PASSAGE || !said.mayBeInTheLanguageOf(passage));
    }

    /** A result is not cited, so more of it has to be in the sentence: its numbers, or most of the words. */
    private boolean reported(Words result, Words said) {
        boolean names = said.numbers().stream().anyMatch(result.numbers()::contains);
        return numbersHold(result, said) && (names || said.sharedWith(result) >= OF_A_RESULT);
    }

    /** A number the source has not is a claim the source does not make. */
    private boolean numbersHold(Words source, Words said) {
        return said.numbers().stream()
                .allMatch(number ->
                        source.numbers().contains(number) || question.numbers().contains(number));
    }
}
