package hep.winnow.api.figure;

import java.util.List;

/**
 * One pair of axes with what is drawn between them, in order: later layers lie on top.
 *
 * @param title may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers at least one
 * @param notes lines of text in a free corner: luminosity, sums, verdicts
 */
public record Figure(String title, Axis x, Axis y, List<Layer> layers, List<String> notes) {
    public Figure {
        layers = List.copyOf(layers);
        notes = List.copyOf(notes);
    }
}
