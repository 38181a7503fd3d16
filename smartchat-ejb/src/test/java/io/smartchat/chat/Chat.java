package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.Grounding;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.ScriptedModels;
import io.smartchat.llm.ScriptedProvider;
import io.smartchat.rag.FoundPassages;
import io.smartchat.tenant.TenantId;
import io.smartchat.tool.Tool;
import io.smartchat.tool.ToolLimits;
import io.smartchat.tool.Tools;
import io.smartchat.usage.Spent;
import io.smartchat.usage.UsageMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One visitor's chat over doubles: what the model says, the documents hold and the tools find is the test's. */
final class Chat implements AutoCloseable {

    static final TenantId TENANT = new TenantId(new UUID(7, 7));
    static final String SESSION = "session-0123456789";

    final ScriptedProvider model = new ScriptedProvider();
    final FoundPassages passages = new FoundPassages();
    final InMemoryChatStore store = new InMemoryChatStore();
    final List<TurnEvent> events = new CopyOnWriteArrayList<>();
    final TurnReader reader = new Listener(this::hear);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CompletableFuture<TurnEvent> end = new CompletableFuture<>();
    private final List<Tool> tools = new ArrayList<>();
    private ChatProvider provider = model;
    private Grounding grounding = Grounding.PREFER;
    private LlmProvider kind = LlmProvider.OPENAI;
    private ToolLimits limits = ToolLimits.DEFAULT;
    private Duration abandonedAfter = Duration.ofSeconds(30);
    private @Nullable String noAnswerText;
    private @Nullable ChatService service;

    Chat with(Tool tool) {
        tools.add(tool);
        return this;
    }

    Chat ground(Grounding how, @Nullable String noAnswer) {
        grounding = how;
        noAnswerText = noAnswer;
        return this;
    }

    Chat kind(LlmProvider provider) {
        kind = provider;
        return this;
    }

    Chat limits(ToolLimits changed) {
        limits = changed;
        return this;
    }

    Chat abandonedAfter(Duration patience) {
        abandonedAfter = patience;
        return this;
    }

    /** Asks another provider than the scripted one. */
    Chat provider(ChatProvider other) {
        provider = other;
        return this;
    }

    Chat ask(String question) {
        service().ask(new Question(TENANT, SESSION, Visitor.ANONYMOUS, question, null, "127.0.0.1"), reader);
        return this;
    }

    ChatService service() {
        if (service == null) {
            ScriptedModels models = new ScriptedModels(kind, provider).ground(grounding, noAnswerText);
            ChatSettings settings = new ChatSettings(0.3, 2000, abandonedAfter, limits);
            Answering answering = new Answering(
                    passages,
                    models.configs(),
                    models.providers(),
                    new Tools(List.of((tenant, visitor) -> tools)),
                    question -> "I don't know.",
                    settings);
            service = new ChatService(
                    new OpenDoor(store),
                    new NoMeter(),
                    store,
                    new GroupCommit(),
                    new RunningTurns(),
                    answering,
                    settings,
                    executor);
        }
        return service;
    }

    private void hear(TurnEvent event) {
        events.add(event);
        if (event instanceof TurnEvent.Done || event instanceof TurnEvent.Failed) {
            end.complete(event);
        }
    }

    Chat awaitEnd() {
        await(end);
        return this;
    }

    static <T> T await(CompletableFuture<T> moment) {
        try {
            return moment.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Nothing came", e);
        }
    }

    String told() {
        StringBuilder text = new StringBuilder();
        events(TurnEvent.Chunk.class).forEach(chunk -> text.append(chunk.content()));
        return text.toString();
    }

    MessageStatus status() {
        return events(TurnEvent.Done.class).get(0).status();
    }

    List<String> toolStates() {
        return events(TurnEvent.ToolUsed.class).stream()
                .map(tool -> tool.name() + " " + tool.status().wireName()
                        + (tool.rowCount() == null ? "" : " " + tool.rowCount()))
                .toList();
    }

    <T extends TurnEvent> List<T> events(Class<T> kindOfEvent) {
        return events.stream()
                .filter((Predicate<TurnEvent>) kindOfEvent::isInstance)
                .map(kindOfEvent::cast)
                .toList();
    }

    UUID answerId() {
        return events.get(0).messageId();
    }

    Evidence evidence() {
        return store.evidence(answerId());
    }

    StoredAnswer stored() {
        return store.stored(answerId());
    }

    /** Lets everybody in. */
    private static final class OpenDoor extends Admission {

        private final ChatStore store;

        OpenDoor(ChatStore store) {
            this.store = store;
        }

        @Override
        BegunTurn begin(Question question) {
            return store.begin(question);
        }
    }

    private static final class NoMeter extends UsageMeter {

        @Override
        public void spent(TenantId tenant, Spent spent) {}
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
