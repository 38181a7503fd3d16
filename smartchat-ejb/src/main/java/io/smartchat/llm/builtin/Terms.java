package io.smartchat.llm.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

/** The content words of a text, reduced to their stems, whatever its language. */
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

    private static final Set<String> FUNCTION_WORDS = functionWords();
    private static final int SHORTEST_BEGINNING = 4;
    private static final int SHORTEST_PART = 5;
    private static final double PART = 0.65;
    private static final double SYNONYM = 0.6;

    private Terms() {}

    /** In order of appearance, each once. */
    static Set<String> of(String text) {
        Set<String> terms = analyzed(text);
        terms.removeAll(FUNCTION_WORDS);
        return terms;
    }

    /**
     * How much of the question's term a text has: 1 for the term itself, less for a compound of it ("Garantie" and
     * "Herstellergarantie") or a synonym.
     */
    static double match(String term, Set<String> terms) {
        if (terms.contains(term)) {
            return 1;
        }
        if (isIdentifier(term)) {
            return 0;
        }
        for (String other : terms) {
            if (isPart(term, other) || isPart(other, term)) {
                return PART;
            }
        }
        return Synonyms.related(term, terms) ? SYNONYM : 0;
    }

    private static boolean isPart(String part, String whole) {
        return (part.length() >= SHORTEST_BEGINNING && whole.startsWith(part))
                || (part.length() >= SHORTEST_PART && whole.contains(part));
    }

    /** A number, a part number, a model name: it is meant exactly. */
    static boolean isIdentifier(String term) {
        return term.chars().anyMatch(Character::isDigit);
    }

    private static Set<String> analyzed(String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static Set<String> functionWords() {
        Set<String> words = new HashSet<>();
        for (Language language : Language.values()) {
            language.functionWords().forEach(word -> words.addAll(analyzed(word)));
        }
        return words;
    }
}
