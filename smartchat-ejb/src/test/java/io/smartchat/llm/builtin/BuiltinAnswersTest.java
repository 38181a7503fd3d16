package io.smartchat.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartchat.llm.AnswerRequest;
import io.smartchat.llm.Excerpt;
import io.smartchat.llm.LoadedEmbeddings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinAnswersTest {

    private final BuiltinProvider provider = new BuiltinProvider(LoadedEmbeddings.get(), Runnable::run);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How long is the warranty of the X200?          | limited warranty of 24 months              | 1
            how long is the battery covered                | battery is covered for 12 months           | 1
            Is water damage covered?                       | Damage caused by water is not covered      | 1
            How often should I descale the tank?           | every three months                         | 2
            What is in the box?                            | the X200 base station; a power adapter     | 2
            May I use abrasive cleaners?                   | never use solvents or abrasive cleaners    | 2
            How much does express delivery cost?           | costs EUR 12.50                            | 3
            When is shipping free?                         | Orders above EUR 60 ship free of charge    | 3
            Can I return a product?                        | send back any article within 30 days       | 3
            When do I get my money back?                   | at the latest 14 days after                | 3
            What are your opening hours on the phone?      | Monday to Friday, 9:00 to 17:00            | 4
            What is your email address?                    | help@example.org                           | 4
            Where is the showroom?                         | 12 Harbour Street, Hamburg                 | 4
            What does the X200 Pro cost?                   | Price: 319 EUR                             | 5
            How much is the filter set F3?                 | Price: 19 EUR                              | 5
            How can I do a factory reset?                  | Hold the power button for ten seconds      | 6
            Does the device support 5 GHz wifi?            | Only 2.4 GHz networks are supported        | 6
            How do I clean it?                             | Unplug the device before you clean it      | 2
            is it possible to send an item back            | send back any article within 30 days       | 3
            do i need the receipt                          | Keep your receipt                          | 1
            Who founded the company?                       | Greta Lindqvist and Omar Haddad            | 6
            """)
    void anEnglishQuestionGetsTheSentenceThatAnswersItFirst(String question, String phrase, int number) {
        assertAnswers(question, Shelf.ENGLISH, phrase, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wie lange ist die Garantie?                    | Herstellergarantie von drei Jahren         | 1
            Was ist von der Garantie ausgenommen?          | Verschleißteile wie Filter                 | 1
            Wie oft muss ich den Wassertank entkalken?     | alle sechs Wochen                          | 2
            Wie lange dauert die Lieferung?                | zwei bis vier Werktage                     | 3
            Was kostet der Versand?                        | 4,90 Euro                                  | 3
            Kann ich einen Artikel zurückgeben?            | innerhalb von 14 Tagen                     | 3
            Wer trägt die Rücksendekosten?                 | trägt der Käufer                           | 3
            Wann ist der Kundendienst erreichbar?          | 8:00 bis 18:00 Uhr                         | 4
            Wie kann ich euch telefonisch erreichen?       | 030 987654                                 | 4
            Ist der Versand kostenlos?                     | ab einem Bestellwert von 50 Euro           | 3
            Wo ist die Werkstatt?                          | Hafenstraße 12 in Bremen                   | 4
            Wer ist die Geschäftsführerin?                 | Dr. Anna Berger                            | 4
            Was kostet der Wasserkocher W2?                | Preis: 39 Euro                             | 5
            """)
    void aGermanQuestionGetsTheSentenceThatAnswersItFirst(String question, String phrase, int number) {
        assertAnswers(question, Shelf.GERMAN, phrase, number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Can I pause my membership?                     | freeze their membership for up to three    | 1
            How do I cancel?                               | at least four weeks before the end         | 1
            How much do students pay?                      | Students and people over 65 pay            | 1
            Can I bring a friend?                          | may bring one guest per visit              | 2
            Are kids allowed?                              | Children under 14 are only allowed         | 2
            When do you open on Sundays?                   | 8 a.m. to 9 p.m. at weekends               | 2
            Who teaches yoga?                              | Instructor: Maya Patel                     | 3
            When is the spinning class?                    | Time: 19:30                                | 3
            Where does aqua fitness take place?            | Room: Pool                                 | 3
            Do you have a swimming pool?                   | Pool                                       | 3
            """)
    void aQuestionInOtherWordsThanTheDocumentsIsAnsweredToo(String question, String phrase, int number) {
        assertThat(answer(question, Shelf.CLUB)).contains(phrase).contains("[" + number + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wie lange darf ich ein Buch behalten?          | beträgt vier Wochen                        | 1
            Kann ich die Leihfrist verlängern?             | zweimal verlängert werden                  | 1
            Was brauche ich für die Anmeldung?             | gültiger Personalausweis                   | 1
            Was kostet der Ausweis für Schüler?            | ist der Ausweis kostenlos                  | 1
            Wann habt ihr samstags geöffnet?               | samstags von 10 bis 13 Uhr                 | 2
            Wo kann ich parken?                            | hinter dem Rathaus                         | 2
            Darf mein Hund mit?                            | Hunde dürfen nicht                         | 2
            Wie teuer sind Kopien?                         | 10 Cent pro Seite                          | 2
            Wie viele Computer gibt es?                    | sechs Computer                             | 2
            """)
    void aGermanQuestionInOtherWordsIsAnsweredToo(String question, String phrase, int number) {
        assertThat(answer(question, Shelf.LIBRARY)).contains(phrase).contains("[" + number + "]");
    }

    @Test
    void whatComesOnlyNearIsNoAnswer() {
        assertThat(answer("Is the battery replaceable?", Shelf.ENGLISH))
                .contains("I don't know")
                .doesNotContain("[");
    }

    private void assertAnswers(String question, List<Excerpt> shelf, String phrase, int number) {
        String answer = answer(question, shelf);
        assertThat(answer.split("\n\n")[0]).contains(phrase).endsWith("[" + number + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who won the world cup in 1998?                    | I don't know
            What is the capital of Peru?                      | I don't know
            Write me a poem about the sea                     | I don't know
            How long is the warranty of the Z900?             | I don't know
            Can I pay by credit card?                         | I don't know
            hi                                                | I don't know
            Wer ist der Bürgermeister von Wien?               | weiß ich leider nicht
            Wie wird das Wetter morgen?                       | weiß ich leider nicht
            ¿Cuál es la capital del Perú?                     | no lo sé
            Quelle est la capitale du Pérou ?                 | je ne sais pas
            ما هي عاصمة بيرو؟                                  | لا أعرف
            秘鲁的首都是哪里？                                  | 不知道
            ペルーの首都はどこですか                              | わかりません
            """)
    void aQuestionTheDocumentsDoNotAnswerIsToldSoInItsLanguageWithoutACitation(String question, String phrase) {
        assertThat(answer(question, Shelf.ENGLISH)).contains(phrase).doesNotContain("[");
        assertThat(answer(question, List.of())).contains(phrase).doesNotContain("[");
    }

    @Test
    void aRowIsQuotedWithItsHeaders() {
        assertThat(answer("What does the X200 Pro cost?", Shelf.ENGLISH))
                .startsWith("Article: X200 Pro · Colour: black · Price: 319 EUR · In stock: 0");
    }

    @Test
    void noSentenceIsSaidTwice() {
        Excerpt one = new Excerpt(1, "a.txt", null, "The museum opens at ten o'clock on every day of the week.", 0.7);
        Excerpt two = new Excerpt(2, "b.txt", null, "The museum opens at ten o'clock every day of the week!", 0.6);
        assertThat(answer("When does the museum open?", List.of(one, two))).containsOnlyOnce("ten o'clock");
    }

    private String answer(String question, List<Excerpt> excerpts) {
        return provider.text(new AnswerRequest(List.of(), question, excerpts));
    }
}
