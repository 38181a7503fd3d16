package io.smartchat.knowledge.ingest;

/**
 * Lengths in UTF-16 units.
 *
 * @param max no passage is longer
 * @param target passages that have to be cut end at the best border below this
 * @param least and above this, so that no crumb is left at the end
 * @param overlap at most this much is repeated in the next passage
 */
record ChunkSize(int max, int target, int least, int overlap) {

    /** English has about four letters to a word piece, so 1,000 are what MiniLM's 256 pieces hold. */
    static final ChunkSize DEFAULT = new ChunkSize(1000, 800, 400, 200);

    /** For scripts in which a character is a syllable or a word. */
    private static final ChunkSize DENSE = new ChunkSize(500, 400, 200, 100);

    private static final int SAMPLE = 4000;

    ChunkSize forText(String text) {
        if (this != DEFAULT) {
            return this;
        }
        String sample = text.substring(0, Math.min(text.length(), SAMPLE));
        long dense = sample.codePoints().filter(ChunkSize::isDense).count();
        return dense * 2 > sample.codePoints().filter(Character::isLetter).count() ? DENSE : this;
    }

    private static boolean isDense(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> false;
        };
    }
}
