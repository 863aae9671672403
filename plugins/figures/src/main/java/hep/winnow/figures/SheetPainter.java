package hep.winnow.figures;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Sheet;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** Draws a sheet: its title, and its panels in a grid, each of the same size. */
final class SheetPainter {
    private final Sheet sheet;
    private final int columns;

    SheetPainter(Sheet sheet) {
        this.sheet = sheet;
        this.columns = Math.min(sheet.columns(), sheet.panels().size());
    }

    /** Returns what the sheet is called, without markup: its title, or that of its first panel that has one. */
    String name() {
        return RichText.parse(markup()).plain();
    }

    private String markup() {
        if (!sheet.title().isBlank()) {
            return sheet.title();
        }
        return sheet.panels().stream()
                .map(Figure::title)
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(sheet.panels().get(0).y().title() + " over "
                        + sheet.panels().get(0).x().title());
    }

    int width() {
        return columns * Theme.PANEL_WIDTH;
    }

    int height() {
        int rows = (sheet.panels().size() + columns - 1) / columns;
        return titleHeight() + rows * panelHeight();
    }

    private int panelHeight() {
        boolean isTall =
                sheet.panels().stream().anyMatch(figure -> figure.below().isPresent());
        return isTall ? Theme.TALL_PANEL_HEIGHT : Theme.PANEL_HEIGHT;
    }

    private int titleHeight() {
        return sheet.title().isBlank() ? 0 : Theme.SHEET_TITLE_HEIGHT;
    }

    /** Draws everything, paper first. */
    void paint(Canvas canvas) {
        canvas.g().setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.g().setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.g().setColor(Theme.PAPER);
        canvas.g().fill(new Rectangle2D.Double(0, 0, width(), height()));
        if (titleHeight() > 0) {
            double room = width() - 60;
            double size = canvas.fittingSize(sheet.title(), Theme.SHEET_TITLE, Theme.LEAST_TEXT, room);
            canvas.text(
                    canvas.shortened(sheet.title(), size, room),
                    size,
                    width() / 2.0,
                    Theme.SHEET_TITLE_HEIGHT - 16,
                    Canvas.Align.CENTER,
                    Theme.INK);
        }
        for (int i = 0; i < sheet.panels().size(); i++) {
            new PanelPainter(canvas, sheet.panels().get(i))
                    .paint(new Rectangle2D.Double(
                            i % columns * Theme.PANEL_WIDTH,
                            titleHeight() + i / columns * panelHeight(),
                            Theme.PANEL_WIDTH,
                            panelHeight()));
        }
    }
}
