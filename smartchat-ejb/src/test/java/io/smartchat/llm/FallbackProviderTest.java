package io.smartchat.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import org.junit.jupiter.api.Test;

class FallbackProviderTest {

    private final StagedProvider primary = new StagedProvider();
    private final StagedProvider fallback = new StagedProvider();
    private final FallbackProvider provider = new FallbackProvider(primary, fallback, Runnable::run);
    private final RecordedAnswer answer = new RecordedAnswer();

    @Test
    void aProviderThatAnswersIsTheOnlyOneAsked() {
        ask();
        primary.last().onText("Ten.");
        primary.last().onComplete(Completion.of(LlmProvider.OPENAI, Usage.NONE));
        assertThat(answer.text()).isEqualTo("Ten.");
        assertThat(fallback.timesAsked()).isZero();
    }

    @Test
    void aFailureBeforeTheFirstTokenGoesToTheFallbackWhichIsNamed() {
        ask();
        primary.last().onError(StagedProvider.DOWN);
        fallback.last().onText("Ten.");
        fallback.last().onComplete(Completion.of(LlmProvider.OLLAMA, Usage.NONE));
        assertThat(answer.text()).isEqualTo("Ten.");
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.completions()).extracting(Completion::provider).containsExactly(LlmProvider.OLLAMA);
    }

    @Test
    void afterTheFirstTokenAFailureIsAFailure() {
        ask();
        primary.last().onText("It opens");
        primary.last().onError(StagedProvider.DOWN);
        assertThat(answer.error()).isSameAs(StagedProvider.DOWN);
        assertThat(fallback.timesAsked()).isZero();
    }

    @Test
    void whereBothFailTheFirstOnesFailureIsTold() {
        ask();
        primary.last().onError(StagedProvider.DOWN);
        fallback.last().onError(StagedProvider.WRONG_KEY);
        assertThat(answer.error()).isSameAs(StagedProvider.DOWN);
    }

    @Test
    void aFallbackThatBreaksOffInTheMiddleTellsItsOwnFailure() {
        ask();
        primary.last().onError(StagedProvider.DOWN);
        fallback.last().onText("It opens");
        SmartChatException slow = new SmartChatException(ErrorCode.LLM_TIMEOUT, "slow");
        fallback.last().onError(slow);
        assertThat(answer.error()).isSameAs(slow);
    }

    @Test
    void aStopReachesWhoeverIsAskedAndNobodyElseIsAskedAfterIt() {
        AnswerStream stream = ask();
        stream.cancel();
        assertThat(primary.timesCancelled()).isEqualTo(1);
        primary.last().onError(StagedProvider.DOWN);
        assertThat(fallback.timesAsked()).isZero();
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void aStopReachesTheFallback() {
        AnswerStream stream = ask();
        primary.last().onError(StagedProvider.DOWN);
        stream.cancel();
        assertThat(fallback.timesCancelled()).isEqualTo(1);
    }

    private AnswerStream ask() {
        return provider.answer(StagedProvider.question(), answer);
    }
}
