package io.smartchat.rag;

import io.smartchat.llm.EmbeddingProfile;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an embedding model knows the language of a text. A model that is not multilingual knows English, which is told by
 * its function words.
 */
public final class KnownLanguage {

    private static final double LEAST_SHARE = .10;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}']+");
    private static final Pattern PLAIN_ROW =
            Pattern.compile("[\\x20-\\x7e&&[^:]]{1,60}: [\\x20-\\x7e]*: [\\x20-\\x7e]*");
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be", "by", "on",
            "not", "he", "his", "but", "at", "are", "this", "have", "had", "from", "or", "an", "they", "which", "you",
            "were", "her", "she", "there", "would", "their", "we", "been", "has", "when", "who", "will", "if", "can",
            "its", "these", "your", "what", "how");

    private KnownLanguage() {}

    public static boolean of(String text, EmbeddingProfile profile) {
        return profile.multilingual() || isEnglish(text) || isPlainRecord(text);
    }

    /** Rows of a table hold no function words in any language; in ASCII the model reads most of them well enough. */
    static boolean isPlainRecord(String text) {
        return !text.isBlank()
                && text.lines().allMatch(row -> PLAIN_ROW.matcher(row).matches());
    }

    static boolean isEnglish(String text) {
        int words = 0;
        int functionWords = 0;
        for (String word : NO_WORD.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                words++;
                functionWords += FUNCTION_WORDS.contains(word) ? 1 : 0;
            }
        }
        return words > 0 && functionWords >= LEAST_SHARE * words;
    }
}
