package io.smartchat.llm;

/** Tokens a provider counted; 0 where it does not say. */
public record Usage(int promptTokens, int completionTokens) {

    public static final Usage NONE = new Usage(0, 0);
}
