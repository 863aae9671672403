package hep.winnow.toys.dijet;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** The columns of a block, filled event by event. */
final class DijetColumns {
    static final List<ColumnInfo> SCHEMA = List.of(
            gev("mjj"),
            gev("pt1"),
            plain("eta1"),
            gev("m1"),
            plain("tau21_1"),
            gev("pt2"),
            plain("eta2"),
            gev("m2"),
            plain("tau21_2"),
            gev("m_true"),
            ColumnInfo.of("label", ColumnType.INT));

    private final double[][] numbers;
    private final int[] label;

    DijetColumns(int n) {
        numbers = new double[SCHEMA.size() - 1][n];
        label = new int[n];
    }

    /** Writes event {@code i} of the block. */
    void set(int i, DijetEvent event) {
        DijetEvent.Jet a = event.first();
        DijetEvent.Jet b = event.second();
        double[] row = {
            event.pairMass(),
            a.pt(),
            a.eta(),
            a.mass(),
            a.tau21(),
            b.pt(),
            b.eta(),
            b.mass(),
            b.tau21(),
            event.massOfResonance()
        };
        for (int c = 0; c < row.length; c++) {
            numbers[c][i] = row[c];
        }
        label[i] = event.massOfResonance() > 0 ? 1 : 0;
    }

    /** Returns the values of {@link #SCHEMA}. */
    List<Column> columns() {
        List<Column> all = new ArrayList<>();
        for (double[] values : numbers) {
            all.add(new Column.Doubles(values));
        }
        all.add(new Column.Ints(label));
        return all;
    }

    private static ColumnInfo gev(String name) {
        return new ColumnInfo(name, ColumnType.DOUBLE, "GeV");
    }

    private static ColumnInfo plain(String name) {
        return ColumnInfo.of(name, ColumnType.DOUBLE);
    }
}
