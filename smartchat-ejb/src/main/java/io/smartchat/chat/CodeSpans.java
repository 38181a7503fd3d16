package io.smartchat.chat;

/** Whether a stream of Markdown is inside code just now: a fenced block or a span between backticks. */
final class CodeSpans {

    private boolean lineStart = true;
    private boolean blankLine = true;
    private char runOf;
    private int run;
    private boolean runBeganLine;
    private char fence;
    private int fenceLength;
    private int spanLength;

    /** Whether {@code next}, which comes now, stands in code. */
    boolean inCode(char next) {
        if (next != runOf) {
            endRun();
        }
        boolean inside = fenceLength > 0 || spanLength > 0;
        take(next);
        return inside;
    }

    private void take(char next) {
        if (next == '`' || next == '~') {
            if (run == 0) {
                runOf = next;
                runBeganLine = lineStart;
            }
            run++;
            lineStart = false;
            blankLine = false;
        } else if (next == '\n') {
            if (blankLine) {
                // a span does not reach beyond its paragraph
                spanLength = 0;
            }
            lineStart = true;
            blankLine = true;
        } else if (next != ' ') {
            lineStart = false;
            blankLine = false;
        }
    }

    private void endRun() {
        if (run == 0) {
            return;
        }
        if (fenceLength > 0) {
            if (runBeganLine && runOf == fence && run >= fenceLength) {
                fenceLength = 0;
            }
        } else if (runBeganLine && run >= 3 && spanLength == 0) {
            fence = runOf;
            fenceLength = run;
        } else if (runOf == '`') {
            spanLength = spanLength == 0 ? run : spanLength == run ? 0 : spanLength;
        }
        run = 0;
        runOf = 0;
    }
}
