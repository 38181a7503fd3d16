package io.smartchat.rag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Turns text of any language into terms, in the same way for passages and questions and in every store. No language is
 * detected: each stemmer leaves the scripts it does not know alone.
 */
public final class PassageAnalyzer extends Analyzer {

    /** Longer ones are encoded data; a database index could not hold them. */
    private static final int LONGEST_TERM = 100;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream stream = new ICUNormalizer2Filter(tokenizer);
        stream = new EnglishPossessiveFilter(stream);
        stream = new IndicNormalizationFilter(stream);
        stream = new HindiNormalizationFilter(stream);
        stream = new HindiStemFilter(stream);
        stream = new ArabicNormalizationFilter(stream);
        stream = new ArabicStemFilter(stream);
        stream = new RussianLightStemFilter(stream);
        stream = new GermanLightStemFilter(stream);
        stream = new PorterStemFilter(stream);
        stream = new ICUFoldingFilter(stream);
        stream = new CJKBigramFilter(stream);
        return new TokenStreamComponents(tokenizer, new LengthFilter(stream, 1, LONGEST_TERM));
    }

    /** The terms of {@code text} in its order, duplicates kept. */
    public List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
