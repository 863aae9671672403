package hep.winnow.root.result;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.FixedSource;
import hep.winnow.api.hist.BinTable;
import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Instance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The bins of a histogram or a profile, with underflow and overflow. */
final class Bins {
    private static final List<String> AXES = List.of("X", "Y", "Z");

    private final Instance object;
    private final boolean isProfile;
    private final List<double[]> axes = new ArrayList<>();
    private final double[] contents;

    Bins(String className, Instance object) {
        this.object = object;
        this.isProfile = className.startsWith("TProfile");
        int dimension = className.equals("TProfile") ? 1 : className.charAt(isProfile ? 8 : 2) - '0';
        this.contents = contents(object);
        long cells = 1;
        for (int a = 0; a < dimension; a++) {
            Instance axis = object.object("f" + AXES.get(a) + "axis");
            long bins = axis == null ? -1 : axis.integer("fNbins");
            if (axis == null || bins < 1 || bins > contents.length) {
                throw new Damage.Found("an axis says that it has " + bins + " bins, and there are " + contents.length);
            }
            axes.add(edges(axis, (int) bins));
            cells *= bins + 2;
        }
        if (cells != contents.length) {
            throw new Damage.Found("its axes have " + cells + " bins, but it has " + contents.length);
        }
    }

    private static double[] edges(Instance axis, int bins) {
        double[] told = axis.numbers("fXbins");
        if (told.length == bins + 1) {
            return told;
        }
        double low = axis.number("fXmin");
        double high = axis.number("fXmax");
        return BinTable.edges(bins, low, high);
    }

    /** Returns the numbers in the array that a histogram of whatever type is derived from. */
    private static double[] contents(Instance object) {
        for (String type : List.of("D", "F")) {
            double[] reals = object.numbers("TArray" + type);
            if (reals.length > 0) {
                return reals;
            }
        }
        for (String type : List.of("I", "S", "C", "L64")) {
            long[] whole = object.integers("TArray" + type);
            if (whole.length > 0) {
                return Arrays.stream(whole).asDoubleStream().toArray();
            }
        }
        throw new Damage.Found("it has no bins");
    }

    EventSource source(Path file) {
        List<ColumnInfo> schema = new BinTable(axes).schema();
        schema.add(ColumnInfo.of("height", ColumnType.DOUBLE));
        schema.add(ColumnInfo.of("error", ColumnType.DOUBLE));
        if (isProfile) {
            schema.add(ColumnInfo.of("entries", ColumnType.DOUBLE));
            schema.add(ColumnInfo.of("rms", ColumnType.DOUBLE));
        }
        List<Column> columns = new BinTable(axes).columns();
        columns.addAll(isProfile ? means() : heights());
        return new FixedSource(file, schema, () -> columns);
    }

    private List<Column> heights() {
        double[] squares = object.numbers("fSumw2");
        double[] errors = new double[contents.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(squares.length == errors.length ? squares[i] : Math.abs(contents[i]));
        }
        return List.of(new Column.Doubles(contents), new Column.Doubles(errors));
    }

    /** Returns mean, error of the mean, sum of weights and spread of each bin of a profile, as ROOT has them by default. */
    private List<Column> means() {
        double[] weights = object.numbers("fBinEntries");
        double[] squares = object.numbers("fSumw2");
        double[] weights2 = object.numbers("fBinSumw2");
        int cells = contents.length;
        if (weights.length != cells || squares.length != cells) {
            throw new Damage.Found("it has " + cells + " bins, but sums of weights for " + weights.length);
        }
        double[] mean = new double[cells];
        double[] error = new double[cells];
        double[] spread = new double[cells];
        for (int i = 0; i < cells; i++) {
            double w = weights[i];
            double w2 = weights2.length == cells ? weights2[i] : w;
            mean[i] = w == 0 ? Double.NaN : contents[i] / w;
            spread[i] = w == 0 ? Double.NaN : Math.sqrt(Math.abs(squares[i] / w - mean[i] * mean[i]));
            error[i] = w == 0 ? Double.NaN : spread[i] * Math.sqrt(Math.abs(w2)) / Math.abs(w);
        }
        return List.of(
                new Column.Doubles(mean),
                new Column.Doubles(error),
                new Column.Doubles(weights),
                new Column.Doubles(spread));
    }
}
