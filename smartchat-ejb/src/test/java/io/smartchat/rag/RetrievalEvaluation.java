package io.smartchat.rag;

import io.smartchat.llm.Embeddings;
import io.smartchat.llm.InProcessEmbeddings;
import io.smartchat.rag.embedded.EmbeddedPassageIndex;
import io.smartchat.rag.pgvector.PgvectorPassageIndex;
import io.smartchat.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * Measures how well passages are found, by nDCG@10, in both stores and through the service that answers use. Its argument is
 * a directory of sets, each a directory with {@code docs.tsv}, {@code queries.tsv} and {@code qrels.tsv}.
 */
public final class RetrievalEvaluation {

    private static final int DEPTH = 10;

    private final Embeddings embeddings = new RememberingEmbeddings(InProcessEmbeddings.load());
    private final PassageAnalyzer analyzer = new PassageAnalyzer();

    public static void main(String[] arguments) throws IOException, SQLException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give the directory that holds the sets.");
        }
        System.out.println(new RetrievalEvaluation().report(Path.of(arguments[0])));
    }

    private String report(Path directory) throws IOException, SQLException {
        List<RelevanceSet> sets = new ArrayList<>();
        try (Stream<Path> children = Files.list(directory)) {
            for (Path set : children.filter(Files::isDirectory).sorted().toList()) {
                sets.add(RelevanceSet.read(set));
            }
        }
        StringBuilder report = new StringBuilder("| set | store | BM25 | vector | fused |\n|---|---|---|---|---|\n");
        Path work = Files.createTempDirectory("smartchat-evaluation");
        try (Transactions h2 = new Transactions(EmbeddedDatabase.open(work.resolve("database")));
                Transactions postgres = new Transactions(PostgresServer.newDatabase());
                PassageIndex embedded =
                        new EmbeddedPassageIndex(h2.dataSource(), work.resolve("index"), embeddings.profile());
                PassageIndex pgvector = new PgvectorPassageIndex(postgres.dataSource(), embeddings.profile())) {
            for (RelevanceSet set : sets) {
                report.append(row(set, "embedded", h2, embedded));
                report.append(row(set, "PostgreSQL", postgres, pgvector));
            }
        } finally {
            IOUtils.rm(work);
            PostgresServer.stop();
        }
        return report.toString();
    }

    private String row(RelevanceSet set, String store, Transactions transactions, PassageIndex index) {
        KnowledgeBase knowledge = new KnowledgeBase(transactions, index, embeddings);
        TenantId tenant = knowledge.newTenant();
        List<String> documents = List.copyOf(set.documents().keySet());
        knowledge.store(tenant, documents.stream().map(set.documents()::get).toList());
        Map<Long, Integer> ordinals = knowledge.ordinals(tenant);
        Function<Long, String> document = chunk -> documents.get(ordinals.get(chunk));
        RetrievalService retrieval =
                new RetrievalService(index, embeddings, new PassageRows(transactions.dataSource()));

        double byWords = 0;
        double byVector = 0;
        double fused = 0;
        for (Map.Entry<String, String> query : set.queries().entrySet()) {
            String text = query.getValue();
            List<Candidate> candidates = index.search(tenant, analyzer.terms(text), embeddings.embed(text), 100)
                    .passages();
            byWords += set.ndcg(query.getKey(), best(candidates, Candidate::bm25, document), DEPTH);
            byVector += set.ndcg(query.getKey(), best(candidates, Candidate::cosine, document), DEPTH);
            List<String> found = retrieval.search(tenant, text, DEPTH).stream()
                    .map(passage -> document.apply(passage.chunkId()))
                    .toList();
            fused += set.ndcg(query.getKey(), found, DEPTH);
        }
        int queries = set.queries().size();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.3f |%n",
                set.name(),
                store,
                byWords / queries,
                byVector / queries,
                fused / queries);
    }

    private static List<String> best(
            List<Candidate> candidates, Function<Candidate, Double> score, Function<Long, String> document) {
        return candidates.stream()
                .filter(candidate -> score.apply(candidate) > 0)
                .sorted(Comparator.comparing(score).reversed().thenComparing(Candidate::chunkId))
                .limit(DEPTH)
                .map(candidate -> document.apply(candidate.chunkId()))
                .toList();
    }
}
