package io.smartchat.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartchat.knowledge.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every extractor, whatever it reads. */
abstract class TextExtractorContract {

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();

    abstract TextExtractor extractor();

    /** A file that holds these sentences, each in a paragraph or row of its own. */
    abstract byte[] fileWith(List<String> sentences) throws IOException;

    @Test
    void extractShouldFindEverySentence() throws IOException {
        List<String> sentences = List.of("The tower is 42 metres high.", "It was built in 1911.", "Entry is free.");

        String text = text(extract(fileWith(sentences)));

        assertThat(sentences).allSatisfy(sentence -> assertThat(text).contains(sentence));
    }

    @Test
    void extractShouldGiveTheSameTwice() throws IOException {
        byte[] file = fileWith(List.of("One sentence.", "And one more."));

        assertThat(extract(file)).isEqualTo(extract(file));
    }

    @Test
    void extractShouldSayWhyThereIsNoText() throws IOException {
        byte[] file = fileWith(List.of());

        assertThatThrownBy(() -> extract(file))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("no ");
    }

    @Test
    void extractShouldStopAtTooMuchText() throws IOException {
        byte[] file = fileWith(List.of("A sentence that is longer than the twenty characters allowed."));
        ExtractionBudget small = budget(20, () -> {});

        assertThatThrownBy(() -> extract(file, small))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("more than 20 characters");
    }

    @Test
    void extractShouldStopWhenItTakesTooLong() throws IOException {
        byte[] file = fileWith(List.of("One sentence.", "And one more."));
        ExtractionBudget slow = budget(1000, () -> clock.advance(Duration.ofSeconds(61)));

        assertThatThrownBy(() -> extract(file, slow))
                .isInstanceOf(IngestionException.class)
                .hasMessageContaining("longer than 60 seconds");
    }

    @Test
    void extractShouldStopWhenTheLeaseIsLost() throws IOException {
        byte[] file = fileWith(List.of("One sentence."));
        ExtractionBudget lost = budget(1000, () -> {
            throw new LeaseLostException();
        });

        assertThatThrownBy(() -> extract(file, lost)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void extractShouldEndInTextOrAReasonWhateverBytesAreBroken() throws IOException {
        byte[] file = fileWith(List.of("The tower is 42 metres high.", "It was built in 1911."));
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            byte[] broken = file.clone();
            for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertTextOrReason(broken);
        }
        for (int length = 1; length < file.length; length += 1 + file.length / 40) {
            assertTextOrReason(Arrays.copyOf(file, length));
        }
    }

    private void assertTextOrReason(byte[] bytes) throws IOException {
        try {
            ExtractedDocument document = extract(bytes);
            assertThat(document.sections()).allSatisfy(s -> assertThat(s.text()).isNotBlank());
            assertThat(text(document)).doesNotContain("\u0000");
        } catch (IngestionException e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContain("Exception");
        }
    }

    ExtractedDocument extract(byte[] bytes) throws IOException {
        return extract(bytes, budget(100_000, () -> {}));
    }

    private ExtractedDocument extract(byte[] bytes, ExtractionBudget budget) throws IOException {
        return extractor().extract(Files.write(folder.resolve("file"), bytes), budget);
    }

    ExtractionBudget budget(int characters, Runnable heartbeat) {
        return new ExtractionBudget(new ExtractionLimits(5, characters, Duration.ofMinutes(1)), clock, heartbeat);
    }

    static String text(ExtractedDocument document) {
        return document.sections().stream().map(Section::text).collect(Collectors.joining("\n"));
    }
}
