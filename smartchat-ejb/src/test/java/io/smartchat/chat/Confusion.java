package io.smartchat.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the questions of a set. */
final class Confusion {

    private final String name;
    private final int[] answerable = new int[3];
    private final int[] unanswerable = new int[3];
    private final List<String> misses = new ArrayList<>();

    Confusion(String name) {
        this.name = name;
    }

    void count(GroundingQuestion question, GroundedShop.Answer answer) {
        int outcome = answer.status() == MessageStatus.REFUSED ? 2 : question.answeredRightBy(answer) ? 0 : 1;
        (question.answerable() ? answerable : unanswerable)[outcome]++;
        if (outcome != (question.answerable() ? 0 : 2)) {
            misses.add("%s %s%n    %s"
                    .formatted(
                            question.answerable() ? "answerable:" : "unanswerable:",
                            question.text(),
                            answer.text().replace("\n", "\n    ")));
        }
    }

    Confusion plus(Confusion other) {
        Confusion sum = new Confusion(name.replaceAll(",.*", ", both"));
        for (int i = 0; i < answerable.length; i++) {
            sum.answerable[i] = answerable[i] + other.answerable[i];
            sum.unanswerable[i] = unanswerable[i] + other.unanswerable[i];
        }
        return sum;
    }

    double shareAnsweredRight() {
        return share(answerable, 0);
    }

    double shareRefused() {
        return share(unanswerable, 2);
    }

    List<String> misses() {
        return misses;
    }

    private static double share(int[] counts, int outcome) {
        return (double) counts[outcome] / (counts[0] + counts[1] + counts[2]);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "| %s | answerable | %d | %d | %d | %.0f %% |%n| %s | unanswerable | %d | %d | %d | %.0f %% |",
                name,
                answerable[0],
                answerable[1],
                answerable[2],
                100 * shareAnsweredRight(),
                name,
                unanswerable[0],
                unanswerable[1],
                unanswerable[2],
                100 * shareRefused());
    }
}
