package io.smartchat.llm;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant's settings and the provider that answers for them, for tests of other features. */
public final class ScriptedModels {

    private final SettledConfigs configs;
    private final ChatProviders providers;

    public ScriptedModels(LlmProvider kind, ChatProvider provider) {
        configs = new SettledConfigs(new ModelSettings(kind, null, "sk-test", "the-model", null, null));
        providers = new ChatProviders(
                configs, List.of(new Factory(provider)), new InMemoryLlmFailures(), Clock.systemUTC(), Runnable::run);
    }

    public ScriptedModels ground(Grounding grounding, @Nullable String noAnswerText) {
        configs.ground(grounding, noAnswerText);
        return this;
    }

    public LlmConfigService configs() {
        return configs;
    }

    public ChatProviders providers() {
        return providers;
    }

    private record Factory(ChatProvider provider) implements ChatProviderFactory {

        @Override
        public Set<LlmProvider> makes() {
            return EnumSet.allOf(LlmProvider.class);
        }

        @Override
        public ChatProvider provider(ModelSettings settings) {
            return provider;
        }

        @Override
        public List<String> models(ModelSettings settings) {
            return List.of();
        }
    }
}
