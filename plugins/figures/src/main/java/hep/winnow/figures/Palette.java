package hep.winnow.figures;

import hep.winnow.api.figure.Layer.LineStyle;
import hep.winnow.api.figure.Tint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The colours of Okabe and Ito, which colour-blind readers can tell apart, with dashes and symbols for series beyond them.
 *
 * @see <a href="https://jfly.uni-koeln.de/color/">Okabe and Ito, Color Universal Design, 2008</a>
 */
final class Palette {
    static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
    static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    private static final Color GREY = new Color(0x73, 0x73, 0x73);

    private static final List<Color> SERIES = List.of(
            BLUE,
            new Color(0xE6, 0x9F, 0x00),
            new Color(0x00, 0x9E, 0x73),
            new Color(0xCC, 0x79, 0xA7),
            new Color(0x56, 0xB4, 0xE9),
            VERMILION,
            new Color(0x4D, 0x4D, 0x4D));

    private Palette() {}

    /** Returns the colour of a meaning. */
    static Color color(Tint tint) {
        return switch (tint.kind()) {
            case SIGNAL -> VERMILION;
            case BACKGROUND -> BLUE;
            case DATA -> Color.BLACK;
            case REFERENCE -> GREY;
            case SERIES -> SERIES.get(Math.floorMod(tint.series(), SERIES.size()));
        };
    }

    /** Returns the stroke of a line. Series that share a colour differ in their dashes. */
    static BasicStroke stroke(LineStyle style, Tint tint) {
        float width = tint.kind() == Tint.Kind.REFERENCE ? 1.8f : Theme.LINE.getLineWidth();
        return switch (style) {
            case SOLID -> {
                int round = tint.kind() == Tint.Kind.SERIES ? Math.floorDiv(tint.series(), SERIES.size()) : 0;
                yield round == 0 ? plain(width) : dashed(width, 14, 3 + 2f * Math.floorMod(round, 4), 3, 4);
            }
            case DASHED -> dashed(width, 9, 6);
            case DOTTED -> dashed(width, 2.2f, 4.2f);
        };
    }

    private static BasicStroke plain(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float... dash) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** Returns the symbol of a meaning around (x, y): roles and series differ in shape as well as in colour. */
    static Shape symbol(Tint tint, double x, double y, double radius) {
        int shape = switch (tint.kind()) {
            case SIGNAL, DATA, REFERENCE -> 0;
            case BACKGROUND -> 1;
            case SERIES -> Math.floorMod(tint.series(), 4);
        };
        double r = radius;
        return switch (shape) {
            case 0 -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case 1 -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case 2 -> polygon(x, y - 1.2 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r);
            default -> polygon(x, y - 1.25 * r, x + 1.25 * r, y, x, y + 1.25 * r, x - 1.25 * r, y);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
