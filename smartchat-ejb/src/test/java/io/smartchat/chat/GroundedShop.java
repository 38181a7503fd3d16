package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.knowledge.ingest.ReadDocument;
import io.smartchat.llm.LoadedEmbeddings;
import io.smartchat.llm.MiniLmEmbeddings;
import io.smartchat.llm.StrictBuiltin;
import io.smartchat.llm.Usage;
import io.smartchat.rag.EmbeddedDatabase;
import io.smartchat.rag.KnowledgeBase;
import io.smartchat.rag.PassageIndex;
import io.smartchat.rag.Transactions;
import io.smartchat.rag.embedded.EmbeddedPassageIndex;
import io.smartchat.tenant.TenantId;
import io.smartchat.tool.ToolLimits;
import io.smartchat.tool.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A directory of documents, read, indexed and asked as the product does it; only what a turn stores is not kept. */
final class GroundedShop implements AutoCloseable {

    private final Transactions database;
    private final PassageIndex index;
    private final Answering answering;
    private final TenantId tenant;
    private int passages;

    /** @param cited the passages the answer rests on, with their numbers; none if it is a refusal */
    record Answer(MessageStatus status, String text, List<SourceItem> cited) {}

    GroundedShop(Path documents, Path work) throws IOException {
        MiniLmEmbeddings embeddings = LoadedEmbeddings.get();
        database = new Transactions(EmbeddedDatabase.open(work));
        index = new EmbeddedPassageIndex(database.dataSource(), work.resolve("index"), embeddings.profile());
        KnowledgeBase knowledge = new KnowledgeBase(database, index, embeddings);
        tenant = knowledge.newTenant();
        try (Stream<Path> files = Files.list(documents)) {
            for (Path file :
                    files.filter(f -> !f.toString().endsWith(".tsv")).sorted().toList()) {
                add(knowledge, ReadDocument.of(file, work));
            }
        }
        StrictBuiltin configs = new StrictBuiltin();
        answering = new Answering(
                knowledge.retrieval(),
                configs,
                configs.providers(embeddings),
                new Tools(List.of()),
                question -> "I don't know.",
                new ChatSettings(0.3, 2000, Duration.ofSeconds(30), ToolLimits.DEFAULT));
    }

    private void add(KnowledgeBase knowledge, ReadDocument document) {
        passages += document.pieces().size();
        knowledge.store(
                tenant,
                document.filename(),
                document.pieces().stream().map(ReadDocument.Piece::page).toList(),
                document.pieces().stream().map(ReadDocument.Piece::text).toList());
    }

    int passages() {
        return passages;
    }

    Answer ask(String question) {
        KeptAnswer kept = new KeptAnswer();
        BegunTurn begun = new BegunTurn(UUID.randomUUID(), UUID.randomUUID(), question, false, List.of());
        TurnRun run = new TurnRun(kept, new GroupCommit(), Runnable::run, null, over -> {});
        run.begin(new Turn(begun, "session"));
        answering.start(tenant, Visitor.ANONYMOUS, begun, run);
        return kept.answer;
    }

    @Override
    public void close() throws SQLException {
        index.close();
        database.close();
    }

    private static final class KeptAnswer extends ChatStore {

        private Answer answer = new Answer(MessageStatus.FAILED, "", List.of());

        @Override
        void grow(Map<UUID, AnswerSoFar> answers) {}

        @Override
        void finish(
                UUID id,
                AnswerSoFar text,
                MessageStatus status,
                List<SourceItem> cited,
                Usage usage,
                Evidence evidence) {
            answer = new Answer(status, text.text(), cited);
        }
    }
}
