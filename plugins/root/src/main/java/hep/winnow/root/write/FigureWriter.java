package hep.winnow.root.write;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.text.Rounding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes the layers of one figure into a folder. */
final class FigureWriter {
    private static final int DIGITS = 12;

    private final RootOutput out;
    private final Folder folder;
    private final String title;
    private final String x;
    private final String y;
    private final Set<String> names = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param title of the figure; may be empty
     */
    FigureWriter(RootOutput out, Folder folder, String title, Axis x, Axis y) {
        this.out = out;
        this.folder = folder;
        this.title = title;
        this.x = title(x);
        this.y = title(y);
    }

    private static String title(Axis axis) {
        return axis.unit().isEmpty() ? axis.title() : axis.title() + " [" + axis.unit() + "]";
    }

    /** Writes all layers. What is no histogram and no graph becomes a line of text in the object {@code notes}. */
    void write(Figure figure) throws IOException {
        notes.addAll(figure.notes());
        for (Layer layer : figure.layers()) {
            write(layer);
        }
        if (!notes.isEmpty()) {
            object("notes", new Provenance.Text("notes", String.join("\n", notes)));
        }
    }

    private void write(Layer layer) throws IOException {
        String name = unique(name(layer));
        if (layer instanceof Layer.Bins bins) {
            object(name, Histogram1.of(bins.histogram(), name, title, x, y));
        } else if (layer instanceof Layer.Cells cells) {
            object(name, Histogram2.of(cells.histogram(), name, title, x, y, cells.label()));
        } else if (layer instanceof Layer.Field field) {
            Binning columns = Binning.of(field.x());
            object(name, Histogram2.of(columns, Binning.of(field.y()), field.z(), name, title, x, y));
        } else if (layer instanceof Layer.Line line) {
            graph(name, line.x(), line.y(), line.yError());
        } else if (layer instanceof Layer.Points points) {
            graph(name, points.x(), points.y(), points.yError());
        } else if (layer instanceof Layer.Measured measured) {
            measured(name, measured);
        } else if (layer instanceof Layer.Band band) {
            band(name, band);
        } else {
            note(layer);
        }
    }

    /** Returns the name of what a layer becomes: its label, but of cells, whose label is that of the colours, the title; what it is where there is none. */
    private String name(Layer layer) {
        if (layer instanceof Layer.Cells) {
            return name(title, "cells");
        }
        String kind = layer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return name(layer.label(), kind);
    }

    private void graph(String name, double[] atX, double[] atY, double[] error) throws IOException {
        int[] shown = shown(atX, atY);
        double[] none = new double[shown.length];
        double[] some = error.length == 0 ? none : pick(error, shown);
        object(name, new Graph(name, graphTitle(), pick(atX, shown), pick(atY, shown), List.of(none, some)));
    }

    /** Beside what is filled with events stand the points as they are drawn, with their own errors. */
    private void measured(String name, Layer.Measured m) throws IOException {
        String points = name;
        if (m.filled().isPresent()) {
            Layer.Filled filled = m.filled().get();
            object(
                    name,
                    filled instanceof Layer.Filled.Contents c
                            ? Histogram1.of(c.histogram(), name, title, x, y)
                            : ProfileObject.of(((Layer.Filled.Means) filled).profile(), name, title, x, y));
            points = unique(name + "_points");
        }
        int[] shown = shown(m.x(), m.y());
        double[] half = m.xError().length == 0 ? new double[shown.length] : pick(m.xError(), shown);
        double[] down = pick(differences(m.y(), m.low()), shown);
        double[] up = pick(differences(m.high(), m.y()), shown);
        object(
                points,
                new Graph(points, graphTitle(), pick(m.x(), shown), pick(m.y(), shown), List.of(half, half, down, up)));
    }

    /** A band is a graph of its middles. */
    private void band(String name, Layer.Band band) throws IOException {
        Binning bins = band.binning();
        double[] middle = new double[bins.bins()];
        double[] center = new double[bins.bins()];
        double[] half = new double[bins.bins()];
        for (int i = 0; i < middle.length; i++) {
            center[i] = bins.center(i + 1);
            half[i] = bins.width(i + 1) / 2;
            middle[i] = (band.low()[i] + band.high()[i]) / 2;
        }
        double[] error = differences(band.high(), middle);
        int[] shown = shown(center, middle);
        object(
                name,
                new Graph(
                        name,
                        graphTitle(),
                        pick(center, shown),
                        pick(middle, shown),
                        List.of(pick(half, shown), pick(error, shown))));
    }

    private void note(Layer layer) {
        if (layer instanceof Layer.Marker marker) {
            notes.add(marker.label() + ": line at x = " + Rounding.shortest(marker.x(), DIGITS));
        } else if (layer instanceof Layer.Span span) {
            notes.add(span.label() + ": shaded from x = " + Rounding.shortest(span.low(), DIGITS) + " to "
                    + Rounding.shortest(span.high(), DIGITS));
        } else if (layer instanceof Layer.Words words) {
            for (int i = 0; i < words.x().length; i++) {
                notes.add("'" + words.texts().get(i) + "' at (" + Rounding.shortest(words.x()[i], DIGITS) + ", "
                        + Rounding.shortest(words.y()[i], DIGITS) + ")");
            }
        }
    }

    private String graphTitle() {
        return title + ";" + x + ";" + y;
    }

    private void object(String name, Streamed object) throws IOException {
        out.object(folder, name, "", object);
    }

    private static int[] shown(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
    }

    private static double[] pick(double[] values, int[] which) {
        return Arrays.stream(which).mapToDouble(i -> values[i]).toArray();
    }

    /** Returns a - b; 0 where there is none. */
    private static double[] differences(double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> Double.isNaN(a[i] - b[i]) ? 0 : a[i] - b[i])
                .toArray();
    }

    /** Returns a text as the name of an object, which has neither slashes nor semicolons in ROOT. */
    static String name(String text, String otherwise) {
        String clean = text.replaceAll("[/;\\p{Cntrl}]", "_").strip();
        return clean.isEmpty() ? otherwise : clean;
    }

    private String unique(String name) {
        String own = name;
        for (int i = 2; !names.add(own); i++) {
            own = name + "_" + i;
        }
        return own;
    }
}
