package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardedProviderTest {

    private final MovedClock clock = new MovedClock();
    private final StagedProvider provider = new StagedProvider();
    private final List<SmartChatException> failures = new ArrayList<>();
    private final GuardedProvider guarded =
            new GuardedProvider(provider, new Breakers(clock).breaker("test"), failures::add);

    @Test
    void afterFiveFailuresInARowNobodyIsAskedForAWhile() {
        fail(5);
        RecordedAnswer refused = ask();
        assertThat(provider.timesAsked()).isEqualTo(5);
        assertThat(refused.error().code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(refused.error().getMessage()).contains("try again");
        assertThat(refused.error().retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(failures).hasSize(5);
    }

    @Test
    void anAnswerThatBeganBetweenFailuresStartsTheCountAnew() {
        fail(4);
        ask();
        provider.last().onText("It opens");
        provider.last().onError(StagedProvider.DOWN);
        fail(4);
        ask();
        assertThat(provider.timesAsked()).isEqualTo(10);
    }

    @Test
    void aServerThatRefusesOurRequestsIsNotDown() {
        for (int i = 0; i < 20; i++) {
            ask();
            provider.last().onError(StagedProvider.WRONG_KEY);
        }
        ask();
        assertThat(provider.timesAsked()).isEqualTo(21);
    }

    @Test
    void afterTheRestOneTurnTriesAndItsAnswerLetsTheOthersIn() {
        fail(5);
        clock.move(Duration.ofSeconds(31));
        ask();
        assertThat(ask().ended()).isTrue();
        assertThat(provider.timesAsked()).isEqualTo(6);
        provider.last().onText("Ten");
        ask();
        assertThat(provider.timesAsked()).isEqualTo(7);
    }

    @Test
    void aTrialThatFailsMeansAnotherRest() {
        fail(5);
        clock.move(Duration.ofSeconds(31));
        fail(1);
        ask();
        assertThat(provider.timesAsked()).isEqualTo(6);
        clock.move(Duration.ofSeconds(31));
        ask();
        assertThat(provider.timesAsked()).isEqualTo(7);
    }

    @Test
    void aTrialThatWasStoppedLeavesItsPlaceToTheNext() {
        fail(5);
        clock.move(Duration.ofSeconds(31));
        guarded.answer(StagedProvider.question(), new RecordedAnswer()).cancel();
        assertThat(provider.timesCancelled()).isEqualTo(1);
        ask();
        assertThat(provider.timesAsked()).isEqualTo(7);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            ask();
            provider.last().onError(StagedProvider.DOWN);
        }
    }

    private RecordedAnswer ask() {
        RecordedAnswer answer = new RecordedAnswer();
        guarded.answer(StagedProvider.question(), answer);
        return answer;
    }
}
