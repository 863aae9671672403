package hep.winnow.toys.digit;

import java.util.Arrays;

/**
 * Draws with a round pen on a square sheet. A pixel's ink is how far the pen's edge lies beyond the pixel's centre, plus a half, from 0 to 1: so edges are smooth over
 * one pixel. Only {@code + - * /} and square roots are used, which are the same on every machine.
 */
final class Pen {
    private static final int PIECES = 12;

    private final int side;
    private final double radius;
    private final float[] ink;

    /**
     * Takes a pen to an empty sheet.
     *
     * @param side number of pixels of a row and of a column
     * @param width of a stroke, in pixels
     */
    Pen(int side, double width) {
        this.side = side;
        this.radius = width / 2;
        this.ink = new float[side * side];
    }

    /** Draws a chain of cubic Bézier curves, given as in {@link Glyph}, in pixels; pixel 0 reaches from 0 to 1. */
    void draw(double[] stroke) {
        for (int i = 0; i + 7 < stroke.length; i += 6) {
            double[] c = Arrays.copyOfRange(stroke, i, i + 8);
            double x = c[0];
            double y = c[1];
            for (int k = 1; k <= PIECES; k++) {
                double t = (double) k / PIECES;
                double nextX = bezier(t, c[0], c[2], c[4], c[6]);
                double nextY = bezier(t, c[1], c[3], c[5], c[7]);
                line(x, y, nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
    }

    private static double bezier(double t, double a, double b, double c, double d) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    private void line(double x0, double y0, double x1, double y1) {
        double reach = radius + 1;
        int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
        int right = Math.min(side - 1, (int) Math.floor(Math.max(x0, x1) + reach));
        int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
        int bottom = Math.min(side - 1, (int) Math.floor(Math.max(y0, y1) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double covered = 0.5 + radius - distance(x + 0.5, y + 0.5, x0, y0, x1, y1);
                int i = y * side + x;
                ink[i] = Math.max(ink[i], (float) Math.max(0, Math.min(1, covered)));
            }
        }
    }

    /** Returns the distance of a point from a line between two others. */
    private static double distance(double x, double y, double x0, double y0, double x1, double y1) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length2 = dx * dx + dy * dy;
        double along = length2 > 0 ? ((x - x0) * dx + (y - y0) * dy) / length2 : 0;
        double t = Math.max(0, Math.min(1, along));
        double ex = x - x0 - t * dx;
        double ey = y - y0 - t * dy;
        return Math.sqrt(ex * ex + ey * ey);
    }

    /** Returns the ink of each pixel, from 0 to 1, row by row. */
    float[] ink() {
        return ink;
    }
}
