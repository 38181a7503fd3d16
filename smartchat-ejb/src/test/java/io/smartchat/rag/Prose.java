package io.smartchat.rag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Made-up passages whose words are as unevenly common as in real text; the same ones for the same seed. */
public final class Prose {

    private static final int VOCABULARY = 8_000;
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fe", "gu", "ha", "jo", "ki", "le", "mu", "na", "po", "qui", "ro", "se", "ta", "vu", "wi",
        "xa", "zo"
    };

    private Prose() {}

    public static List<String> passages(int count, long seed) {
        Random random = new Random(seed);
        List<String> passages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder passage = new StringBuilder();
            for (int sentence = 0; sentence < 5; sentence++) {
                for (int word = 0; word < 12; word++) {
                    passage.append(word(random)).append(word < 11 ? " " : ". ");
                }
            }
            passages.add(passage.toString().strip());
        }
        return passages;
    }

    /** Words from the middle of a passage. */
    public static String question(String passage) {
        String[] words = passage.split("[ .]+");
        return String.join(" ", Arrays.copyOfRange(words, 20, 32));
    }

    private static String word(Random random) {
        // Zipf: the share of the r-th word falls as 1/r.
        int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
        StringBuilder word = new StringBuilder();
        for (int rest = rank; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
