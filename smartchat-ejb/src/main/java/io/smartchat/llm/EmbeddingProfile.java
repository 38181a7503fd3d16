package io.smartchat.llm;

/**
 * How vectors of one embedding model are to be read, as measured.
 *
 * @param id small stable number of the model, a literal in vector indexes
 * @param dimension length of a vector
 * @param floor cosine that means "unrelated"; {@code cos' = (cos - floor) / (1 - floor)}
 * @param weight share of the cosine in the fused score when the passages are in a language the model knows
 * @param multilingual whether the model knows every language
 */
public record EmbeddingProfile(int id, int dimension, double floor, double weight, boolean multilingual) {}
