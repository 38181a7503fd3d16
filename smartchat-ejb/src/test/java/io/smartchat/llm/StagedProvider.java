package io.smartchat.llm;

import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import java.util.ArrayList;
import java.util.List;

/** A provider whose answers the test gives, one by one, when it likes. */
final class StagedProvider implements ChatProvider {

    static final SmartChatException DOWN = failure(503, true);
    static final SmartChatException WRONG_KEY = failure(401, false);

    private final List<AnswerListener> asked = new ArrayList<>();
    private int cancelled;

    @Override
    public AnswerStream answer(AnswerRequest request, AnswerListener listener) {
        asked.add(listener);
        return () -> cancelled++;
    }

    int timesAsked() {
        return asked.size();
    }

    int timesCancelled() {
        return cancelled;
    }

    /** Whoever listens to the last answer asked for. */
    AnswerListener last() {
        return asked.get(asked.size() - 1);
    }

    static AnswerRequest question() {
        return new AnswerRequest(List.of(), "When does it open?", List.of());
    }

    private static SmartChatException failure(int status, boolean outage) {
        return new SmartChatException(
                ErrorCode.LLM_UNAVAILABLE,
                "Please try again.",
                new ModelServerException("It answered " + status, status, outage));
    }
}
