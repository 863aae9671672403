package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.util.List;

/** Draws short texts in the middle of their places. */
final class WordsPainter implements LayerPainter {
    /** Height of a digit in units of the size of the text. */
    private static final double DIGIT = 0.72;

    private final Layer.Words words;

    WordsPainter(Layer.Words words) {
        this.words = words;
    }

    @Override
    public void extend(Extent x, Extent y) {
        for (int i = 0; i < words.x().length; i++) {
            x.add(words.x()[i]);
            y.add(words.y()[i]);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        for (int i = 0; i < words.x().length; i++) {
            double x = frame.x().at(words.x()[i]);
            double y = frame.y().at(words.y()[i]);
            ink.line(x, y, x, y);
        }
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {
        for (int i = 0; i < words.x().length; i++) {
            double x = frame.x().at(words.x()[i]);
            double y = frame.y().at(words.y()[i]);
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                double base = y + DIGIT * Theme.NOTE / 2;
                canvas.text(words.texts().get(i), Theme.NOTE, x, base, Canvas.Align.CENTER, Theme.INK);
            }
        }
    }

    @Override
    public List<LegendEntry> legend() {
        return List.of();
    }
}
