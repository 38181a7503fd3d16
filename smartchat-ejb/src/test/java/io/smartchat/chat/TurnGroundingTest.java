package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.identity.Visitor;
import io.smartchat.llm.Grounding;
import io.smartchat.llm.LlmProvider;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tool.ToolResult;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnGroundingTest {

    private static final String WARRANTY = "Every tent comes with a warranty of 36 months for its poles and its seams.";
    private final Chat chat = new Chat();

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void refusesWithoutAskingAModelWhenStrictAndNothingRelevantIsFound() {
        chat.ground(Grounding.STRICT, "Please ring us: 555-0100.").passages.with(WARRANTY, 0.2);

        chat.ask("Who won the race?").awaitEnd();

        assertThat(chat.model.requests()).isEmpty();
        assertThat(chat.told()).isEqualTo("Please ring us: 555-0100.");
        assertThat(chat.status()).isEqualTo(MessageStatus.REFUSED);
        assertThat(chat.evidence().rounds()).isZero();
        assertThat(chat.evidence().sure()).isFalse();
        assertThat(chat.evidence().passages()).hasSize(1).noneMatch(Evidence.FoundPassage::shown);
    }

    @Test
    void hasWordsOfItsOwnForATenantWithout() {
        chat.ground(Grounding.STRICT, null);

        chat.ask("Who won the race?").awaitEnd();

        assertThat(chat.told()).isEqualTo("I don't know.");
    }

    @Test
    void withholdsAnAnswerThatRestsOnNothing() {
        chat.ground(Grounding.STRICT, "I don't know.").with(TestTools.orders(call -> found("4711 sent")));
        chat.model.says("The Norwegian ", "team won.");

        chat.ask("Who won the race?").awaitEnd();

        assertThat(chat.told()).isEqualTo("I don't know.");
        assertThat(chat.status()).isEqualTo(MessageStatus.REFUSED);
        assertThat(chat.model.requests().get(0).excerpts()).isEmpty();
    }

    @Test
    void withholdsAnAnswerBehindALookupThatFoundNothingOut() {
        chat.ground(Grounding.STRICT, "I don't know.")
                .with(TestTools.orders(call -> ToolResult.refused("Sign in first.", JsonValue.EMPTY_JSON_OBJECT)));
        chat.model
                .asksFor(chat.model.call("find_orders", "{\"state\":\"open\"}"))
                .says("You have 12.");

        chat.ask("How many orders do I have?").awaitEnd();

        assertThat(chat.told()).isEqualTo("I don't know.");
        assertThat(chat.status()).isEqualTo(MessageStatus.REFUSED);
    }

    @Test
    void letsAnAnswerRestOnAToolsResult() {
        chat.ground(Grounding.STRICT, "I don't know.").with(TestTools.orders(call -> found("order 4711 sent")));
        chat.model
                .asksFor(chat.model.call("find_orders", "{\"state\":\"open\"}"))
                .says("Order 4711 was sent. ", "It weighs 12 kilos.");

        chat.ask("Where is my order?").awaitEnd();

        assertThat(chat.told()).isEqualTo("Order 4711 was sent. It weighs 12 kilos. [?]");
        assertThat(chat.stored().answer().text()).isEqualTo(chat.told());
        assertThat(chat.evidence().unsupported()).containsExactly("It weighs 12 kilos.");
        assertThat(chat.status()).isEqualTo(MessageStatus.COMPLETE);
    }

    @Test
    void marksWhatIsNotSupportedAndTakesWrongMarksOut() {
        chat.ground(Grounding.STRICT, null).passages.with(WARRANTY, 0.8);
        chat.model.says("Tents have 36 months of war", "ranty [1", "]. They float [", "4].");

        chat.ask("How long is the warranty?").awaitEnd();

        assertThat(chat.told()).isEqualTo("Tents have 36 months of warranty [1]. They float. [?]");
        assertThat(chat.stored().answer().text()).isEqualTo(chat.told());
        assertThat(chat.evidence().citationsRemoved()).containsExactly("[4]");
        assertThat(chat.stored().sources()).extracting(SourceItem::n).containsExactly(1);
    }

    @Test
    void takesAnAnswerThatOnlyAdmitsIgnoranceForARefusal() {
        chat.ground(Grounding.STRICT, null).passages.with(WARRANTY, 0.8);
        chat.model.says("I don't know: the passages don't say that.");

        chat.ask("Do tents float?").awaitEnd();

        assertThat(chat.status()).isEqualTo(MessageStatus.REFUSED);
    }

    @Test
    void looksNothingUpWithoutGrounding() {
        chat.ground(Grounding.OFF, null).passages.with(WARRANTY, 0.8);
        chat.model.says("Hello! [1]");

        chat.ask("Hello?").awaitEnd();

        assertThat(chat.passages.searches()).isZero();
        assertThat(chat.told()).isEqualTo("Hello!");
        assertThat(chat.evidence().times().retrievalMs()).isNull();
    }

    @Test
    void stillLetsTheBuiltInAnswererQuoteWithoutGrounding() {
        chat.ground(Grounding.OFF, null).kind(LlmProvider.BUILTIN).passages.with(WARRANTY, 0.8);
        chat.model.says("36 months [1]");

        chat.ask("How long is the warranty?").awaitEnd();

        assertThat(chat.model.requests().get(0).excerpts()).hasSize(1);
    }

    @Test
    void tellsAFailureAgainAsWhatItWas() {
        chat.model.plays(listener -> listener.onError(new SmartChatException(ErrorCode.LLM_TIMEOUT, "Too slow.")));
        chat.ask("Hello?").awaitEnd();
        List<TurnEvent> again = new ArrayList<>();

        chat.service()
                .resume(Chat.TENANT, Chat.SESSION, Visitor.ANONYMOUS, chat.answerId(), 0, new Listener(again::add));

        assertThat(again)
                .last()
                .isInstanceOfSatisfying(
                        TurnEvent.Failed.class,
                        failed -> assertThat(failed.error().code()).isEqualTo(ErrorCode.LLM_TIMEOUT));
        assertThat(chat.evidence().errorCode()).isEqualTo("llm_timeout");
    }

    @Test
    void closesTheModelsRequestWhenStoppedBeforeItsFirstWord() {
        chat.model.plays(listener -> {});
        chat.ask("Hello?");

        chat.service().stop(Chat.TENANT, Chat.SESSION, Visitor.ANONYMOUS);

        Chat.await(chat.model.firstCancel());
        assertThat(chat.awaitEnd().status()).isEqualTo(MessageStatus.STOPPED);
    }

    @Test
    void stopsAnAnswerNobodyReads() {
        chat.abandonedAfter(Duration.ofMillis(50)).model.plays(listener -> listener.onText("So far"));
        chat.ask("Hello?");

        chat.service().leave(Chat.SESSION, chat.reader);

        Chat.await(chat.model.firstCancel());
        List<TurnEvent> again = new ArrayList<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        chat.service().resume(Chat.TENANT, Chat.SESSION, Visitor.ANONYMOUS, chat.answerId(), 0, new Listener(event -> {
            again.add(event);
            if (event instanceof TurnEvent.Done) {
                ended.complete(null);
            }
        }));
        Chat.await(ended);
        assertThat(again.toString()).contains("So far").contains("STOPPED");
    }

    @Test
    void doesNotStopAnAnswerThatIsReadAgain() {
        chat.abandonedAfter(Duration.ofMillis(100)).model.plays(listener -> listener.onText("So far"));
        chat.ask("Hello?");
        chat.service().leave(Chat.SESSION, chat.reader);

        chat.service()
                .resume(Chat.TENANT, Chat.SESSION, Visitor.ANONYMOUS, chat.answerId(), 0, new Listener(event -> {}));

        assertThat(cancelledWithin(Duration.ofMillis(400))).isFalse();
    }

    private boolean cancelledWithin(Duration patience) {
        try {
            chat.model.firstCancel().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static ToolResult found(String text) {
        return ToolResult.done(text, 1, JsonValue.EMPTY_JSON_OBJECT);
    }
}
