package hep.winnow.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A line of the legend.
 *
 * @param label its text
 * @param symbol what stands before it
 */
record LegendEntry(String label, Symbol symbol) {
    /** Draws a sample of the layer. */
    @FunctionalInterface
    interface Symbol {
        void paint(Graphics2D g, Rectangle2D box);
    }

    /** Returns a list of this line, or of none if the label is empty. */
    static List<LegendEntry> of(String label, Symbol symbol) {
        return label.isBlank() ? List.of() : List.of(new LegendEntry(label, symbol));
    }
}
