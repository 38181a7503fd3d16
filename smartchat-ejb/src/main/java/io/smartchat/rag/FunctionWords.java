package io.smartchat.rag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Words such as "how" and "is". Among many passages their rarity shows that they tell nothing; among a few, most of them
 * stand nowhere and would pass for the rarest words of the question.
 */
final class FunctionWords {

    private static final List<String> LANGUAGES =
            List.of("english", "german", "spanish", "french", "italian", "portuguese", "dutch", "russian");

    private final Set<String> terms = new HashSet<>();

    FunctionWords(PassageAnalyzer analyzer) {
        for (String language : LANGUAGES) {
            addAll(snowball(language), analyzer);
        }
        addAll(ArabicAnalyzer.getDefaultStopSet(), analyzer);
    }

    /** The terms that tell something; all of them if none would be left. */
    List<String> removedFrom(List<String> question) {
        List<String> left =
                question.stream().filter(term -> !terms.contains(term)).toList();
        return left.isEmpty() ? question : left;
    }

    private void addAll(CharArraySet words, PassageAnalyzer analyzer) {
        for (Object word : words) {
            terms.addAll(analyzer.terms(new String((char[]) word)));
        }
    }

    private static CharArraySet snowball(String language) {
        try (InputStream list = SnowballFilter.class.getResourceAsStream(language + "_stop.txt")) {
            return WordlistLoader.getSnowballWordSet(list, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
