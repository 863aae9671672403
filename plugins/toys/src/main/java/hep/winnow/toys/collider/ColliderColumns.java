package hep.winnow.toys.collider;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a block, filled event by event. Energies and momenta are kept to 1 MeV and angles to 0.0001, as the steps of a detector's read-out would be; so
 * a file of them is small, and reads back to the same bits.
 */
final class ColliderColumns {
    /** What stands for the jet's numbers in an event without jets. */
    static final double NO_JET = -999;

    private static final List<ColumnInfo> NUMBERS = List.of(
            whole("run", ColumnType.LONG),
            whole("event", ColumnType.LONG),
            gev("l1_pt"),
            angle("l1_eta"),
            angle("l1_phi"),
            whole("l1_q", ColumnType.INT),
            gev("l2_pt"),
            angle("l2_eta"),
            angle("l2_phi"),
            whole("l2_q", ColumnType.INT),
            gev("ptll"),
            angle("phill"),
            gev("met"),
            angle("met_phi"),
            whole("n_jet", ColumnType.INT),
            gev("j1_pt"),
            angle("j1_eta"),
            angle("j1_phi"),
            whole("n_b", ColumnType.INT),
            new ColumnInfo("genw", ColumnType.DOUBLE, "pb"));

    private final double[][] numbers;
    private final String[] process;

    ColliderColumns(int n) {
        numbers = new double[NUMBERS.size()][n];
        process = new String[n];
    }

    /** Returns the columns; the name of the process is among them only if a sample mixes several. */
    static List<ColumnInfo> schema(boolean isMixed) {
        List<ColumnInfo> all = new ArrayList<>(NUMBERS);
        if (isMixed) {
            all.add(ColumnInfo.of("process", ColumnType.STRING));
        }
        return List.copyOf(all);
    }

    /** Returns the values of {@link #schema}. */
    List<Column> columns(boolean isMixed) {
        List<Column> all = new ArrayList<>();
        for (int c = 0; c < numbers.length; c++) {
            all.add(column(NUMBERS.get(c).type(), numbers[c]));
        }
        if (isMixed) {
            all.add(new Column.Strings(process));
        }
        return all;
    }

    private static Column column(ColumnType type, double[] values) {
        return switch (type) {
            case INT ->
                new Column.Ints(Arrays.stream(values).mapToInt(v -> (int) v).toArray());
            case LONG ->
                new Column.Longs(Arrays.stream(values).mapToLong(v -> (long) v).toArray());
            default -> new Column.Doubles(values);
        };
    }

    /** Writes event {@code i} of the block, whose index in the sample is {@code index}. */
    void set(int i, Channel from, long index, double weight, Reconstructed seen) {
        FourMomentum l1 = seen.leading();
        FourMomentum l2 = seen.trailing();
        FourMomentum pair = l1.plus(l2);
        List<Jet> jets = seen.jets();
        boolean hasJet = !jets.isEmpty();
        FourMomentum jet = hasJet ? jets.get(0).momentum() : FourMomentum.ZERO;
        double[] row = {
            from.run(),
            index + 1,
            mev(l1.pt()),
            tick(l1.eta()),
            tick(l1.phi()),
            seen.leadingCharge(),
            mev(l2.pt()),
            tick(l2.eta()),
            tick(l2.phi()),
            seen.trailingCharge(),
            mev(pair.pt()),
            tick(pair.phi()),
            mev(seen.missing().pt()),
            tick(seen.missing().phi()),
            jets.size(),
            hasJet ? mev(jet.pt()) : NO_JET,
            hasJet ? tick(jet.eta()) : NO_JET,
            hasJet ? tick(jet.phi()) : NO_JET,
            jets.stream().filter(Jet::isTagged).count(),
            weight
        };
        for (int c = 0; c < row.length; c++) {
            numbers[c][i] = row[c];
        }
        process[i] = from.word();
    }

    private static double mev(double gev) {
        return Math.rint(gev * 1000) / 1000;
    }

    private static double tick(double angle) {
        return Math.rint(angle * 10000) / 10000;
    }

    private static ColumnInfo gev(String name) {
        return new ColumnInfo(name, ColumnType.DOUBLE, "GeV");
    }

    private static ColumnInfo angle(String name) {
        return ColumnInfo.of(name, ColumnType.DOUBLE);
    }

    private static ColumnInfo whole(String name, ColumnType type) {
        return ColumnInfo.of(name, type);
    }
}
