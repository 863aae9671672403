package hep.winnow.toys.digit;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * How a digit is written: strokes in a box that reaches from 0 to 1, x to the right and y downwards.
 *
 * @param strokes each a chain of cubic Bézier curves: x and y of its first point, then for each curve those of its two handles and of its end
 */
record Glyph(List<double[]> strokes) {
    Glyph {
        strokes = List.copyOf(strokes);
    }

    /**
     * Reads a path in the letters of SVG: {@code M x y} begins a stroke, {@code L x y} goes straight on, {@code C x1 y1 x2 y2 x y} on a curve.
     */
    static Glyph of(String path) {
        List<double[]> strokes = new ArrayList<>();
        List<Double> stroke = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(path);
        while (words.hasMoreTokens()) {
            String letter = words.nextToken();
            switch (letter) {
                case "M" -> {
                    end(stroke, strokes);
                    take(words, 2, stroke);
                }
                case "L" -> line(words, stroke);
                case "C" -> take(words, 6, stroke);
                default -> throw new IllegalArgumentException("'" + letter + "' is no letter of a path: " + path);
            }
        }
        end(stroke, strokes);
        return new Glyph(strokes);
    }

    private static void take(StringTokenizer words, int n, List<Double> stroke) {
        for (int i = 0; i < n; i++) {
            stroke.add(Double.parseDouble(words.nextToken()));
        }
    }

    /** A straight line is a curve whose handles lie on it. */
    private static void line(StringTokenizer words, List<Double> stroke) {
        double x0 = stroke.get(stroke.size() - 2);
        double y0 = stroke.get(stroke.size() - 1);
        double x1 = Double.parseDouble(words.nextToken());
        double y1 = Double.parseDouble(words.nextToken());
        stroke.addAll(List.of(x0 + (x1 - x0) / 3, y0 + (y1 - y0) / 3, x1 + (x0 - x1) / 3, y1 + (y0 - y1) / 3, x1, y1));
    }

    private static void end(List<Double> stroke, List<double[]> strokes) {
        if (!stroke.isEmpty()) {
            strokes.add(stroke.stream().mapToDouble(v -> v).toArray());
            stroke.clear();
        }
    }
}
