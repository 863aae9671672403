package hep.winnow.api.figure;

import java.util.List;
import java.util.Optional;

/**
 * One pair of axes with what is drawn between them, in order: later layers lie on top.
 *
 * @param title may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers at least one
 * @param notes lines of text in a free corner: luminosity, sums, verdicts
 * @param below a lower panel over the same horizontal axis, such as a ratio; its title and its horizontal axis are not asked for
 */
public record Figure(String title, Axis x, Axis y, List<Layer> layers, List<String> notes, Optional<Figure> below) {
    public Figure {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
        if (below.flatMap(Figure::below).isPresent()) {
            throw new IllegalArgumentException("a panel below another has none below it");
        }
    }

    /** Makes a figure without a panel below. */
    public Figure(String title, Axis x, Axis y, List<Layer> layers, List<String> notes) {
        this(title, x, y, layers, notes, Optional.empty());
    }
}
