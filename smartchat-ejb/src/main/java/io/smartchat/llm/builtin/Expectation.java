package io.smartchat.llm.builtin;

import java.util.Locale;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, and by which marks a statement shows that it holds one. */
enum Expectation {
    DURATION(
            "how (long|soon|fast|quickly)|how many (days|weeks|months|years|hours|minutes)|wie (lange|schnell)|wie viele"
                    + " (tage|wochen|monate|jahre|stunden|minuten)|cuánto (tiempo|tarda)|combien de temps|多久|どのくらい|كم من الوقت",
            "\\b(second|minute|hour|day|week|month|year|decade|lifetime|sekunde|minute|stunde|tag|woche|monat|jahr|día|"
                    + "semana|mes|año|hora|jour|semaine|mois|an|année|heure)s?(e|en|es|n)?\\b|[天日周月年小時时分]"),
    MONEY(
            "how much (is|are|does|do|would|will)|what (does|do) .* cost|price|fee|cost|(wie viel|wieviel|was) kost|preis|"
                    + "gebühr|cuánto (cuesta|vale)|precio|combien coûte|prix|多少钱|いくら",
            "[$€£¥₹]|\\b(usd|eur|gbp|chf|euro|euros|dollars?|cents?|pounds?|free|kostenlos|gratis|gratuit)\\b|%"),
    TIME(
            "\\b(when|what time|since when|wann|um wie viel uhr|seit wann|bis wann|cuándo|quand|à quelle heure)\\b|什么时候|いつ|متى",
            "\\d{1,2}[:.]\\d{2}|\\b\\d{1,2} ?(am|pm|uhr|h)\\b|\\b(19|20)\\d{2}\\b|\\b(mon|tues|wednes|thurs|fri|satur|sun)day|"
                    + "\\b(mon|diens|donners|frei|sams|sonn)tag|mittwoch|january|february|march|april|june|july|august|"
                    + "september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|"
                    + "\\b\\d+ (days?|weeks?|months?|years?|hours?|tagen?|wochen?|monaten?|stunden?)\\b"),
    QUANTITY(
            "how (many|much|big|heavy|large|far|high|tall|wide|deep|old)|wie (viele?|groß|schwer|weit|hoch|breit|tief|alt)|"
                    + "wieviele?|cuánt[oa]s?|combien|多少|几个|いくつ|كم",
            "(?<![\\p{L}\\d])\\d|\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|ein|zwei|drei|vier|fünf|sechs|sieben|acht|"
                    + "neun|zehn|elf|zwölf)\\b"),
    CONTACT(
            "\\b(e-?mail|phone|telephone|call|contact|reach|telefon|anrufen|erreichen?|kontakt|hotline)\\b",
            "\\S@\\S+\\.\\S|\\+?\\d[\\d /()-]{6,}\\d"),
    ANYTHING("", "");

    private final Pattern question;
    private final Pattern answer;

    Expectation(String question, String answer) {
        int flags = Pattern.UNICODE_CHARACTER_CLASS;
        this.question = Pattern.compile(question, flags);
        this.answer = Pattern.compile(answer, flags);
    }

    static Expectation of(String question) {
        String lower = question.toLowerCase(Locale.ROOT);
        for (Expectation expectation : values()) {
            if (expectation.question.matcher(lower).find()) {
                return expectation;
            }
        }
        return ANYTHING;
    }

    /** What meeting it adds to a score: an address is the answer even where the word "address" is missing. */
    double worth() {
        return this == CONTACT ? 0.25 : 0.12;
    }

    boolean metBy(Statement statement) {
        return this != ANYTHING
                && answer.matcher(statement.text().toLowerCase(Locale.ROOT)).find();
    }
}
