package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.Usage;
import io.smartchat.tool.ToolLimits;
import io.smartchat.tool.ToolResult;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnWithToolsTest {

    private static final JsonObject RAN =
            Json.createObjectBuilder().add("sql", "select 1").build();
    private final Chat chat = new Chat();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void looksUpWhatTheModelAsksForAndTellsItTheResult() {
        chat.with(TestTools.orders(
                call -> ToolResult.done("state,count\n" + call.arguments().getString("state") + ",2", 2, RAN)));
        chat.model.asksFor(orders("{\"state\":\"open\"}")).says("You have ", "2 open orders.");

        chat.ask("How many orders are open?").awaitEnd();

        assertThat(chat.told())
                .isEqualTo("You have 2 open orders.")
                .isEqualTo(chat.stored().answer().text());
        assertThat(chat.toolStates()).containsExactly("find_orders running", "find_orders done 2");
        assertThat(results(1)).containsExactly("state,count\nopen,2");
        assertThat(chat.events(TurnEvent.Done.class).get(0).usage()).isEqualTo(new Usage(17, 3));
    }

    @Test
    void keepsARecordOfWhatRan() {
        chat.with(TestTools.orders(call -> ToolResult.done("one", 1, RAN)));
        chat.model.asksFor(orders("{\"state\":\"open\"}")).says("One.");

        chat.ask("How many?").awaitEnd();

        Evidence.Lookup lookup = chat.evidence().toolCalls().get(0);
        assertThat(lookup.arguments()).isEqualTo("{\"state\":\"open\"}");
        assertThat(lookup.executed()).isEqualTo("{\"sql\":\"select 1\"}");
        assertThat(lookup.status()).isEqualTo("done");
        assertThat(chat.evidence().rounds()).isEqualTo(2);
        assertThat(chat.evidence().model()).isEqualTo("scripted-1");
        assertThat(chat.evidence().status()).isEqualTo("complete");
    }

    @Test
    void tellsTheModelWhatIsWrongWithACall() {
        chat.with(TestTools.orders(call -> ToolResult.done("never", 0, RAN)));
        chat.model
                .asksFor(
                        orders("{\"state\":"),
                        orders("{\"state\":" + "[".repeat(5000)),
                        chat.model.call("find_order", "{}"),
                        orders("{\"limit\":3}"),
                        orders("{\"state\":\"open\",\"limit\":\"three\"}"))
                .says("Sorry.");

        chat.ask("How many?").awaitEnd();

        assertThat(results(1))
                .satisfiesExactly(
                        broken -> assertThat(broken).contains("not a JSON object", "\"state\""),
                        bottomless -> assertThat(bottomless).contains("not a JSON object"),
                        unknown -> assertThat(unknown).contains("Did you mean find_orders?"),
                        missing -> assertThat(missing).contains("field state is missing"),
                        wrong -> assertThat(wrong).contains("field limit", "whole number"));
        assertThat(chat.toolStates()).isEmpty();
        assertThat(chat.evidence().toolCalls())
                .extracting(Evidence.Lookup::status)
                .containsOnly("malformed");
        assertThat(askedAgain(1)).extracting(ToolExecutionRequest::arguments).doesNotContain("{\"state\":");
    }

    @Test
    void keepsTheWordsOfAFaultToItself() {
        chat.with(TestTools.orders(call -> {
            throw new IllegalStateException("password=hunter2");
        }));
        chat.model.asksFor(orders("{\"state\":\"open\"}")).says("I could not look that up.");

        chat.ask("How many?").awaitEnd();

        assertThat(chat.toolStates()).containsExactly("find_orders running", "find_orders failed");
        assertThat(results(1).get(0)).contains("could not be looked up");
        assertThat(chat.events.toString() + results(1) + chat.evidence()).doesNotContain("hunter2");
    }

    @Test
    void givesUpAToolThatTakesTooLong() {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        chat.limits(new ToolLimits(5, 8, Duration.ofMillis(50), Duration.ofSeconds(5), 1000))
                .with(TestTools.orders(call -> {
                    call.onCancel(() -> cancelled.complete(null));
                    Chat.await(cancelled);
                    return ToolResult.done("late", 1, RAN);
                }));
        chat.model.asksFor(orders("{\"state\":\"open\"}")).says("It took too long.");

        chat.ask("How many?").awaitEnd();

        Chat.await(cancelled);
        assertThat(chat.toolStates()).containsExactly("find_orders running", "find_orders failed");
        assertThat(results(1).get(0)).contains("too long");
    }

    @Test
    void runsTheCallsOfARoundSideBySideAndAnswersThemInTheirOrder() {
        CountDownLatch both = new CountDownLatch(2);
        chat.with(TestTools.orders(call -> {
            both.countDown();
            await(both);
            return ToolResult.done(call.arguments().getString("state"), 1, RAN);
        }));
        chat.model
                .asksFor(orders("{\"state\":\"open\"}"), orders("{\"state\":\"sent\"}"))
                .says("Both.");

        chat.ask("How many?").awaitEnd();

        assertThat(results(1)).containsExactly("open", "sent");
    }

    @Test
    void asksOnceMoreWithoutToolsWhenTheRoundsAreUsedUp() {
        chat.with(TestTools.orders(call -> ToolResult.done("none", 0, RAN)));
        for (int round = 0; round < 5; round++) {
            chat.model.asksFor(orders("{\"state\":\"open\"}"));
        }
        chat.model.says("That is all I found.");

        chat.ask("How many?").awaitEnd();

        assertThat(chat.told()).isEqualTo("That is all I found.");
        assertThat(chat.model.requests()).hasSize(6);
        assertThat(chat.model.requests().subList(0, 5))
                .noneMatch(request -> request.tools().isEmpty());
        assertThat(chat.model.requests().get(5).tools()).isEmpty();
    }

    @Test
    void givesTheModelDataWithoutHiddenCharactersAndNotWithoutEnd() {
        chat.limits(new ToolLimits(5, 8, Duration.ofSeconds(5), Duration.ofSeconds(5), 20))
                .with(TestTools.orders(call ->
                        ToolResult.done("a\u202Eb\u0007c\u200Bd\uDB40\uDC41e\u061C\n" + "x".repeat(100), 1, RAN)));
        chat.model.asksFor(orders("{\"state\":\"open\"}")).says("Well.");

        chat.ask("How many?").awaitEnd();

        assertThat(results(1).get(0)).startsWith("abcde\nxxxxxxxxxxxxxx\n").contains("cut");
    }

    @Test
    void stopsAToolThatRuns() {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        chat.with(TestTools.orders(call -> {
            call.onCancel(() -> cancelled.complete(null));
            running.complete(null);
            Chat.await(cancelled);
            return ToolResult.done("late", 1, RAN);
        }));
        chat.model.asksFor(orders("{\"state\":\"open\"}"));
        chat.ask("How many?");
        Chat.await(running);

        chat.service().stop(Chat.TENANT, Chat.SESSION, io.smartchat.identity.Visitor.ANONYMOUS);

        Chat.await(cancelled);
        assertThat(chat.awaitEnd().status()).isEqualTo(MessageStatus.STOPPED);
        assertThat(chat.model.requests()).hasSize(1);
    }

    @Test
    void beginsAParagraphBehindALookup() {
        chat.with(TestTools.orders(call -> ToolResult.done("2", 2, RAN)));
        chat.model
                .plays(listener -> {
                    listener.onText("Let me look.");
                    new io.smartchat.llm.ScriptedProvider()
                            .asksFor(orders("{\"state\":\"open\"}"))
                            .answer(new AnswerRequest(List.of(), "", List.of()), listener);
                })
                .says("Two.");

        chat.ask("How many?").awaitEnd();

        assertThat(chat.told()).isEqualTo("Let me look.\n\nTwo.");
        assertThat(chat.stored().answer().text()).isEqualTo(chat.told());
    }

    private ToolExecutionRequest orders(String arguments) {
        return chat.model.call("find_orders", arguments);
    }

    private List<String> results(int request) {
        return chat.model.requests().get(request).messages().stream()
                .filter(ToolExecutionResultMessage.class::isInstance)
                .map(message -> ((ToolExecutionResultMessage) message).text())
                .toList();
    }

    private List<ToolExecutionRequest> askedAgain(int request) {
        List<ChatMessage> messages = chat.model.requests().get(request).messages();
        return messages.stream()
                .filter(AiMessage.class::isInstance)
                .flatMap(message -> ((AiMessage) message).toolExecutionRequests().stream())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
