package io.smartchat.chat;

import java.util.function.Consumer;

/**
 * Lets an answer through sentence by sentence, and puts {@value #MARK} behind each statement that nothing supports. Code
 * goes through line by line as it is.
 */
final class SupportFilter {

    static final String MARK = "[?]";

    private final Support support;
    private final Consumer<String> unsupported;
    private final StringBuilder held = new StringBuilder();
    private boolean inCode;
    private int statements;
    private boolean ignorance;

    /** @param unsupported hears each statement that got a mark */
    SupportFilter(Support support, Consumer<String> unsupported) {
        this.support = support;
        this.unsupported = unsupported;
    }

    String accept(String delta) {
        held.append(delta);
        return released(false);
    }

    /** The rest, once nothing follows. */
    String end() {
        return released(true);
    }

    /** Whether all it said is that it does not know. */
    boolean knewNothing() {
        return ignorance && statements == 0;
    }

    private String released(boolean nothingFollows) {
        StringBuilder out = new StringBuilder();
        boolean more = true;
        while (more) {
            int start = blank();
            out.append(held, 0, start);
            held.delete(0, start);
            int end = end(nothingFollows);
            more = end > 0;
            if (more) {
                out.append(judged(held.substring(0, end)));
                held.delete(0, end);
            }
        }
        return out.toString();
    }

    private int end(boolean nothingFollows) {
        String text = held.toString();
        if (inCode || text.startsWith("```") || text.startsWith("~~~")) {
            int line = text.indexOf('\n');
            return line >= 0 ? line : nothingFollows ? text.length() : SentenceEnd.NOT_YET;
        }
        return SentenceEnd.in(text, nothingFollows);
    }

    private int blank() {
        int i = 0;
        while (i < held.length() && Character.isWhitespace(held.charAt(i))) {
            i++;
        }
        return i;
    }

    private String judged(String text) {
        if (text.startsWith("```") || text.startsWith("~~~")) {
            inCode = !inCode;
            return text;
        }
        if (inCode) {
            return text;
        }
        Sentence sentence = Sentence.of(text);
        switch (sentence.kind()) {
            case STATEMENT -> statements++;
            case IGNORANCE -> ignorance = true;
            case NEITHER -> {}
        }
        if (sentence.kind() != Sentence.Kind.STATEMENT || support.of(sentence.words(), sentence.cited())) {
            return text;
        }
        unsupported.accept(text);
        return text + " " + MARK;
    }
}
