package hep.winnow.aida.write;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What figures show, as objects of AIDA: histograms stay histograms; lines, points, fields and markers are sets of points. What has no place is told in comments. */
public final class AidaFigures implements FigureDataFormat {
    private static final double[] NO_ERRORS = {};

    @Override
    public List<String> endings() {
        return AidaWriterFormat.ENDINGS;
    }

    @Override
    public void write(FigureData data, OutputStream out) throws IOException {
        XmlOutput xml = XmlOutput.begin(out, data.file(), data.provenance().getOrDefault("winnow.version", "0"));
        xml.comments(data.provenance());
        String name = data.name().isEmpty() ? AidaWriterFormat.stem(data.file()) : data.name();
        List<Figure> panels = data.sheet().panels();
        for (int i = 0; i < panels.size(); i++) {
            String path = "/" + segment(name, "figure") + (panels.size() == 1 ? "" : "/" + (i + 1));
            panel(xml, path, panels.get(i), data.sheet());
        }
        xml.finish();
        xml.close();
    }

    private static void panel(XmlOutput xml, String path, Figure figure, Sheet sheet) throws IOException {
        ResultXml results = new ResultXml(xml);
        String title = figure.title().isEmpty() ? sheet.title() : figure.title();
        String shown = title.isEmpty() ? axis(figure.x()) + ", " + axis(figure.y()) : title;
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("x", axis(figure.x()));
        notes.put("y", axis(figure.y()));
        Set<String> names = new HashSet<>();
        List<String> left = new ArrayList<>();
        xml.comments(notes);
        for (Layer layer : figure.layers()) {
            ResultXml.Label label = new ResultXml.Label(path, unique(segment(layer.label(), "layer"), names), shown);
            if (!write(results, label, layer)) {
                left.add(layer.getClass().getSimpleName() + " " + layer.label());
            }
        }
        if (!left.isEmpty()) {
            xml.comments(Map.of("not written", String.join(", ", left)));
        }
    }

    private static String axis(hep.winnow.api.figure.Axis axis) {
        return axis.unit().isEmpty() ? axis.title() : axis.title() + " [" + axis.unit() + "]";
    }

    private static boolean write(ResultXml results, ResultXml.Label label, Layer layer) throws IOException {
        if (layer instanceof Layer.Bins bins) {
            results.cells(label, cells(bins.histogram()));
        } else if (layer instanceof Layer.Line line) {
            results.points(label, List.of(line.x(), line.y()), List.of(NO_ERRORS, line.yError()));
        } else if (layer instanceof Layer.Points points) {
            results.points(label, List.of(points.x(), points.y()), List.of(NO_ERRORS, points.yError()));
        } else if (layer instanceof Layer.Field field) {
            results.points(label, grid(field), List.of(NO_ERRORS, NO_ERRORS, NO_ERRORS));
        } else if (layer instanceof Layer.Marker marker) {
            results.points(label, List.of(new double[] {marker.x()}), List.of(NO_ERRORS));
        } else {
            return false;
        }
        return true;
    }

    private static Cells cells(Histogram histogram) {
        Binning binning = histogram.binning();
        int n = binning.bins();
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = binning.edge(i);
        }
        double[] sumW = new double[n + 2];
        double[] sumW2 = new double[n + 2];
        long[] entries = new long[n + 2];
        for (int i = 0; i < n + 2; i++) {
            sumW[i] = histogram.sumW(i);
            sumW2[i] = histogram.sumW2(i);
            entries[i] = histogram.entries(i);
        }
        return Cells.histogram(List.of(new Axis(edges, binning.isUniform())), sumW, sumW2, entries);
    }

    /** Returns the middles of the cells of a field, and its values. */
    private static List<double[]> grid(Layer.Field field) {
        int columns = field.x().length - 1;
        double[] x = new double[field.z().length];
        double[] y = new double[field.z().length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (field.x()[i % columns] + field.x()[i % columns + 1]) / 2;
            y[i] = (field.y()[i / columns] + field.y()[i / columns + 1]) / 2;
        }
        return List.of(x, y, field.z());
    }

    /** Returns a text as a part of a path. */
    private static String segment(String text, String otherwise) {
        String clean = text.replace('/', '_').strip();
        return clean.isEmpty() ? otherwise : clean;
    }

    private static String unique(String name, Set<String> taken) {
        String own = name;
        for (int i = 2; !taken.add(own); i++) {
            own = name + "_" + i;
        }
        return own;
    }
}
