package hep.winnow.root.write;

import java.util.List;

/**
 * Points with errors: a {@code TGraphErrors}, or with four kinds of errors a {@code TGraphAsymmErrors}.
 *
 * @param name of the graph
 * @param title of the graph, and behind semicolons those of its axes
 * @param x abscissae
 * @param y ordinates
 * @param errors of x and of y; or of x down, x up, y down and y up
 */
record Graph(String name, String title, double[] x, double[] y, List<double[]> errors) implements Streamed {
    private static final int SYMMETRIC = 2;
    private static final int DOT = 20;

    Graph {
        errors = List.copyOf(errors);
    }

    @Override
    public String className() {
        return errors.size() == SYMMETRIC ? "TGraphErrors" : "TGraphAsymmErrors";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(3, () -> {
            base(to);
            errors.forEach(e -> array(e, to.out()));
        });
    }

    private void base(ObjectWriter to) {
        to.part(4, () -> {
            to.named(name, title).line().fill().marker(DOT).out().i32(x.length);
            array(x, to.out());
            array(y, to.out());
            to.pointer(new NoFunctions()).nothing();
            to.out().f64(HistogramFields.UNSET).f64(HistogramFields.UNSET);
        });
    }

    /** An array stands behind a byte that tells that it is there. */
    private static void array(double[] values, ByteSink out) {
        out.i8(values.length == 0 ? 0 : 1).doubles(values);
    }

    private record NoFunctions() implements Streamed {
        @Override
        public String className() {
            return "TList";
        }

        @Override
        public void write(ObjectWriter to) {
            to.list(List.of());
        }
    }
}
