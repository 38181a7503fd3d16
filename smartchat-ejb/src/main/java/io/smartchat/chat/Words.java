package io.smartchat.chat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says, roughly, so that two can be compared.
 *
 * @param stems beginnings of its longer words, and pairs of characters where a script has no spaces
 * @param little its short words, by which one can tell whether two texts share a language
 * @param numbers each in one spelling, {@code 1,000.50} as {@code 1000.5}
 */
record Words(Set<String> stems, Set<String> little, Set<String> numbers) {

    private static final int STEM = 6;
    private static final int LITTLE = 3;
    private static final int ENOUGH_LITTLE = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[.,](?=\\d{3}(?!\\d))");

    static Words of(String text) {
        Set<String> stems = new HashSet<>();
        Set<String> little = new HashSet<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            if (Character.isIdeographic(word.codePointAt(0)) || isKana(word.charAt(0))) {
                for (int i = 0; i + 1 < word.length(); i++) {
                    stems.add(word.substring(i, i + 2));
                }
            } else if (word.length() <= LITTLE) {
                little.add(word);
            } else {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        Set<String> numbers = new HashSet<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            numbers.add(oneSpelling(found.group()));
        }
        return new Words(stems, little, numbers);
    }

    int size() {
        return stems.size() + numbers.size();
    }

    /** How many of this text's words the other has, 0..1; 1 if it has none to compare. */
    double sharedWith(Words other) {
        return stems.isEmpty()
                ? 1
                : (double) stems.stream().filter(other.stems::contains).count() / stems.size();
    }

    /** Texts of one language share its little words, unless one is too short to say so. */
    boolean mayBeInTheLanguageOf(Words other) {
        return little.size() < 2
                || other.little.size() < ENOUGH_LITTLE
                || little.stream().anyMatch(other.little::contains);
    }

    private static boolean isKana(char c) {
        return c >= 0x3040 && c <= 0x30FF;
    }

    private static String oneSpelling(String number) {
        String plain = THOUSANDS.matcher(number).replaceAll("").replace(',', '.');
        return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
    }
}
