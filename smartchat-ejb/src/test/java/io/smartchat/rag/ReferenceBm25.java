package io.smartchat.rag;

import java.util.List;

/** BM25 as the textbook has it, computed from the texts themselves. */
final class ReferenceBm25 {

    private static final PassageAnalyzer ANALYZER = new PassageAnalyzer();

    private final List<List<String>> documents;
    private final List<String> query;
    private final double averageLength;

    ReferenceBm25(List<String> texts, String query) {
        this.documents = texts.stream().map(ANALYZER::terms).toList();
        this.query = ANALYZER.terms(query);
        this.averageLength = documents.stream().mapToInt(List::size).average().orElse(0);
    }

    double ideal() {
        return query.stream().mapToDouble(this::idf).sum();
    }

    double score(String text) {
        List<String> document = ANALYZER.terms(text);
        double norm = 1.2 * (1 - .75 + .75 * document.size() / averageLength);
        return query.stream()
                .mapToDouble(term -> {
                    long tf = document.stream().filter(term::equals).count();
                    return idf(term) * tf / (tf + norm);
                })
                .sum();
    }

    private double idf(String term) {
        long df = documents.stream().filter(document -> document.contains(term)).count();
        return Math.log(1 + (documents.size() - df + .5) / (df + .5));
    }
}
