package io.smartchat.rag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartchat.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of passages has to do, run on the real store. */
public abstract class PassageIndexContract {

    private static final String[] GARDEN = {
        "The apple tree bears fruit in autumn",
        "A pear tree needs another pear tree close by",
        "Water the young trees every evening in summer",
        "The shed holds the spade and the rake"
    };

    private KnowledgeBase knowledge;

    protected abstract PassageIndex index();

    protected abstract Transactions transactions();

    protected final KnowledgeBase knowledge() {
        return knowledge;
    }

    @BeforeEach
    void connect() {
        knowledge = new KnowledgeBase(transactions(), index(), new HashedEmbeddings());
    }

    @Test
    void findsPassagesByTheirWordsAndTheirForms() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        assertThat(knowledge.textsByWords(tenant, "pears")).containsExactly(GARDEN[1]);
        assertThat(knowledge.textsByWords(tenant, "Tree")).containsExactly(GARDEN[1], GARDEN[0], GARDEN[2]);
    }

    @Test
    void scoresByBm25() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        for (String query : List.of("pear tree", "the tree", "the the spade", "unknown apple", "summer evening rake")) {
            ReferenceBm25 reference = new ReferenceBm25(List.of(GARDEN), query);
            Candidates found = knowledge.search(tenant, query, 100);

            assertThat(found.ideal()).isCloseTo(reference.ideal(), within(1e-9));
            for (Candidate candidate : found.passages()) {
                assertThat(candidate.bm25())
                        .isCloseTo(reference.score(knowledge.text(candidate.chunkId())), within(1e-5));
            }
        }
    }

    @Test
    void findsPassagesByMeaningAndGivesThemNoLexicalScore() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        Candidates found = knowledge.search(tenant, "appletreebearing", 1);

        assertThat(found.passages()).singleElement().satisfies(candidate -> {
            assertThat(knowledge.text(candidate.chunkId())).isEqualTo(GARDEN[0]);
            assertThat(candidate.bm25()).isZero();
            assertThat(candidate.cosine()).isCloseTo(cosine("appletreebearing", GARDEN[0]), within(1e-5));
        });
    }

    @Test
    void looksUpTheCosineOfWhatOnlyTheWordsProposed() {
        TenantId tenant = knowledge.newTenant(GARDEN);
        String query = "rake appletreebearing";

        Candidates found = knowledge.search(tenant, query, 1);

        assertThat(found.passages()).hasSize(2);
        assertThat(found.passages().get(0).bm25()).isPositive();
        for (Candidate candidate : found.passages()) {
            assertThat(candidate.cosine()).isCloseTo(cosine(query, knowledge.text(candidate.chunkId())), within(1e-5));
        }
    }

    @Test
    void keepsTenantsApart() {
        String canary = "Canary: the vault opens with zanzibar";
        TenantId ours = knowledge.newTenant(GARDEN);
        TenantId theirs = knowledge.newTenant(canary);

        Candidates found = knowledge.search(ours, canary, 100);
        List<String> texts =
                found.passages().stream().map(c -> knowledge.text(c.chunkId())).toList();

        assertThat(texts).isNotEmpty().isSubsetOf(GARDEN);
        assertThat(found.ideal()).isCloseTo(new ReferenceBm25(List.of(GARDEN), canary).ideal(), within(1e-9));
        assertThat(knowledge.textsByWords(theirs, "zanzibar")).containsExactly(canary);
        assertThat(knowledge.search(theirs, "pear tree", 100).passages()).hasSize(1);
    }

    @Test
    void removesASourceFromResultsAndStatistics() {
        TenantId tenant = knowledge.newTenant();
        UUID removed = knowledge.store(tenant, "The apple is red", "The plum tree is blue", "An apple a day");
        knowledge.store(tenant, GARDEN);
        knowledge.search(tenant, "apple", 10);

        knowledge.remove(tenant, removed);

        assertScoredAs(tenant, "the apple tree plum", List.of(GARDEN));
    }

    @Test
    void removingTwiceOrWhatWasNeverThereDoesNoHarm() {
        TenantId tenant = knowledge.newTenant(GARDEN);
        UUID source = knowledge.store(tenant, "An apple a day");

        knowledge.remove(tenant, source);
        knowledge.remove(tenant, source);
        knowledge.remove(tenant, UUID.randomUUID());
        knowledge.remove(knowledge.newTenant(), source);

        assertScoredAs(tenant, "an apple tree", List.of(GARDEN));
    }

    @Test
    void doesNotRemoveAnotherTenantsSource() {
        TenantId tenant = knowledge.newTenant();
        UUID source = knowledge.store(tenant, GARDEN);
        TenantId other = knowledge.newTenant();

        transactions().run(connection -> index().remove(other, source));

        assertScoredAs(tenant, "apple tree", List.of(GARDEN));
    }

    @Test
    void replacesASourceInOneTransaction() {
        TenantId tenant = knowledge.newTenant();
        UUID source = knowledge.store(tenant, "The apple is red", "The plum is blue");
        List<String> texts = List.of(GARDEN);

        transactions().run(connection -> {
            knowledge.remove(connection, tenant, source);
            knowledge.store(connection, tenant, source, texts, new HashedEmbeddings().embedAll(texts));
        });

        assertScoredAs(tenant, "apple plum tree", texts);
    }

    @Test
    void forgetsAllWhenTheLastSourceIsRemoved() {
        TenantId tenant = knowledge.newTenant();
        UUID source = knowledge.store(tenant, GARDEN);
        knowledge.remove(tenant, source);

        assertThat(knowledge.search(tenant, "apple tree", 10).passages()).isEmpty();

        knowledge.store(tenant, GARDEN);
        assertScoredAs(tenant, "apple tree", List.of(GARDEN));
    }

    @Test
    void removesATenantAndNoOther() {
        TenantId gone = knowledge.newTenant(GARDEN);
        TenantId kept = knowledge.newTenant(GARDEN);
        knowledge.search(gone, "tree", 10);

        knowledge.removeTenant(gone);

        assertThat(knowledge.search(gone, "apple tree", 10).passages()).isEmpty();
        assertScoredAs(kept, "apple tree", List.of(GARDEN));
    }

    @Test
    void leavesNoTraceOfATransactionRolledBack() {
        TenantId tenant = knowledge.newTenant();
        UUID source = knowledge.store(tenant, GARDEN);
        List<String> texts = List.of("An apple that never was");

        assertThatThrownBy(() -> transactions().run(connection -> {
                    UUID other = UUID.randomUUID();
                    knowledge.store(connection, tenant, other, texts, new HashedEmbeddings().embedAll(texts));
                    knowledge.remove(connection, tenant, source);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertScoredAs(tenant, "an apple tree", List.of(GARDEN));
    }

    @Test
    void countsWordsThatNoPassageHasInTheIdealOnly() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        Candidates known = knowledge.search(tenant, "apple", 100);
        Candidates partly = knowledge.search(tenant, "apple xylophone", 100);
        Candidates unknown = knowledge.search(tenant, "xylophone", 100);

        assertThat(partly.ideal()).isCloseTo(known.ideal() + unknown.ideal(), within(1e-9));
        assertThat(unknown.ideal()).isEqualTo(Bm25.idf(GARDEN.length, 0), within(1e-9));
        assertThat(unknown.passages()).extracting(Candidate::bm25).containsOnly(0.0);
    }

    @Test
    void countsAWordAskedTwiceTwice() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        double once = knowledge.search(tenant, "apple", 1).passages().get(0).bm25();
        Candidates twice = knowledge.search(tenant, "apple apples", 1);

        assertThat(twice.passages().get(0).bm25()).isCloseTo(2 * once, within(1e-5));
        assertThat(twice.ideal()).isCloseTo(2 * Bm25.idf(GARDEN.length, 1), within(1e-9));
    }

    @Test
    void findsNothingWhereNothingIsStored() {
        Candidates found = knowledge.search(knowledge.newTenant(), "apple", 10);

        assertThat(found.passages()).isEmpty();
        assertThat(found.ideal()).isPositive();
    }

    @Test
    void findsNothingForAQuestionWithoutWordsByWords() {
        TenantId tenant = knowledge.newTenant(GARDEN);

        Candidates found = knowledge.search(tenant, "?!", 10);

        assertThat(found.ideal()).isZero();
        assertThat(found.passages()).allSatisfy(c -> assertThat(c.bm25()).isZero());
    }

    @Test
    void marksPassagesInALanguageTheModelKnows() {
        TenantId tenant = knowledge.newTenant(GARDEN[0], "Der Apfelbaum trägt im Herbst seine Früchte");

        assertThat(knowledge.search(tenant, "apple apfelbaum", 10).passages())
                .allSatisfy(candidate -> assertThat(candidate.knownLanguage())
                        .isEqualTo(knowledge.text(candidate.chunkId()).equals(GARDEN[0])));
    }

    @Test
    void findsTextOfAnyScript() {
        String[] texts = {
            "ประเทศไทยมีอากาศร้อนชื้น",
            "苹果树在秋天结果",
            "تنمو أشجار الفاكهة في الحديقة",
            "Die Straße führt über die Brücke",
            "सेब का पेड़ शरद ऋतु में फल देता है",
            "Яблоня плодоносит осенью",
            "Cut off in mid-letter \uD83D",
            "🍏🍐",
            "'; drop table posting; -- \\ \" {a,b} %s NULL"
        };
        TenantId tenant = knowledge.newTenant(texts);

        assertThat(knowledge.textsByWords(tenant, "อากาศร้อน")).contains(texts[0]);
        assertThat(knowledge.textsByWords(tenant, "苹果")).containsExactly(texts[1]);
        assertThat(knowledge.textsByWords(tenant, "الحدائق الفاكهة")).containsExactly(texts[2]);
        assertThat(knowledge.textsByWords(tenant, "STRASSE")).containsExactly(texts[3]);
        assertThat(knowledge.textsByWords(tenant, "पेड़")).containsExactly(texts[4]);
        assertThat(knowledge.textsByWords(tenant, "яблони")).containsExactly(texts[5]);
        assertThat(knowledge.textsByWords(tenant, "mid-letter \uD83D")).hasSize(1);
        assertThat(knowledge.textsByWords(tenant, "drop {a,b} NULL")).containsExactly(texts[8]);
    }

    @Test
    void takesTextsWithEndlessWords() {
        String endless = "x".repeat(20_000);
        TenantId tenant = knowledge.newTenant("apple " + endless, GARDEN[3]);

        assertThat(knowledge.textsByWords(tenant, "apple " + endless)).containsExactly("apple " + endless);
    }

    @Test
    void ordersEqualPassagesAsTheyWereStored() {
        List<String> equal = Collections.nCopies(150, "The same apple again");
        TenantId tenant = knowledge.newTenant();
        knowledge.store(tenant, equal);

        List<Long> first = chunksByWords(tenant, "apple", 10);

        assertThat(first)
                .isSorted()
                .hasSize(10)
                .isEqualTo(chunksByWords(tenant, "apple", 100).subList(0, 10));
    }

    @Test
    void findsTheRightOnesAmongThreeThousandPassages() {
        TenantId tenant = knowledge.newTenant();
        List<String> texts = Prose.passages(3_000, 7);
        for (int i = 0; i < 3; i++) {
            knowledge.store(tenant, texts.subList(i * 1_000, (i + 1) * 1_000));
        }

        for (int i = 0; i < 3_000; i += 250) {
            String text = texts.get(i);
            Candidates found = knowledge.search(tenant, Prose.question(text), 100);
            List<Fusion.Scored> ranking = new Fusion(HashedEmbeddings.PROFILE).rank(found);

            assertThat(found.passages()).hasSizeBetween(100, 200);
            assertThat(knowledge.text(ranking.get(0).chunkId())).isEqualTo(text);
        }
    }

    @Test
    void takesSourcesOfOneTenantFromManyThreadsAtOnce() throws Exception {
        int threads = 6;
        TenantId tenant = knowledge.newTenant();
        List<String> kept = new ArrayList<>();
        List<Future<?>> writers = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            List<String> texts = shortPassages(i);
            kept.addAll(texts.subList(0, 10));
            writers.add(pool.submit(() -> {
                start.await();
                UUID gone = knowledge.store(tenant, texts.subList(10, 20));
                knowledge.search(tenant, texts.get(0), 10);
                List<String> rest = texts.subList(0, 10);
                transactions().run(connection -> {
                    knowledge.remove(connection, tenant, gone);
                    knowledge.store(connection, tenant, UUID.randomUUID(), rest, new HashedEmbeddings().embedAll(rest));
                });
                return null;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertScoredAs(tenant, kept.get(0), kept);
    }

    /** Short ones, whose length Lucene keeps exactly. */
    private static List<String> shortPassages(int seed) {
        return Prose.passages(20, seed).stream()
                .map(text -> text.substring(0, text.indexOf('.')))
                .toList();
    }

    private void assertScoredAs(TenantId tenant, String query, List<String> texts) {
        ReferenceBm25 reference = new ReferenceBm25(texts, query);
        Candidates found = knowledge.search(tenant, query, 1_000);

        assertThat(found.ideal()).isCloseTo(reference.ideal(), within(1e-9));
        assertThat(found.passages()).hasSameSizeAs(texts);
        for (Candidate candidate : found.passages()) {
            String text = knowledge.text(candidate.chunkId());
            assertThat(texts).contains(text);
            assertThat(candidate.bm25()).isCloseTo(reference.score(text), within(1e-4));
        }
    }

    private List<Long> chunksByWords(TenantId tenant, String query, int limit) {
        return knowledge.search(tenant, query, limit).passages().stream()
                .filter(candidate -> candidate.bm25() > 0)
                .map(Candidate::chunkId)
                .sorted()
                .toList();
    }

    private static double cosine(String a, String b) {
        float[] x = new HashedEmbeddings().embed(a);
        float[] y = new HashedEmbeddings().embed(b);
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }
}
