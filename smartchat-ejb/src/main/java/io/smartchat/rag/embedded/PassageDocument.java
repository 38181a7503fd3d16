package io.smartchat.rag.embedded;

import io.smartchat.rag.PassageAnalyzer;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;

/** A passage as a Lucene document, which holds terms and the vector but not the text. */
final class PassageDocument {

    static final String TEXT = "text";
    static final String VECTOR = "vector";
    static final String CHUNK = "chunk";
    static final String LENGTH = "length";
    static final String KNOWN_LANGUAGE = "known";
    static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;
    private static final String SOURCE = "source";

    private static final PassageAnalyzer ANALYZER = new PassageAnalyzer();
    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private PassageDocument() {}

    static Document of(IndexedPassage passage) {
        List<String> terms = ANALYZER.terms(passage.text());
        Document document = new Document();
        document.add(new Field(TEXT, new TermStream(terms), TERMS));
        document.add(new NumericDocValuesField(LENGTH, terms.size()));
        document.add(new NumericDocValuesField(CHUNK, passage.chunkId()));
        document.add(new NumericDocValuesField(KNOWN_LANGUAGE, passage.knownLanguage() ? 1 : 0));
        document.add(new StringField(SOURCE, passage.sourceId().toString(), Field.Store.NO));
        if (passage.vector() != null) {
            document.add(new KnnFloatVectorField(VECTOR, passage.vector(), SIMILARITY));
        }
        return document;
    }

    static Term ofSource(UUID sourceId) {
        return new Term(SOURCE, sourceId.toString());
    }
}
