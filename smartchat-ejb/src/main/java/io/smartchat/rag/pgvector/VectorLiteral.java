package io.smartchat.rag.pgvector;

/** A vector as pgvector reads it, {@code [1,2,3]}. */
final class VectorLiteral {

    private VectorLiteral() {}

    static String of(float[] vector) {
        StringBuilder literal = new StringBuilder(vector.length * 12).append('[');
        for (int i = 0; i < vector.length; i++) {
            literal.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return literal.append(']').toString();
    }
}
