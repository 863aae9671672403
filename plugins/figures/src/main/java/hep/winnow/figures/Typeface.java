package hep.winnow.figures;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of all figures: Liberation Sans, as the PDFBox jar carries it. Widths and outlines come from the font file itself and not from the
 * JDK, whose metrics differ between releases and machines and which needs fonts to be installed. Safe for several threads.
 */
final class Typeface {
    /** Names for viewers that have no such font: all of these have the same widths. */
    static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

    /** What stands for a character that the font lacks. */
    private static final String MISSING = "?";

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    /** Reads the font. */
    static Typeface read() throws IOException {
        try (InputStream in = open()) {
            return new Typeface(new TTFParser(true).parse(new RandomAccessReadBuffer(in)));
        }
    }

    /** Opens the font file. */
    static InputStream open() {
        InputStream in = Typeface.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("the font " + RESOURCE + " is missing in the jar of PDFBox");
        }
        return in;
    }

    /** Returns the width of a text of that size; characters that cannot be drawn count as what replaces them. */
    double width(String text, double size) {
        long units = 0;
        for (int c : displayable(text).codePoints().toArray()) {
            units += advance(c);
        }
        return units * size / unitsPerEm;
    }

    /** Returns the outline of a text of that size that starts at (x, y) on its base line. */
    Shape outline(String text, double size, double x, double y) {
        Path2D.Double out = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / unitsPerEm;
        long units = 0;
        for (int c : displayable(text).codePoints().toArray()) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x + units * scale, y);
            out.append(glyph(c).getPathIterator(place), false);
            units += advance(c);
        }
        return out;
    }

    /** Returns the text with a question mark for each character that the font lacks, and without control characters. */
    String displayable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int c : text.codePoints().toArray()) {
            if (Character.isISOControl(c)) {
                out.append(' ');
            } else if (has(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(MISSING);
            }
        }
        return out.toString();
    }

    private synchronized boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    private synchronized int advance(int codePoint) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(codePoint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Shape glyph(int codePoint) {
        try {
            GlyphData glyph = font.getGlyph().getGlyph(characters.getGlyphId(codePoint));
            return glyph == null ? new Path2D.Double() : glyph.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
