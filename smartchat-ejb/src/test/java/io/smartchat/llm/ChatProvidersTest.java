package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tenant.TenantDeleted;
import io.smartchat.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChatProvidersTest {

    private final TenantId tenant = TenantId.random();
    private final SettledConfigs configs = new SettledConfigs(SettledConfigs.openAi("https://a.example.com/v1", "k"));
    private final ChatProviders providers = new ChatProviders(
            configs, List.of(new CountingFactory()), new InMemoryLlmFailures(), Clock.systemUTC(), Runnable::run);

    @Test
    void aProviderIsKeptUntilTheSettingsChange() {
        ChatProvider first = providers.forTenant(tenant);
        assertThat(providers.forTenant(tenant)).isSameAs(first);
        configs.change(SettledConfigs.openAi("https://b.example.com/v1", "k"));
        assertThat(providers.forTenant(tenant)).isNotSameAs(first);
    }

    @Test
    void tenantsDoNotShareAProvider() {
        assertThat(providers.forTenant(tenant)).isNotSameAs(providers.forTenant(TenantId.random()));
    }

    @Test
    void aDeletedTenantsProviderIsForgotten() {
        ChatProvider first = providers.forTenant(tenant);
        providers.onTenantDeleted(new TenantDeleted(tenant));
        assertThat(providers.forTenant(tenant)).isNotSameAs(first);
    }

    @Test
    void settingsThatLackAKeyAreTold() {
        configs.change(SettledConfigs.openAi(null, null));
        assertThatThrownBy(() -> providers.forTenant(tenant))
                .isInstanceOfSatisfying(
                        SmartChatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LLM_NOT_CONFIGURED));
    }

    private static final class CountingFactory implements ChatProviderFactory {

        @Override
        public Set<LlmProvider> makes() {
            return Set.of(LlmProvider.values());
        }

        @Override
        public ChatProvider provider(ModelSettings settings) {
            return new ChatProvider() {
                @Override
                public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public List<String> models(ModelSettings settings) {
            return List.of();
        }
    }
}
