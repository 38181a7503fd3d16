package io.smartchat.chat;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.smartchat.llm.AnswerListener;
import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.AnswerStream;
import io.smartchat.llm.ChatProvider;
import io.smartchat.llm.Completion;
import io.smartchat.platform.ErrorCode;
import io.smartchat.platform.SmartChatException;
import io.smartchat.tool.ToolLimits;
import io.smartchat.tool.ToolRound;
import io.smartchat.tool.ToolRun;
import io.smartchat.tool.ToolStatus;
import io.smartchat.tool.Toolbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the model, looks up what it asks for, and asks again, until it has said all. When its rounds are used up it is
 * asked once more, without tools. No thread waits meanwhile.
 */
final class Dialogue implements AnswerListener {

    private static final System.Logger LOG = System.getLogger(Dialogue.class.getName());

    private final ChatProvider provider;
    private final AnswerRequest first;
    private final Toolbox toolbox;
    private final ToolLimits limits;
    private final Script script;
    private final TurnRun run;
    private final List<ChatMessage> messages;
    private StringBuilder heard = new StringBuilder();
    private Duration toolTime;
    private int rounds;
    private boolean lookedUp;
    private boolean newParagraph;

    /**
     * How the answer is held to its sources.
     *
     * @param text what the model's words pass through
     * @param support hears what tools found; null where statements need no support
     * @param given what the model was shown
     * @param refusal said instead of an answer that rests on no tool's result; null where it may rest on other things
     */
    record Script(
            AnswerFilter text,
            @Nullable Support support,
            Given given,
            @Nullable String refusal) {}

    Dialogue(
            ChatProvider provider,
            AnswerRequest first,
            Toolbox toolbox,
            ToolLimits limits,
            Script script,
            TurnRun run) {
        this.provider = provider;
        this.first = first;
        this.toolbox = toolbox;
        this.limits = limits;
        this.script = script;
        this.run = run;
        this.messages = new ArrayList<>(first.messages());
        this.toolTime = limits.total();
    }

    void start() {
        ask();
    }

    private void ask() {
        AnswerRequest request;
        int asked;
        synchronized (this) {
            heard = new StringBuilder();
            asked = rounds;
            request = new AnswerRequest(List.copyOf(messages), first.question(), first.excerpts(), offered());
        }
        if (run.isOver()) {
            return;
        }
        run.evidence().asked();
        if (!script.given().quotesOnly()) {
            run.asked(Prompt.characters(request.messages()));
        }
        AnswerStream stream = provider.answer(request, this);
        synchronized (this) {
            // a quick answer may have led on to its tools before this line
            if (rounds == asked) {
                run.working(stream::cancel);
            }
        }
    }

    private List<ToolSpecification> offered() {
        return rounds < limits.rounds() ? toolbox.specifications() : List.of();
    }

    @Override
    public void onText(String delta) {
        run.evidence().textCame();
        String told;
        synchronized (this) {
            heard.append(delta);
            told = withheld() ? "" : script.text().accept(paragraph(delta));
            if (heard.length() > TurnRun.MAX_ANSWER) {
                run.stop();
                return;
            }
        }
        run.append(told);
    }

    @Override
    public void onComplete(Completion completion) {
        if (run.isOver()) {
            return;
        }
        run.evidence().completed(completion);
        List<ToolExecutionRequest> asked = completion.toolCalls();
        if (!asked.isEmpty() && rounds < limits.rounds() && !toolbox.isEmpty()) {
            lookUp(asked);
            return;
        }
        String refusal = script.refusal();
        if (refusal != null && withheld()) {
            run.refuse(refusal);
            return;
        }
        run.append(script.text().end());
        if (script.text().knewNothing()) {
            run.completeRefused();
        } else {
            run.complete();
        }
    }

    @Override
    public void onError(SmartChatException error) {
        run.fail(error);
    }

    private void lookUp(List<ToolExecutionRequest> asked) {
        ToolRound round = new ToolRound(toolbox, limits, run.executor(), this::ranOne);
        long startedAt = System.nanoTime();
        synchronized (this) {
            rounds++;
            newParagraph =
                    newParagraph || (!withheld() && heard.toString().strip().length() > 0);
            run.working(round::cancel);
        }
        round.run(asked, toolTime)
                .whenCompleteAsync(
                        (runs, failure) -> goOn(runs, failure, Duration.ofNanos(System.nanoTime() - startedAt)),
                        run.executor());
    }

    private void goOn(@Nullable List<ToolRun> runs, @Nullable Throwable failure, Duration took) {
        if (runs == null) {
            failed(failure);
            return;
        }
        try {
            answered(runs, took);
            ask();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void failed(@Nullable Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "A turn failed behind its lookups", cause);
        run.fail(new SmartChatException(ErrorCode.INTERNAL, "Something went wrong on our side. Please try again."));
    }

    private void ranOne(ToolRun toolRun) {
        if (toolRun.status() != ToolStatus.RUNNING) {
            run.evidence().looked(toolRun);
        }
        run.tell(toolRun);
    }

    private synchronized void answered(List<ToolRun> runs, Duration took) {
        toolTime = toolTime.minus(took);
        messages.add(AiMessage.builder()
                .text(heard.length() == 0 ? null : heard.toString())
                .toolExecutionRequests(
                        runs.stream().map(ToolRun::requestForModel).toList())
                .build());
        for (ToolRun toolRun : runs) {
            messages.add(ToolExecutionResultMessage.from(toolRun.requestForModel(), toolRun.text()));
            if (toolRun.status() == ToolStatus.MALFORMED) {
                run.evidence().looked(toolRun);
            } else if (toolRun.status() == ToolStatus.DONE) {
                found(toolRun.text());
            }
        }
    }

    private void found(String result) {
        if (!lookedUp) {
            lookedUp = true;
            // what it does not cite may rest on the result, not on passages
            run.gave(new Given(script.given().items(), false, script.given().quotesOnly()));
        }
        if (script.support() != null) {
            script.support().found(result);
        }
    }

    private boolean withheld() {
        return script.refusal() != null && !lookedUp;
    }

    /** What is said behind a lookup does not run on in the line before it. */
    private String paragraph(String delta) {
        if (!newParagraph || delta.isBlank()) {
            return delta;
        }
        newParagraph = false;
        return "\n\n" + delta.stripLeading();
    }
}
