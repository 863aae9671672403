package hep.winnow.figures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;

/**
 * What is drawn on, with a pen for text. Not safe for several threads.
 *
 * @param g where shapes go
 * @param typeface the font
 * @param lettering how text is drawn
 */
record Canvas(Graphics2D g, Typeface typeface, Lettering lettering) {
    /** Where a text lies relative to its place. */
    enum Align {
        LEFT(0),
        CENTER(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    /** Returns the width of a text, sub- and superscripts included. */
    double width(String text, double size) {
        return RichText.parse(text).width(typeface, size);
    }

    /** Draws a text whose base line goes through (x, y). */
    void text(String text, double size, double x, double y, Align align, Color color) {
        RichText rich = RichText.parse(text);
        g.setColor(color);
        double at = x - align.share * rich.width(typeface, size);
        for (RichText.Run run : rich.runs()) {
            double runSize = size * run.scale();
            lettering.draw(g, run.text(), runSize, at, y - size * run.rise());
            at += typeface.width(run.text(), runSize);
        }
    }

    /** Draws a text that runs upwards through (x, y). */
    void upwardText(String text, double size, double x, double y, Align align, Color color) {
        AffineTransform before = g.getTransform();
        g.transform(new AffineTransform(0, -1, 1, 0, x, y));
        text(text, size, 0, 0, align, color);
        g.setTransform(before);
    }

    /** Returns {@code size}, or the smaller size, down to {@code least}, at which the text fits into {@code width}. */
    double fittingSize(String text, double size, double least, double width) {
        double wide = width(text, size);
        return wide <= width ? size : Math.max(least, StrictMath.floor(size * width / wide * 4) / 4);
    }

    /** Returns the text, its end replaced by an ellipsis if it is wider than {@code width}. */
    String shortened(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
