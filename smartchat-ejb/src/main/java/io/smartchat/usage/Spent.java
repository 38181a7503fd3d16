package io.smartchat.usage;

/** Tokens an answer took. */
public record Spent(long promptTokens, long completionTokens) {

    public static final Spent NOTHING = new Spent(0, 0);

    private static final int CHARACTERS_PER_TOKEN = 4;

    /**
     * What the model's server counted; where it says nothing, four characters are a token.
     *
     * @param promptTokens counted, 0 if not
     * @param completionTokens counted, 0 if not
     */
    public static Spent of(int promptTokens, int completionTokens, long promptCharacters, long completionCharacters) {
        return new Spent(
                promptTokens > 0 ? promptTokens : estimate(promptCharacters),
                completionTokens > 0 ? completionTokens : estimate(completionCharacters));
    }

    private static long estimate(long characters) {
        return (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
