package io.smartchat.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainMarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see [1] for more            | see \\[1\\] for more
            *bold* and **bolder**       | \\*bold\\* and \\*\\*bolder\\*\\*
            _leans_ over                | \\_leans\\_ over
            run `rm -rf`                | run \\`rm -rf\\`
            ~~gone~~                    | \\~\\~gone\\~\\~
            <img src=x onerror=alert(1)>| \\<img src=x onerror=alert(1)>
            </div><!-- c -->            | \\</div>\\<!-- c -->
            [a](javascript:alert(1))    | \\[a\\](javascript:alert(1))
            &lt;b&gt; and &#60;         | \\&lt;b\\&gt; and \\&#60;
            C:\\temp                    | C:\\\\temp
            """)
    void whatWouldBecomeMarkupIsEscaped(String text, String markdown) {
        assertThat(PlainMarkdown.of(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 * 4 = 12",
                "the file my_long_name.txt",
                "5 < 6 and 7 > 6",
                "Costs EUR 4.90 (incl. VAT); call +49 30 123-45!",
                "R&D at https://example.org/a_b?c=d#e"
            })
    void whatReadsTheSameIsLeftAlone(String text) {
        assertThat(PlainMarkdown.of(text)).isEqualTo(text);
    }

    @Test
    void aLineCannotBeginAHeadingAListOrAQuote() {
        assertThat(PlainMarkdown.atLineStart("# of items")).isEqualTo("\\# of items");
        assertThat(PlainMarkdown.atLineStart("> quoted")).isEqualTo("\\> quoted");
        assertThat(PlainMarkdown.atLineStart("- item")).isEqualTo("\\- item");
        assertThat(PlainMarkdown.atLineStart("2009. A year")).isEqualTo("2009\\. A year");
        assertThat(PlainMarkdown.atLineStart("2009 was a year")).isEqualTo("2009 was a year");
    }
}
