package io.smartchat.llm.builtin;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of thing a question asks for, and by which marks a statement shows that it holds one. */
enum Expectation {
    MONEY(
            "\\b(how expensive|costs?|prices?|priced|fees?|charges?|kosten|kostet|koste|preise?|wie teuer|teuer|gebühr(en)?|"
                    + "cuánto (cuesta|vale)|precio|combien coûte|prix)\\b|多少钱|いくら",
            "[$€£¥₹]|(price|preis|cost|fee)[^:;.]{0,20}: ?\\d|\\b(usd|eur|gbp|chf|euro|cents?|dollars?|pounds?|pence)\\b|\\b(free|no (extra )?(cost|charge)|kostenlos|"
                    + "kostenfrei|gratis|umsonst|gratuit|keinen aufpreis|ohne (aufpreis|versandkosten|kosten))\\b",
            0.5),
    WEIGHT(
            "\\b(how heavy|heavy|weigh(s|t)?|wie schwer|schwer|wiegt|wiegen|gewicht)\\b",
            "\\d ?(kg|g|lbs?|oz|kilo(gram(s|m)?)?|grams?|gramm|tons?|tonnen)\\b|\\b(kilogram(s|m)?|grams?|gramm)\\b",
            0.5),
    FREQUENCY(
            "\\b(how often|wie oft|cada cuánto|combien de fois)\\b",
            "\\b(every|each|once|twice|times|daily|weekly|monthly|yearly|always|never|alle|jede[nsm]?|einmal|zweimal|dreimal|"
                    + "mal|täglich|wöchentlich|monatlich|jährlich)\\b",
            0.6),
    AGE("\\b(how old|what age|wie alt|mindestalter|minimum age)\\b", "\\b(\\d{1,2}|ages?|years?|jahren?)\\b", 0.5),
    SIZE(
            "\\b(how (high|tall|wide|narrow|deep|thick|thin)|wie (hoch|breit|schmal|tief|dick|dünn))\\b",
            "\\d ?(m|cm|mm|km|inch|inches|feet|foot|ft|%|€|£|\\$|met(er|re)s?|kilomet(er|re)s?|centimet(er|re)s?|millimet(er|re)s?|"
                    + "metern|zentimetern?|kilometern?|millimetern?|prozent|per cent|euro|cent|grad|degrees|pence)(?!\\p{L})|"
                    + Words.NUMBER + " (met(er|re)s?|metern|kilomet(er|re)s?|kilometern|prozent|euro)",
            0.5),
    DURATION(
            "\\b(how (long|soon|fast|quickly|far)|wie (lange?|schnell|weit)|cuánto (tiempo|tarda)|combien de temps)\\b|多久|どのくらい|كم من الوقت",
            "\\b(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|lifetime|noon|met(er|re)s?|kilomet(er|re)s?|"
                    + "centimet(er|re)s?|km|cm|mm|m|characters?|sekunden?|minuten?|stunden?|tagen?|tage|werktagen?|werktage|"
                    + "wochen?|monaten?|monate|jahren?|jahre|zentimetern?|metern?|kilometern?|zeichen|sofort|"
                    + "unbegrenzt|día|semana|mes|año|hora|jours?|semaines?|mois|ans?|années?|heures?)s?\\b|[天日周月年小時时分]",
            0.5),
    TIME(
            "\\b(when|what time|(opening )?hours|öffnungszeiten|since when|(by|until) when|wann|um wie viel uhr|(seit|bis|ab) wann|cuándo|quand|à quelle heure)\\b|什么时候|いつ|متى",
            "\\d|\\b" + Words.NUMBER
                    + "\\b|\\b(weekdays?|weekends?|werktags|wochenende|noon|midnight|mittags?|mitternacht|sobald|as soon as|before|after|vorher|danach|always|immer)\\b|\\b(mon|tues|"
                    + "wednes|thurs|fri|satur|sun)days?\\b|\\b(mon|diens|donners|frei|sams|sonn)tags?\\b|mittwochs?|"
                    + "\\b(day|week|month|year|tag|woche|monat|jahr)s?(e|en)?\\b|january|february|march|april|june|july|august|"
                    + "september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|spring|summer|winter|"
                    + "autumn|sommer|herbst|frühjahr|heiligabend|silvester|christmas|weihnacht",
            0.7),
    QUANTITY(
            "\\b(how (many|much)|wie ?viele?|cuánt[oa]s?|combien)\\b|多少|几个|いくつ|كم",
            "(?<![\\p{L}\\d])\\d|\\b" + Words.NUMBER + "\\b",
            0.5),
    PERSON(
            "^(who|wer)\\b",
            "\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+|\\b(Dr|Mr|Mrs|Ms|Herr|Herrn|Frau)\\b|\\b(Leader|Leitung|Instructor): ",
            0.8),
    CONTACT(
            "\\b((e-?mail|phone|telephone)( address| number)?|call|contact|reach|telefon|telefonisch|telefonnummer|anrufen|erreichen?|kontakt|hotline)\\b",
            "\\S@\\S+\\.\\S|\\+?\\d[\\d /()-]{6,}\\d",
            1),
    ADDRESS(
            "\\b(address|adresse|anschrift|standort|located|dirección|adresse)\\b",
            "\\p{L}(straße|strasse|str\\.|platz|weg|gasse|allee|markt|ufer|damm|ring) \\d|\\d+ (\\p{Lu}\\p{Ll}+ ?)+|"
                    + "\\b(street|road|lane|avenue|square|calle|rue) ?\\d*",
            1),
    ANYTHING("(?!)", "", 1);

    private static final class Words {
        static final String NUMBER =
                "(an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
                        + "fifteen|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|hundred|thousand|half|both|none|no|"
                        + "eine?[nmrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreißig|"
                        + "vierzig|fünfzig|hundert|tausend|halb|beide|keine?)";
    }

    private final Pattern question;
    private final Pattern answer;
    private final double withoutIt;

    Expectation(String question, String answer, double withoutIt) {
        this.question = Pattern.compile(question, Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
        this.answer = Pattern.compile(
                answer,
                Pattern.UNICODE_CHARACTER_CLASS | (question.startsWith("^(who") ? 0 : Pattern.CASE_INSENSITIVE));
        this.withoutIt = withoutIt;
    }

    static Expectation of(String question) {
        for (Expectation expectation : values()) {
            if (expectation.question.matcher(question).find()) {
                return expectation;
            }
        }
        return ANYTHING;
    }

    /** The terms of a question that only say what kind of thing is asked for: having one makes up for the word. */
    Set<String> saidBy(String text) {
        StringBuilder said = new StringBuilder();
        Matcher matcher = question.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            said.append(matcher.group()).append(' ');
        }
        return Terms.asked(said.toString()).keySet();
    }

    /** Whether an amount of the kind is not enough, since a text is full of them. */
    boolean mustBeNamed() {
        return this == WEIGHT || this == SIZE;
    }

    /** What is left of the score of a statement that holds no such thing. */
    double withoutIt() {
        return withoutIt;
    }

    /** What meeting it adds to a score: an address is the answer even where the word "address" is missing. */
    double worth() {
        return this == CONTACT || this == ADDRESS ? 0.25 : 0.08;
    }

    boolean metBy(Statement statement) {
        if (this == ANYTHING) {
            return false;
        }
        // a row names what its amounts are, and a price is no height
        String text = this == SIZE && statement.shape() == Statement.Shape.ROW
                ? statement.text().replaceAll("[^;:]*: [^;]*[$€£¥][^;]*", "")
                : statement.text();
        return answer.matcher(text).find();
    }
}
