package io.smartchat.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/** How far apart a page sets its lines: a paragraph ends where the gap is clearly larger than that. */
final class LineSpacing {

    /** PDFBox's own, right for single spacing. */
    private static final float TIGHTEST = 2.5f;

    private static final float CLEARLY = 1.3f;
    private static final float SAME_LINE = 0.5f;
    private static final float OTHER_COLUMN = 8;
    private static final int ENOUGH_LINES = 3;

    private LineSpacing() {}

    /** In heights of a line, as {@link org.apache.pdfbox.text.PDFTextStripper#setDropThreshold} wants it. */
    static float paragraphGap(List<List<TextPosition>> articles) {
        List<Float> gaps = new ArrayList<>();
        articles.forEach(article -> addGaps(article, gaps));
        if (gaps.size() < ENOUGH_LINES) {
            return TIGHTEST;
        }
        gaps.sort(null);
        return Math.max(TIGHTEST, gaps.get(gaps.size() / 2) * CLEARLY);
    }

    private static void addGaps(List<TextPosition> characters, List<Float> gaps) {
        TextPosition line = null;
        float height = 0;
        for (TextPosition character : characters) {
            if (line == null) {
                line = character;
            }
            float drop = character.getYDirAdj() - line.getYDirAdj();
            height = Math.max(height, character.getHeightDir());
            if (Math.abs(drop) > SAME_LINE * height) {
                if (drop > 0 && drop < OTHER_COLUMN * height) {
                    gaps.add(drop / height);
                }
                line = character;
                height = character.getHeightDir();
            }
        }
    }
}
