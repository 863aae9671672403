package hep.winnow.figures;

import java.util.ArrayList;
import java.util.List;

/** Lines of text; long ones are broken between words. */
final class NoteBlock implements Block {
    private static final double ROW = 24;
    private static final int MOST = 10;

    private final List<String> lines = new ArrayList<>();
    private final double width;

    /**
     * Makes a block.
     *
     * @param canvas tells the widths of texts
     * @param notes at least one line
     * @param room width that there is
     */
    NoteBlock(Canvas canvas, List<String> notes, double room) {
        double most = 0.6 * room;
        for (String note : notes) {
            wrap(canvas, note, most);
        }
        if (lines.size() > MOST) {
            lines.subList(MOST - 1, lines.size()).clear();
            lines.add("…");
        }
        double widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, canvas.width(line, Theme.NOTE));
        }
        width = widest;
    }

    private void wrap(Canvas canvas, String note, double most) {
        String line = "";
        for (String word : note.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && canvas.width(longer, Theme.NOTE) > most) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(canvas.shortened(line, Theme.NOTE, most));
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return lines.size() * ROW;
    }

    @Override
    public void paint(Canvas canvas, double x, double y) {
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(lines.get(i), Theme.NOTE, x, y + (i + 0.72) * ROW, Canvas.Align.LEFT, Theme.INK);
        }
    }
}
