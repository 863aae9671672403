package hep.winnow.core.run;

import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.FigureRenderer;
import java.util.List;
import java.util.Optional;

/**
 * What a run makes figures with.
 *
 * @param renderer draws them, if there is one
 * @param data formats in which they are written as numbers
 */
public record Figures(Optional<FigureRenderer> renderer, List<FigureDataFormat> data) {
    /** Draws and writes none. */
    static final Figures NONE = new Figures(Optional.empty(), List.of());

    public Figures {
        data = List.copyOf(data);
    }
}
