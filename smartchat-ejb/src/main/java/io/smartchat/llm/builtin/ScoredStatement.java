package io.smartchat.llm.builtin;

/** @param score how well the statement answers the question, about 0..1 */
record ScoredStatement(Statement statement, double score) {}
