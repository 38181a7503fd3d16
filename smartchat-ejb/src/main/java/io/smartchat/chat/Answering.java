package io.smartchat.chat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.ChatProviders;
import io.smartchat.llm.Excerpt;
import io.smartchat.llm.Grounding;
import io.smartchat.llm.LlmConfig;
import io.smartchat.llm.LlmConfigService;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.NoAnswer;
import io.smartchat.rag.Passage;
import io.smartchat.rag.RetrievalService;
import io.smartchat.tenant.TenantId;
import io.smartchat.tool.Toolbox;
import io.smartchat.tool.Tools;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the passages and tools for a question and asks the tenant's provider. */
@ApplicationScoped
class Answering {

    private static final int PASSAGES = 6;
    /** A quoter reads more for nothing; the sentence that answers is not always in the first passages. */
    private static final int QUOTED_PASSAGES = 8;

    private final RetrievalService retrieval;
    private final LlmConfigService configs;
    private final ChatProviders providers;
    private final Tools tools;
    private final NoAnswer noAnswer;
    private final ChatSettings settings;

    @Inject
    Answering(
            RetrievalService retrieval,
            LlmConfigService configs,
            ChatProviders providers,
            Tools tools,
            NoAnswer noAnswer,
            ChatSettings settings) {
        this.retrieval = retrieval;
        this.configs = configs;
        this.providers = providers;
        this.tools = tools;
        this.noAnswer = noAnswer;
        this.settings = settings;
    }

    protected Answering() {
        this(null, null, null, null, null, null);
    }

    /** Starts the answer; {@code run} hears the rest. */
    void start(TenantId tenant, Visitor visitor, BegunTurn begun, TurnRun run) {
        LlmConfig config = configs.get(tenant);
        run.evidence().configured(config, settings.threshold());
        ChatProvider provider = providers.forTenant(tenant);
        boolean quotesOnly = config.provider() == LlmProvider.BUILTIN;
        boolean strict = config.grounding() == Grounding.STRICT && !quotesOnly;
        Toolbox toolbox = quotesOnly ? Toolbox.EMPTY : tools.forVisitor(tenant, visitor);
        Found found = found(tenant, config, quotesOnly, begun.question(), run);
        String refusal = strict && !found.sure() ? refusal(config, begun.question()) : null;
        if (refusal != null && toolbox.isEmpty()) {
            run.refuse(refusal);
            return;
        }
        List<Passage> shown = refusal == null ? found.passages() : List.of();
        Given given = new Given(Shown.items(shown), found.sure(), quotesOnly);
        run.gave(given);
        List<Excerpt> excerpts = Shown.excerpts(shown);
        AnswerRequest request = new AnswerRequest(
                Prompt.of(
                        config.systemPrompt(),
                        strict,
                        !toolbox.isEmpty(),
                        excerpts,
                        Memory.within(settings.memoryTokens(), begun.memory()),
                        begun.question()),
                begun.question(),
                excerpts);
        Support support = strict ? new Support(begun.question(), Shown.texts(shown)) : null;
        new Dialogue(
                        provider,
                        request,
                        toolbox,
                        settings.tools(),
                        new Dialogue.Script(text(shown.size(), support, run), support, given, refusal),
                        run)
                .start();
    }

    private record Found(List<Passage> passages, boolean sure) {}

    /** Without grounding nothing is looked up, unless the provider can do nothing but quote. */
    private Found found(TenantId tenant, LlmConfig config, boolean quotesOnly, String question, TurnRun run) {
        if (config.grounding() == Grounding.OFF && !quotesOnly) {
            return new Found(List.of(), false);
        }
        List<Passage> passages = retrieval.search(tenant, question, quotesOnly ? QUOTED_PASSAGES : PASSAGES);
        boolean sure = !passages.isEmpty() && passages.get(0).score() >= settings.threshold();
        run.evidence().found(passages, sure, sure || quotesOnly || config.grounding() != Grounding.STRICT);
        return new Found(passages, sure);
    }

    private String refusal(LlmConfig config, String question) {
        String configured = config.noAnswerText();
        return configured == null || configured.isBlank() ? noAnswer.to(question) : configured;
    }

    private static AnswerFilter text(int given, @Nullable Support support, TurnRun run) {
        EvidenceRecorder evidence = run.evidence();
        return new AnswerFilter(
                new CitationFilter(given, evidence::citationRemoved),
                support == null ? null : new SupportFilter(support, evidence::unsupported));
    }
}
