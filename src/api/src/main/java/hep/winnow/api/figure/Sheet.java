package hep.winnow.api.figure;

import java.util.List;

/**
 * One page of figures, in a grid.
 *
 * @param title above all panels; may be empty
 * @param panels row by row, at least one
 * @param columns of the grid, at least 1
 */
public record Sheet(String title, List<Figure> panels, int columns) {
    public Sheet {
        panels = List.copyOf(panels);
        if (panels.isEmpty() || columns < 1) {
            throw new IllegalArgumentException("a sheet needs a panel and a column, found " + panels.size()
                    + " panels in " + columns + " columns");
        }
    }

    /** Returns a sheet of one figure. */
    public static Sheet of(Figure figure) {
        return new Sheet("", List.of(figure), 1);
    }
}
