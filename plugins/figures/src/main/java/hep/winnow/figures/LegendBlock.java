package hep.winnow.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The legend: one column, or two where there are many lines. Labels that are too long end in an ellipsis; lines beyond all room are counted. */
final class LegendBlock implements Block {
    private static final double ROW = 26;
    private static final double SYMBOL_WIDTH = 26;
    private static final double SYMBOL_HEIGHT = 13;
    private static final double GAP = 12;
    private static final double COLUMN_GAP = 22;
    private static final int ROWS = 8;
    private static final int MOST = 2 * ROWS;

    private final List<LegendEntry> entries;
    private final List<String> labels = new ArrayList<>();
    private final int columns;
    private final double columnWidth;

    /**
     * Makes a legend.
     *
     * @param canvas tells the widths of texts
     * @param all its lines, at least one
     * @param room width that there is
     */
    LegendBlock(Canvas canvas, List<LegendEntry> all, double room) {
        entries = all.size() <= MOST ? List.copyOf(all) : List.copyOf(all.subList(0, MOST - 1));
        columns = all.size() <= ROWS ? 1 : 2;
        double most = (columns == 1 ? 0.62 : 0.44) * room - SYMBOL_WIDTH - GAP;
        double widest = 0;
        for (LegendEntry entry : entries) {
            String label = canvas.shortened(entry.label(), Theme.LEGEND, most);
            labels.add(label);
            widest = Math.max(widest, canvas.width(label, Theme.LEGEND));
        }
        if (entries.size() < all.size()) {
            labels.add("… and " + (all.size() - entries.size()) + " more");
        }
        columnWidth = SYMBOL_WIDTH + GAP + widest;
    }

    private int rows() {
        return (labels.size() + columns - 1) / columns;
    }

    @Override
    public double width() {
        return columns * columnWidth + (columns - 1) * COLUMN_GAP;
    }

    @Override
    public double height() {
        return rows() * ROW;
    }

    @Override
    public void paint(Canvas canvas, double x, double y) {
        for (int i = 0; i < labels.size(); i++) {
            int column = i / rows();
            int row = i % rows();
            double left = x + column * (columnWidth + COLUMN_GAP);
            double middle = y + (row + 0.5) * ROW;
            if (i < entries.size()) {
                Rectangle2D box = new Rectangle2D.Double(left, middle - SYMBOL_HEIGHT / 2, SYMBOL_WIDTH, SYMBOL_HEIGHT);
                entries.get(i).symbol().paint(canvas.g(), box);
            }
            canvas.text(
                    labels.get(i),
                    Theme.LEGEND,
                    left + SYMBOL_WIDTH + GAP,
                    middle + 0.35 * Theme.LEGEND,
                    Canvas.Align.LEFT,
                    Theme.INK);
        }
    }
}
