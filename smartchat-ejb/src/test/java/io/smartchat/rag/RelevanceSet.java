package io.smartchat.rag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Questions whose relevant documents are known.
 *
 * @param documents text by id
 * @param queries text by id
 * @param grades by query, then by document
 */
record RelevanceSet(
        String name,
        Map<String, String> documents,
        Map<String, String> queries,
        Map<String, Map<String, Integer>> grades) {

    static RelevanceSet read(Path directory) throws IOException {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(directory.resolve("qrels.tsv"))) {
            String[] fields = line.split("\t");
            grades.computeIfAbsent(fields[0], query -> new HashMap<>()).put(fields[1], Integer.parseInt(fields[2]));
        }
        Map<String, String> queries = texts(directory.resolve("queries.tsv"));
        queries.keySet().retainAll(grades.keySet());
        return new RelevanceSet(
                directory.getFileName().toString(), texts(directory.resolve("docs.tsv")), queries, grades);
    }

    /** Normalized discounted cumulative gain of a ranking, 0..1. */
    double ndcg(String query, List<String> ranking, int depth) {
        Map<String, Integer> relevant = grades.get(query);
        List<Integer> found = ranking.stream()
                .limit(depth)
                .map(document -> relevant.getOrDefault(document, 0))
                .toList();
        List<Integer> ideal = relevant.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList();
        return gain(found) / gain(ideal);
    }

    private static double gain(List<Integer> grades) {
        return IntStream.range(0, grades.size())
                .mapToDouble(rank -> grades.get(rank) / (Math.log(rank + 2) / Math.log(2)))
                .sum();
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", 2);
            texts.put(fields[0], fields[1]);
        }
        return texts;
    }
}
