package io.smartchat.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.Completion;
import io.smartchat.llm.LlmProvider;
import io.smartchat.llm.LoadedEmbeddings;
import io.smartchat.llm.RecordedAnswer;
import io.smartchat.llm.Usage;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BuiltinStreamTest {

    private static final AnswerRequest QUESTION =
            new AnswerRequest(List.of(), "How long is the warranty of the X200?", Shelf.ENGLISH);

    @Test
    void anAnswerComesInSmallDeltasAndCompletesOnce() {
        BuiltinProvider provider = new BuiltinProvider(LoadedEmbeddings.get(), Runnable::run);
        RecordedAnswer answer = new RecordedAnswer();
        provider.answer(QUESTION, answer);
        assertThat(answer.deltas()).hasSizeGreaterThan(8).allMatch(delta -> delta.length() <= 20);
        assertThat(answer.text()).isEqualTo(provider.text(QUESTION));
        assertThat(answer.completions()).containsExactly(Completion.of(LlmProvider.BUILTIN, Usage.NONE));
        assertThat(answer.errors()).isEmpty();
    }

    @Test
    void aTextWithoutSpacesComesInPiecesThatSplitNoCharacter() {
        RecordedAnswer answer = new RecordedAnswer();
        new BuiltinProvider(LoadedEmbeddings.get(), Runnable::run)
                .answer(new AnswerRequest(List.of(), "秘鲁的首都是哪里？", List.of()), answer);
        assertThat(answer.deltas()).hasSizeGreaterThan(2);
        assertThat(answer.text()).isEqualTo(DontKnow.in(Language.CHINESE));
    }

    @Test
    void nothingIsHeardAfterACancelBeforeTheFirstDelta() {
        Queue<Runnable> later = new ArrayDeque<>();
        RecordedAnswer answer = new RecordedAnswer();
        AnswerStream stream = new BuiltinProvider(LoadedEmbeddings.get(), later::add).answer(QUESTION, answer);
        stream.cancel();
        stream.cancel();
        later.remove().run();
        assertThat(answer.deltas()).isEmpty();
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void nothingIsHeardAfterACancelInTheMiddle() {
        Queue<Runnable> later = new ArrayDeque<>();
        AnswerStream[] stream = new AnswerStream[1];
        RecordedAnswer answer = new RecordedAnswer();
        stream[0] = new BuiltinProvider(LoadedEmbeddings.get(), later::add).answer(QUESTION, new AnswerListener() {
            @Override
            public void onText(String delta) {
                answer.onText(delta);
                stream[0].cancel();
            }

            @Override
            public void onComplete(Completion completion) {
                answer.onComplete(completion);
            }

            @Override
            public void onError(SmartChatException error) {
                answer.onError(error);
            }
        });
        later.remove().run();
        assertThat(answer.deltas()).hasSize(1);
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void aModelThatCannotEmbedIsToldAsAnErrorFitForAVisitor() {
        RecordedAnswer answer = new RecordedAnswer();
        new BuiltinProvider(new BrokenEmbeddings(), Runnable::run).answer(QUESTION, answer);
        assertThat(answer.errors()).hasSize(1);
        assertThat(answer.errors().get(0).code()).isEqualTo(ErrorCode.LLM_UNAVAILABLE);
        assertThat(answer.errors().get(0).getMessage()).doesNotContain("onnx");
    }
}
