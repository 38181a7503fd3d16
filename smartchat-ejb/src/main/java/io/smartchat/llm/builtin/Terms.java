package io.smartchat.llm.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** The words of a text, reduced to their stems, whatever its language. */
final class Terms {

    private static final Analyzer ANALYZER = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
            TokenStream terms = new EnglishPossessiveFilter(new ICUNormalizer2Filter(tokens));
            terms = new ArabicStemFilter(new ArabicNormalizationFilter(terms));
            terms = new ICUFoldingFilter(new PorterStemFilter(new GermanLightStemFilter(terms)));
            return new TokenStreamComponents(tokens, new CJKBigramFilter(terms));
        }
    };

    private static final Set<String> LIGHT_WORDS = lightWords();

    private Terms() {}

    /** All of a text, in order of appearance, each once. */
    static Set<String> of(String text) {
        return analyzed(text, Set.of()).keySet();
    }

    /** Those of a question that are not function words of its language, with the words they come from, in lower case. */
    static Map<String, String> asked(String question) {
        // only its own language's: the word of another one may be a product's name, as Italian "uno" is
        return analyzed(question, Language.of(question).functionWords());
    }

    /** Of those, whether it says little about what is asked. */
    static boolean isLight(String term) {
        return LIGHT_WORDS.contains(term);
    }

    /** A number, a part number, a model name: it is meant exactly. */
    static boolean isIdentifier(String term) {
        return term.chars().anyMatch(Character::isDigit);
    }

    private static Map<String, String> analyzed(String text, Set<String> without) {
        Map<String, String> words = new LinkedHashMap<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offsets = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = text.substring(offsets.startOffset(), offsets.endOffset())
                        .toLowerCase(Locale.ROOT);
                if (!without.contains(word)) {
                    words.putIfAbsent(withoutE(term.toString()), word);
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The stemmers, one after the other, leave an e in some forms of a word and not in others. */
    private static String withoutE(String term) {
        return term.length() > 3 && term.endsWith("e") ? term.substring(0, term.length() - 1) : term;
    }

    private static Set<String> lightWords() {
        Set<String> terms = new HashSet<>();
        Language.lightWords().forEach(word -> terms.addAll(of(word)));
        return terms;
    }
}
