package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.FixedSource;
import hep.winnow.api.hist.BinTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The bins of a histogram or profile, under- and overflow included.
 *
 * @param element in the file: {@code histogram1d}
 * @param name path and name
 * @param index of it among such elements of the file
 * @param axes the edges of each axis
 */
record Bins(String element, String name, int index, List<double[]> axes) implements AidaTable {
    static final Set<String> ELEMENTS = Set.of("histogram1d", "histogram2d", "histogram3d", "profile1d", "profile2d");

    /** Greatest number of bins, of all axes together. */
    private static final int MOST_BINS = 1 << 17;

    private static final List<String> AXES = List.of("X", "Y", "Z");

    Bins {
        axes = List.copyOf(axes);
    }

    /** Reads the axes. */
    static Bins read(XmlInput xml, String element, String name, int index, Path file) {
        int dimension = Character.digit(element.charAt(element.length() - 2), 10);
        List<double[]> axes = new ArrayList<>();
        long cells = 1;
        while (axes.size() < dimension && xml.next() && !xml.ends(element)) {
            if (xml.begins("axis")) {
                double[] edges = edges(xml);
                cells *= edges.length + 1;
                axes.add(edges);
                if (cells > MOST_BINS + 2L) {
                    throw UserError.data(
                            file + " says that " + name + " has " + cells + " bins, more than are read, " + MOST_BINS,
                            "make it with fewer bins");
                }
            }
        }
        if (axes.size() < dimension) {
            throw xml.wrong(name + " has " + axes.size() + " axes, expected " + dimension);
        }
        return new Bins(element, name, index, axes);
    }

    private static double[] edges(XmlInput xml) {
        int bins = (int) xml.whole("numberOfBins", 1, MOST_BINS);
        double low = xml.real("min");
        double high = xml.real("max");
        double[] edges = BinTable.edges(bins, low, high);
        int borders = 0;
        while (xml.next() && !xml.ends("axis")) {
            if (xml.begins("binBorder")) {
                borders++;
                if (borders < bins) {
                    edges[borders] = xml.real("value");
                }
            }
        }
        if (borders != 0 && borders != bins - 1) {
            throw xml.wrong("an axis of " + bins + " bins has " + borders + " borders, expected " + (bins - 1));
        }
        for (int i = 0; i < bins; i++) {
            if (!(edges[i] < edges[i + 1])) {
                throw xml.wrong("the edges of an axis do not rise: " + edges[i] + ", " + edges[i + 1]);
            }
        }
        return edges;
    }

    private boolean isProfile() {
        return element.startsWith("profile");
    }

    @Override
    public EventSource open(Path file) {
        List<ColumnInfo> schema = new BinTable(axes).schema();
        schema.add(ColumnInfo.of("height", ColumnType.DOUBLE));
        schema.add(ColumnInfo.of("error", ColumnType.DOUBLE));
        schema.add(ColumnInfo.of("entries", ColumnType.LONG));
        if (isProfile()) {
            schema.add(ColumnInfo.of("rms", ColumnType.DOUBLE));
        }
        return new FixedSource(file, schema, () -> columns(file));
    }

    private List<Column> columns(Path file) {
        int cells = new BinTable(axes).rows();
        double[] height = new double[cells];
        double[] error = new double[cells];
        long[] entries = new long[cells];
        double[] rms = new double[cells];
        String bin = "bin" + axes.size() + "d";
        try (XmlInput xml = XmlInput.open(file)) {
            xml.enter(element, index);
            while (xml.next() && !xml.ends(element)) {
                if (xml.begins(bin)) {
                    int cell = cell(xml);
                    entries[cell] = xml.whole("entries", 0, Long.MAX_VALUE);
                    height[cell] = xml.real("height", entries[cell]);
                    error[cell] = xml.real("error", Math.sqrt(entries[cell]));
                    rms[cell] = xml.real("rms", 0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Column> columns = new BinTable(axes).columns();
        columns.add(new Column.Doubles(height));
        columns.add(new Column.Doubles(error));
        columns.add(new Column.Longs(entries));
        columns.add(new Column.Doubles(rms));
        return columns;
    }

    private int cell(XmlInput xml) {
        int cell = 0;
        int stride = 1;
        for (int a = 0; a < axes.size(); a++) {
            String attribute = "binNum" + (axes.size() == 1 ? "" : AXES.get(a));
            int bins = axes.get(a).length - 1;
            String text = xml.attribute(attribute).orElse("");
            int bin = switch (text) {
                case "UNDERFLOW" -> 0;
                case "OVERFLOW" -> bins + 1;
                default -> 1 + (int) xml.whole(attribute, 0, bins - 1);
            };
            cell += stride * bin;
            stride *= bins + 2;
        }
        return cell;
    }
}
