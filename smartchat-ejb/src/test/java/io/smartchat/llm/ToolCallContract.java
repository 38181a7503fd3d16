package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every provider lets a model ask for tools. */
public abstract class ToolCallContract extends ChatProviderContract {

    protected static final ToolSpecification ORDERS = ToolSpecification.builder()
            .name("orders_of")
            .description("Looks up the orders of a customer")
            .parameters(JsonObjectSchema.builder()
                    .addStringProperty("customer", "the customer's name")
                    .required("customer")
                    .build())
            .build();

    @Test
    void theModelIsToldWhichToolsThereAre() {
        server().on("tools on offer", Reply.text("None needed."));
        ask(List.of(UserMessage.from("tools on offer"))).awaitEnd();
        assertThat(lastRequest()).contains("orders_of", "Looks up the orders of a customer", "the customer's name");
    }

    @Test
    void severalCallsOfOneAnswerAreToldApart() {
        server().on("two at once", new Reply.Tools(List.of(call("Ada Lovelace"), call("Grace \\\"Hopper\\\" 🌍"))));
        Completion completion = completionOf("two at once");
        assertThat(completion.toolCalls())
                .extracting(ToolExecutionRequest::name)
                .containsExactly("orders_of", "orders_of");
        assertThat(completion.toolCalls().get(0).arguments().replace(" ", ""))
                .isEqualTo("{\"customer\":\"AdaLovelace\"}");
        assertThat(completion.toolCalls().get(1).arguments()).contains("Grace", "Hopper", "🌍");
        assertThat(completion.toolCalls())
                .extracting(ToolExecutionRequest::id)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(completion.provider()).isEqualTo(kind());
    }

    @Test
    void aResultGoesBackWithTheCallItBelongsTo() {
        server().on("and the result", Reply.text("Ada ordered twice."));
        ToolExecutionRequest call = call("Ada").toBuilder().id("call_77").build();
        RecordedAnswer answer = ask(List.of(
                        UserMessage.from("What did Ada order?"),
                        AiMessage.from(call),
                        ToolExecutionResultMessage.from(call, "2 rows: tea, bread"),
                        UserMessage.from("and the result")))
                .awaitEnd();
        assertThat(answer.text()).isEqualTo("Ada ordered twice.");
        assertThat(lastRequest()).contains("orders_of", "Ada", "2 rows: tea, bread", "\"tool\"");
    }

    @Test
    void argumentsThatAreNoJsonAreNotSentBack() {
        server().on("try again", Reply.text("Well then."));
        ToolExecutionRequest broken = ToolExecutionRequest.builder()
                .id("call_1")
                .name("orders_of")
                .arguments("{\"customer\":\"Brok")
                .build();
        RecordedAnswer answer = ask(List.of(
                        UserMessage.from("What did Ada order?"),
                        AiMessage.from(broken),
                        ToolExecutionResultMessage.from(broken, "The arguments are not JSON."),
                        UserMessage.from("try again")))
                .awaitEnd();
        assertThat(answer.text()).isEqualTo("Well then.");
        assertThat(lastRequest()).doesNotContain("Brok");
    }

    protected Completion completionOf(String question) {
        RecordedAnswer answer = ask(List.of(UserMessage.from(question))).awaitEnd();
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.completions()).hasSize(1);
        return answer.completions().get(0);
    }

    private RecordedAnswer ask(List<ChatMessage> messages) {
        RecordedAnswer answer = new RecordedAnswer();
        provider(settings()).answer(new AnswerRequest(messages, "", List.of(), List.of(ORDERS)), answer);
        return answer;
    }

    private String lastRequest() {
        return server().requests().get(server().requests().size() - 1);
    }

    private static ToolExecutionRequest call(String customer) {
        return ToolExecutionRequest.builder()
                .name("orders_of")
                .arguments("{\"customer\":\"" + customer + "\"}")
                .build();
    }
}
