package hep.winnow.figures;

import java.awt.Font;
import java.awt.Graphics2D;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How text gets on a page: as outlines, or as text for formats that have it. */
interface Lettering {
    /** Draws a text in the colour of {@code g}; (x, y) is the start of its base line. */
    void draw(Graphics2D g, String text, double size, double x, double y);

    /** Returns lettering that fills outlines: the same shapes on every machine. */
    static Lettering outlines(Typeface typeface) {
        return (g, text, size, x, y) -> g.fill(typeface.outline(text, size, x, y));
    }

    /** Returns lettering that leaves text as text, for a format with fonts of its own. */
    static Lettering text(Typeface typeface) {
        return (g, text, size, x, y) -> {
            g.setFont(new NamedFont(size));
            g.drawString(typeface.displayable(text), (float) x, (float) y);
        };
    }

    /** A name and a size without a font behind them: the JDK's fonts are never touched, and need not be there. */
    final class NamedFont extends Font {
        private static final long serialVersionUID = 1L;

        NamedFont(double size) {
            super("Liberation Sans", Font.PLAIN, (int) size);
            this.pointSize = (float) size;
        }

        @Override
        public String getFamily() {
            return getName();
        }

        @Override
        public Font deriveFont(Map<? extends Attribute, ?> attributes) {
            return this;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NamedFont font && font.pointSize == pointSize;
        }

        @Override
        public int hashCode() {
            return Float.hashCode(pointSize);
        }
    }
}
