package hep.winnow.figures;

import java.util.List;
import java.util.Optional;

/** Draws one layer of a figure, or layers that belong together. */
interface LayerPainter {
    /** Takes its values into the ranges of the axes. */
    void extend(Extent x, Extent y);

    /** Marks where it leaves ink, so that legend and notes can stay clear of it. */
    void mark(InkMap ink, Frame frame);

    /** Draws what lies below all layers, such as a band of errors. */
    default void paintBelow(Canvas canvas, Frame frame) {}

    /** Draws it. */
    void paint(Canvas canvas, Frame frame);

    /** Returns its lines in the legend, from top to bottom. */
    List<LegendEntry> legend();

    /** Returns the colour scale that it needs beside the panel. */
    default Optional<ColourScale> colourScale() {
        return Optional.empty();
    }
}
