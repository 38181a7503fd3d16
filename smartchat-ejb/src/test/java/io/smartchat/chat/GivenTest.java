package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GivenTest {

    private final List<SourceItem> items = List.of(item(1), item(2));

    @Test
    void namesWhatTheAnswerCites() {
        assertThat(new Given(items, false, false).sourcesOf("Yes [2].")).containsExactly(items.get(1));
    }

    @Test
    void namesAllForAModelThatCitesNothingIfTheyAreSurelyAboutTheQuestion() {
        assertThat(new Given(items, true, false).sourcesOf("Yes.")).isEqualTo(items);
        assertThat(new Given(items, false, false).sourcesOf("Hello!")).isEmpty();
        assertThat(new Given(items, true, false).sourcesOf(" ")).isEmpty();
    }

    @Test
    void takesAQuoterWithoutAQuotationForARefusal() {
        Given quoted = new Given(items, true, true);

        assertThat(quoted.statusOf("I don't know.")).isEqualTo(MessageStatus.REFUSED);
        assertThat(quoted.sourcesOf("I don't know.")).isEmpty();
        assertThat(quoted.statusOf("36 months [1]")).isEqualTo(MessageStatus.COMPLETE);
    }

    @Test
    void letsALanguageModelAnswerWithoutCitations() {
        assertThat(new Given(items, true, false).statusOf("Yes.")).isEqualTo(MessageStatus.COMPLETE);
    }

    private static SourceItem item(int n) {
        return new SourceItem(n, UUID.randomUUID(), "a.pdf", n, "text", 0.5);
    }
}
