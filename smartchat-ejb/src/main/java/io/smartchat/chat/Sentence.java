package io.smartchat.chat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of an answer.
 *
 * @param words without its marks and what Markdown puts before it
 * @param cited the numbers of its marks
 * @param kind what it is about
 */
record Sentence(String words, Set<Integer> cited, Kind kind) {

    enum Kind {
        /** Says something that has to rest on something. */
        STATEMENT,
        /** Says that the answer is not known. */
        IGNORANCE,
        /** A greeting, a question, a heading, a line that only leads to the next. */
        NEITHER
    }

    private static final int MOST_WORDS_OF_COURTESY = 6;
    private static final Pattern MARK = Pattern.compile("\\[(\\d{1,2}(?:\\s*,\\s*\\d{1,2})*)]");
    private static final Pattern PREFIX = Pattern.compile("^(?:\\s|>|[-*+]\\s|\\d{1,3}[.)]\\s)+");
    private static final Pattern NO_PROSE = Pattern.compile("^\\s*(?:#|\\||```|~~~|---|\\*\\*\\*|!?\\[[^\\]]*]\\()");
    private static final Pattern IGNORANT = Pattern.compile(
            "(?iu)\\b(?:(?:do|does|did)(?: not|n['’]t) (?:know|have (?:any|that|this|enough|the)|say|mention|contain|hold|find)"
                    + "|(?:could|can)(?: not|not|n['’]t) (?:find|answer|say)|no (?:information|details|answer)"
                    + "|not (?:mentioned|stated|specified|covered)|unable to (?:find|answer)"
                    + "|weiß (?:ich|das|es)?.{0,20}nicht|nicht bekannt|keine (?:informationen?|angaben?|antwort|hinweise?)"
                    + "|(?:steht|finde|finden|kann|können) .{0,60}(?:nicht|nichts|keine)"
                    + "|no (?:lo )?s[ée]\\b|no (?:encuentro|tengo|dispongo)|no hay información"
                    + "|ne sais pas|n['’]ai pas|aucune (?:information|réponse)|ne trouve pas)"
                    + "|لا أعرف|لا أعلم|لم أجد|不知道|没有找到|找不到|无法回答|わかりません|分かりません|見つかりません");
    private static final Pattern COURTEOUS = Pattern.compile(
            "(?iu)^(?:hi|hello|hey|dear|good (?:morning|day|evening|afternoon)|welcome|thanks?|thank you|sure|of course"
                    + "|certainly|gladly|you['’]?re welcome|sorry|i['’]m sorry|please|let me|i['’]ll|i will|i['’]m happy"
                    + "|i hope|feel free|if you (?:have|need|would|want)|here (?:is|are)|is there"
                    + "|hallo|guten (?:tag|morgen|abend)|moin|danke|gern|gerne|natürlich|klar|tut mir|es tut mir|bitte"
                    + "|ich hoffe|ich sehe|lass mich|melde dich|melden sie|wenn du (?:noch|weitere)|wenn sie (?:noch|weitere)|hier (?:ist|sind)"
                    + "|hola|buenos|buenas|gracias|claro|lo siento|por favor|bonjour|bonsoir|merci|bien sûr|désolée?"
                    + "|je vous en prie|n['’]hésitez)(?![\\p{L}])|^(?:مرحبا|شكرا|عذرًا|你好|您好|谢谢|抱歉|こんにちは|ありがとう|申し訳)");

    static Sentence of(String text) {
        Set<Integer> cited = new HashSet<>();
        Matcher marks = MARK.matcher(text);
        while (marks.find()) {
            for (String number : marks.group(1).split(",")) {
                cited.add(Integer.valueOf(number.strip()));
            }
        }
        String words = PREFIX.matcher(MARK.matcher(text).replaceAll(""))
                .replaceFirst("")
                .strip();
        return new Sentence(words, cited, kind(text, words));
    }

    private static Kind kind(String text, String words) {
        String end = words.replaceAll("[\\s\"'”’»)*_]+$", "");
        if (NO_PROSE.matcher(text).find() || end.matches("(?s).*[?？:：]")) {
            return Kind.NEITHER;
        }
        Words said = Words.of(words);
        boolean names = !said.numbers().isEmpty();
        if (!names && IGNORANT.matcher(words).find()) {
            return Kind.IGNORANCE;
        }
        boolean courteous = !names
                && said.stems().size() <= MOST_WORDS_OF_COURTESY
                && COURTEOUS.matcher(words).find();
        return said.size() < 2 || courteous ? Kind.NEITHER : Kind.STATEMENT;
    }
}
