package io.smartchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationFilterTest {

    private final List<String> removed = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It lasts 36 months [7].              | It lasts 36 months.",
                "It lasts 36 months [7], mostly.      | It lasts 36 months, mostly.",
                "It lasts [7] long                    | It lasts long",
                "It lasts 36 months.[7] Then not.     | It lasts 36 months. Then not.",
                "It lasts 36 months. [7]              | It lasts 36 months.",
                "Both [1, 7] and [7, 8] and [2][9].   | Both [1] and and [2].",
                "费用为30元[7]。                        | 费用为30元。",
                "The price[3] is fair.                | The price is fair.",
                "[9] first                            | ' first'",
            })
    void takesOutMarksOfPassagesThatWereNotGiven(String said, String told) {
        assertThat(filtered(said, said.length())).isEqualTo(told);
        assertThat(removed).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Right [1] and [2] and [1, 2][1].",
                "Code `a[7]` and ``b `[8]` c[9]`` stay.",
                "```js\nconst a = [7];\nb[9] = 1;\n```\nEnd.",
                "~~~\n[9]\n~~~",
                "An index a[0] and x[7] and list_of[9] and f()[3].",
                "A link [7](https://example.org) and [text](https://example.org/[9]).",
                "A footnote[^7] and\n\n[^7]: its text",
                "[7]: https://example.org",
                "A year [2024], an error [404], a box [x] and [ ] and [].",
                "Escaped \\[7] and nested [[7]1] and [1[7]].",
                "Left open [7",
                "Left open [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20",
                "Two  blanks and one at the end ",
                "",
            })
    void leavesEverythingElseAsItIs(String said) {
        assertThat(filtered(said, said.length() + 1)).isEqualTo(said);
        assertThat(removed).isEmpty();
    }

    @Test
    void tellsTheSameHoweverTheModelCutsItsWords() {
        String said = "One [7]. Two [1][9] `c[8]` three [2, 5], x[9].\n\n```\n[9]\n```\n[3] end [9] [8] [7]";
        String told = filtered(said, said.length());
        for (int width = 1; width < said.length(); width++) {
            assertThat(filtered(said, width)).as("in pieces of %d", width).isEqualTo(told);
        }
    }

    @Test
    void changesNothingWhenItHearsItsOwnWords() {
        for (String said : List.of("[[9]1]", "[1[9]]", "[9[9]9]", "a [9] [9]1] [2[7]", "[[9]7] [[[8]]]", "[9][[9]1]")) {
            String once = filtered(said, said.length());
            assertThat(filtered(once, once.length())).as(said).isEqualTo(once);
        }
    }

    @Test
    void holdsBackNoMoreThanAMark() {
        CitationFilter filter = new CitationFilter(2, removed::add);

        assertThat(filter.accept("word ")).isEqualTo("word");
        assertThat(filter.accept("more [")).isEqualTo(" more");
        assertThat(filter.accept("not a mark")).isEqualTo(" [not a mark");
        assertThat(filter.accept(" [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1")).hasSizeGreaterThan(30);
    }

    private String filtered(String said, int width) {
        CitationFilter filter = new CitationFilter(2, removed::add);
        StringBuilder told = new StringBuilder();
        for (int at = 0; at < said.length(); at += Math.max(1, width)) {
            told.append(filter.accept(said.substring(at, Math.min(said.length(), at + Math.max(1, width)))));
        }
        return told.append(filter.end()).toString();
    }
}
