package hep.winnow.aida;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.FixedSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of points: of each dimension the value and its errors upwards and downwards.
 *
 * @param name path and name
 * @param index of it among the sets of points of the file
 * @param dimension at least 1
 */
record Points(String name, int index, int dimension) implements AidaTable {
    static final String ELEMENT = "dataPointSet";

    private static final int MOST_DIMENSIONS = 1000;
    private static final List<String> NAMES = List.of("x", "y", "z");

    static Points read(XmlInput xml, String name, int index) {
        int dimension = (int) xml.whole("dimension", 1, MOST_DIMENSIONS);
        return new Points(name, index, dimension);
    }

    @Override
    public EventSource open(Path file) {
        List<ColumnInfo> schema = new ArrayList<>();
        for (int d = 0; d < dimension; d++) {
            String column = d < NAMES.size() ? NAMES.get(d) : "v" + d;
            for (String end : List.of("", "_plus", "_minus")) {
                schema.add(ColumnInfo.of(column + end, ColumnType.DOUBLE));
            }
        }
        return new FixedSource(file, schema, () -> columns(file));
    }

    private List<Column> columns(Path file) {
        List<double[]> points = new ArrayList<>();
        try (XmlInput xml = XmlInput.open(file)) {
            xml.enter(ELEMENT, index);
            while (xml.next() && !xml.ends(ELEMENT)) {
                if (xml.begins("dataPoint")) {
                    points.add(point(xml));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < 3 * dimension; c++) {
            int column = c;
            columns.add(new Column.Doubles(
                    points.stream().mapToDouble(p -> p[column]).toArray()));
        }
        return columns;
    }

    private double[] point(XmlInput xml) {
        double[] point = new double[3 * dimension];
        int found = 0;
        while (xml.next() && !xml.ends("dataPoint")) {
            if (xml.begins("measurement")) {
                if (found == dimension) {
                    throw xml.wrong("a point of " + name + " has more than " + dimension + " measurements");
                }
                point[3 * found] = xml.real("value");
                point[3 * found + 1] = xml.real("errorPlus", 0);
                point[3 * found + 2] = xml.real("errorMinus", point[3 * found + 1]);
                found++;
            }
        }
        if (found < dimension) {
            throw xml.wrong("a point of " + name + " has " + found + " measurements, expected " + dimension);
        }
        return point;
    }
}
