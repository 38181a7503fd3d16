package io.smartchat.chat;

import dev.langchain4j.data.message.ChatMessage;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ChatProviders;
import io.smartchat.llm.Excerpt;
import io.smartchat.llm.Grounding;
import io.smartchat.llm.LlmConfig;
import io.smartchat.llm.LlmConfigService;
import io.smartchat.llm.LlmProvider;
import io.smartchat.rag.Passage;
import io.smartchat.rag.RetrievalService;
import io.smartchat.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds the passages for a question and asks the tenant's provider. */
@ApplicationScoped
class Answering {

    private static final int PASSAGES = 6;
    private static final int MEMORY_TOKENS = 2000;
    private static final String NOTHING_FOUND = "I don't know: the documents I have say nothing about that.";

    private final RetrievalService retrieval;
    private final LlmConfigService configs;
    private final ChatProviders providers;
    private final double threshold;

    @Inject
    Answering(
            RetrievalService retrieval,
            LlmConfigService configs,
            ChatProviders providers,
            @ConfigProperty(name = "smartchat.retrieval.threshold", defaultValue = "0.30") double threshold) {
        this.retrieval = retrieval;
        this.configs = configs;
        this.providers = providers;
        this.threshold = threshold;
    }

    protected Answering() {
        this(null, null, null, 0);
    }

    /** Starts the answer; {@code run} hears the rest. */
    void start(TenantId tenant, BegunTurn begun, TurnRun run) {
        LlmConfig config = configs.get(tenant);
        ChatProvider provider = providers.forTenant(tenant);
        boolean documents = config.grounding() != Grounding.OFF || config.provider() == LlmProvider.BUILTIN;
        List<Passage> found = documents ? retrieval.search(tenant, begun.question(), PASSAGES) : List.of();
        boolean sure = !found.isEmpty() && found.get(0).score() >= threshold;
        boolean quotesOnly = config.provider() == LlmProvider.BUILTIN;
        if (config.grounding() == Grounding.STRICT && !sure && !quotesOnly) {
            run.refuse(NOTHING_FOUND);
            return;
        }
        run.gave(new Given(items(found), sure, quotesOnly));
        List<Excerpt> excerpts = excerpts(found);
        List<ChatMessage> prompt = Prompt.of(
                config.systemPrompt(),
                config.grounding() == Grounding.STRICT,
                excerpts,
                Memory.within(MEMORY_TOKENS, begun.memory()),
                begun.question());
        if (!quotesOnly) {
            run.asked(Prompt.characters(prompt));
        }
        run.streaming(provider.answer(new AnswerRequest(prompt, begun.question(), excerpts), run));
    }

    private static List<Excerpt> excerpts(List<Passage> passages) {
        List<Excerpt> excerpts = new ArrayList<>();
        for (Passage passage : passages) {
            excerpts.add(new Excerpt(
                    excerpts.size() + 1, passage.filename(), passage.page(), passage.text(), passage.score()));
        }
        return excerpts;
    }

    /** Each with its whole text in the snippet's place, from which {@link Given} takes the part that matters. */
    private static List<SourceItem> items(List<Passage> passages) {
        List<SourceItem> items = new ArrayList<>();
        for (Passage passage : passages) {
            items.add(new SourceItem(
                    items.size() + 1,
                    passage.sourceId(),
                    passage.filename(),
                    passage.page(),
                    passage.text(),
                    passage.score()));
        }
        return items;
    }
}
