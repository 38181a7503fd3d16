package io.smartchat.llm.builtin;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** The languages the answerer speaks itself, with the words by which a short question gives its language away. */
enum Language {
    ENGLISH(
            "a an the is are was were be been do does did have has had can could will would should may must i me my we our"
                    + " you your he she it its they them their this that these those of in on at by for with from to and or"
                    + " not no if than as so about into what which who whom whose when where why how long much many any some"
                    + " there please tell know want get come until possible per do does did am im i'm it's what's whats us don't can't"),
    GERMAN(
            "der die das ein eine einer eines einem einen den dem des ist sind war waren sein bin wird werden wurde haben"
                    + " hat hatte habe kann können könnte muss müssen soll darf dürfen ich mich mir mein meine wir uns unser"
                    + " sie ihr ihre es er du man in im an am auf aus bei mit nach von vom zu zum zur für über und oder aber"
                    + " nicht kein keine wenn dann als wie was wer wen wem wo wann warum welche welcher welches wieviel viel"
                    + " viele lange gibt bitte diese dieser dieses dass auch noch nur euch euer eure dich dein deine bis möglich habt pro während damit wieviele wo wohin woher wonach worauf man wieso ab seit hat ihm ihn ihnen ja nein hier dort mehr rein raus"),
    SPANISH(
            "el la los las un una unos unas es son era ser está están hay tiene tengo puedo puede yo mi nosotros nuestro su"
                    + " de del en a al con por para sin sobre y o no si que qué cuál cuáles quién cuándo cuánto cuántos"
                    + " cuánta dónde cómo se lo me te"),
    FRENCH(
            "le la les un une des du de est sont était être ai as avez ont a peut puis je mon ma nous notre vous votre il"
                    + " elle ils en à au aux avec par pour sans sur et ou ne pas si que quel quelle quels quelles qui quand"
                    + " combien où comment quoi est-ce ce cette ces se l d qu"),
    ARABIC("ما ماذا من متى أين كيف كم هل لماذا في على إلى عن مع هذا هذه هو هي أن التي الذي"),
    CHINESE("的 了 是 在 吗 什么 多少 怎么 哪里 谁 多久 有 我 你 可以"),
    JAPANESE("の は が を に で と も です ます か 何 いつ どこ 誰 どの どう ですか ますか");

    /** Words that say little about what is asked: a question's verbs of all work. */
    private static final Set<String> LIGHT = Set.of(
            ("become becomes became becoming count counts case cases myself yourself today next happen happens mean means need needs take takes took keep keeps use used using make makes give gives get gets"
                            + " got bring put work works find found offer offers sell go goes come comes run runs see say"
                            + " ask able allowed allow still exactly actually also really something anything someone thing"
                            + " things way kind sort type best good right new old let lets want wants like think fit fits"
                            + " pay handle available maximum minimum max min total current currently usually ever"
                            + " behalten behält heute gerade selber selbst möglichkeit fall falls passiert passieren erscheint welch bedeutet bedeuten heißt heißen heisst brauche brauchen braucht nehmen"
                            + " nimmt nehmt nehme mache machen macht gebe geben bekomme bekommen bekommt bekommst kriege"
                            + " kriegt findet finden finde liegt stehen steht gehen geht kommt kommen passt passen benutzen"
                            + " verwenden sagen sage genau eigentlich wirklich etwas jemand ding dinge sache sachen art"
                            + " gut beste besten richtig neu neue neuen alt alte will wollen möchte lassen lässt"
                            + " gilt gelten gehört gehören maximal minimal derzeit aktuell überhaupt extra erlaubt zählt"
                            + " läuft laufen sehen gibts mal denn eben bzw man bei")
                    .split(" "));

    private final Set<String> functionWords;

    Language(String functionWords) {
        Set<String> words = new HashSet<>(List.of(functionWords.split(" ")));
        words.addAll(snowball(name().toLowerCase(Locale.ROOT)));
        this.functionWords = Set.copyOf(words);
    }

    Set<String> functionWords() {
        return functionWords;
    }

    private static Set<String> snowball(String language) {
        try (InputStream list = SnowballFilter.class.getResourceAsStream(language + "_stop.txt")) {
            return list == null
                    ? Set.of()
                    : WordlistLoader.getSnowballWordSet(list, StandardCharsets.UTF_8).stream()
                            .map(word -> new String((char[]) word))
                            .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> lightWords() {
        return LIGHT;
    }

    /** The language of a text by its script, or else by its function words; English where nothing tells. */
    static Language of(String text) {
        boolean han = false;
        for (int codePoint : text.codePoints().toArray()) {
            switch (UScript.getScript(codePoint)) {
                case UScript.HIRAGANA, UScript.KATAKANA -> {
                    return JAPANESE;
                }
                case UScript.ARABIC -> {
                    return ARABIC;
                }
                case UScript.HAN -> han = true;
                default -> {}
            }
        }
        return han ? CHINESE : byFunctionWords(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
    }

    private static Language byFunctionWords(String[] words) {
        Language best = ENGLISH;
        long most = 0;
        for (Language language : new Language[] {ENGLISH, GERMAN, SPANISH, FRENCH}) {
            long count = 0;
            for (String word : words) {
                count += language.functionWords.contains(word) ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = language;
            }
        }
        return best;
    }
}
