package io.smartchat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.smartchat.identity.Visitor;
import io.smartchat.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolboxTest {

    private record Named(String name) implements Tool {

        @Override
        public ToolSpecification specification() {
            return ToolSpecification.builder().name(name).build();
        }

        @Override
        public String label() {
            return name;
        }

        @Override
        public ToolResult run(ToolCall call) {
            return ToolResult.failed("never");
        }
    }

    @Test
    void namesTheNearestToolAndNoneThatIsFar() {
        Toolbox box = new Toolbox(List.of(new Named("find_orders"), new Named("count_customers")));

        assertThat(box.unknown("findOrders")).contains("Did you mean find_orders?");
        assertThat(box.unknown("xyz")).doesNotContain("Did you mean").contains("find_orders, count_customers");
    }

    @Test
    void keepsTheFirstOfTwoToolsWithOneName() {
        Named first = new Named("find_orders");

        assertThat(new Toolbox(List.of(first, new Named("find_orders"))).find("find_orders"))
                .containsSame(first);
    }

    @Test
    void doesWithoutAFeatureThatCannotSayWhatItOffers() {
        ToolProvider broken = (tenant, visitor) -> {
            throw new IllegalStateException("database down");
        };
        ToolProvider working = (tenant, visitor) -> List.of(new Named("find_orders"));

        Toolbox box = new Tools(List.of(broken, working)).forVisitor(TenantId.random(), Visitor.ANONYMOUS);

        assertThat(box.specifications()).extracting(ToolSpecification::name).containsExactly("find_orders");
    }

    @Test
    void runsWhatEndsACallAlsoWhenItWasCancelledBefore() {
        ToolCall call = new ToolCall(jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
        StringBuilder ended = new StringBuilder();

        call.onCancel(() -> ended.append("a"));
        call.cancel();
        call.cancel();
        call.onCancel(() -> ended.append("b"));

        assertThat(ended).hasToString("ab");
        assertThat(call.cancelled()).isTrue();
    }
}
