package hep.winnow.figures;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Layer.BinStyle;
import hep.winnow.api.figure.Layer.LineStyle;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sheets such as the program makes, and some that nobody wants, by name. */
final class Gallery {
    private static final double[] NONE = {};

    private final RandomStream random = new RandomStream(20260917);

    /** Returns all sheets, in order. */
    static Map<String, Sheet> sheets() {
        Gallery gallery = new Gallery();
        Map<String, Sheet> all = new LinkedHashMap<>();
        all.put("stack", Sheet.of(gallery.stack(false)));
        all.put("stack_log", Sheet.of(gallery.stack(true)));
        all.put("monitor", gallery.monitor());
        all.put("roc", Sheet.of(gallery.roc()));
        all.put("boundary", gallery.boundary());
        all.put("significance", Sheet.of(gallery.significance()));
        all.put("regression", Sheet.of(gallery.regression()));
        all.put("many_series", Sheet.of(gallery.manySeries()));
        all.put("markup", Sheet.of(gallery.markup()));
        all.put("empty", gallery.empties());
        all.put("extreme", gallery.extremes());
        all.put("signed", gallery.signed());
        all.put("cloud", Sheet.of(gallery.cloud()));
        all.put("log_log", gallery.logarithmic());
        all.put("ratio", Sheet.of(gallery.ratio()));
        all.put("plane", gallery.plane());
        return all;
    }

    private Histogram peak(int events, double mean, double width, double weight) {
        Histogram h = new Histogram(Binning.uniform(30, 0, 300));
        for (int i = 0; i < events; i++) {
            h.fill(mean + width * random.nextGaussian(), random.nextDouble() < 0.03 ? -weight : weight);
        }
        return h;
    }

    private Histogram tail(int events, double weight) {
        Histogram h = new Histogram(Binning.uniform(30, 0, 300));
        for (int i = 0; i < events; i++) {
            h.fill(20 + 55 * (random.nextExponential() + 0.4 * random.nextExponential()), weight);
        }
        return h;
    }

    private Figure stack(boolean isLog) {
        Histogram ww = tail(4000, 0.5);
        Histogram tt = peak(2500, 150, 60, 0.4);
        Histogram signal = peak(900, 105, 18, 0.35);
        Histogram data = new Histogram(ww.binning());
        for (int i = 1; i <= 30; i++) {
            double mean = ww.sumW(i) + tt.sumW(i) + signal.sumW(i);
            int n = (int) Math.max(0, Math.rint(mean + Math.sqrt(Math.max(mean, 0)) * random.nextGaussian()));
            for (int k = 0; k < n; k++) {
                data.fill(ww.binning().center(i), 1);
            }
        }
        return new Figure(
                "Signal region",
                Axis.of("m_{T}", "GeV"),
                new Axis("events / 10 GeV", "", Optional.empty(), isLog),
                List.of(
                        new Layer.Bins("WW", ww, BinStyle.STACK, Tint.BACKGROUND),
                        new Layer.Bins("top pairs", tt, BinStyle.STACK, Tint.series(1)),
                        new Layer.Bins("Higgs", signal, BinStyle.STACK, Tint.SIGNAL),
                        new Layer.Bins("Higgs × 3", signal.scaled(3), BinStyle.OUTLINE, Tint.SIGNAL),
                        new Layer.Bins("data", data, BinStyle.POINTS, Tint.DATA)),
                List.of("∫L dt = 139 fb^{-1}", "nn > 0.74"));
    }

    private Figure ratio() {
        Histogram ww = tail(4000, 0.5);
        Histogram tt = peak(2500, 150, 60, 0.4);
        Binning bins = ww.binning();
        double[] x = new double[30];
        double[][] data = new double[3][30];
        double[][] over = new double[3][30];
        double[] low = new double[30];
        double[] high = new double[30];
        for (int i = 0; i < 30; i++) {
            double sum = ww.sumW(i + 1) + tt.sumW(i + 1);
            double error = Math.sqrt(ww.sumW2(i + 1) + tt.sumW2(i + 1));
            double n = Math.max(0, Math.rint(sum + Math.sqrt(sum) * random.nextGaussian()));
            x[i] = bins.center(i + 1);
            boolean isBlind = x[i] > 100 && x[i] < 140;
            for (int k = 0; k < 3; k++) {
                data[k][i] = isBlind ? Double.NaN : n + (k == 0 ? 0 : k == 1 ? -0.83 : 1.3) * Math.sqrt(n);
                over[k][i] = data[k][i] / sum;
            }
            low[i] = 1 - error / sum;
            high[i] = 1 + error / sum;
        }
        Figure below = new Figure(
                "",
                Axis.of("", ""),
                Axis.of("data / simulation", "", 0.45, 1.55),
                List.of(
                        new Layer.Span("", 100, 140),
                        new Layer.Band("", bins, low, high),
                        new Layer.Line(
                                "", new double[] {0, 300}, new double[] {1, 1}, NONE, LineStyle.DASHED, Tint.REFERENCE),
                        new Layer.Measured("", x, NONE, over[0], over[1], over[2], Tint.DATA, false)),
                List.of());
        return new Figure(
                "Blinded",
                Axis.of("m_{T}", "GeV", 0, 300),
                Axis.of("events / 10 GeV", ""),
                List.of(
                        new Layer.Span("blinded", 100, 140),
                        new Layer.Bins("WW", ww, BinStyle.STACK, Tint.BACKGROUND),
                        new Layer.Bins("top pairs", tt, BinStyle.STACK, Tint.series(1)),
                        new Layer.Measured("data", x, NONE, data[0], data[1], data[2], Tint.DATA, true),
                        new Layer.Marker("m_{T} > 60", 60, Tint.REFERENCE, 1)),
                List.of("L = 139 fb^{-1}"),
                Optional.of(below));
    }

    private Sheet plane() {
        Histogram2D h = new Histogram2D(Binning.uniform(30, 0, 300), Binning.variable(0, 0.5, 1, 1.5, 2, 3));
        for (int i = 0; i < 3000; i++) {
            h.fill(40 * random.nextExponential(), 2 * random.nextDouble() * random.nextDouble(), i % 9 == 0 ? -1 : 1);
        }
        List<Figure> panels = new ArrayList<>();
        for (boolean isLog : new boolean[] {false, true}) {
            panels.add(new Figure(
                    isLog ? "logarithmic" : "linear",
                    Axis.of("m", "GeV", 0, 300),
                    Axis.of("Δφ", "rad", 0, 3),
                    List.of(new Layer.Cells("events / bin", h, isLog)),
                    List.of("correlation 0.01 ± 0.02")));
        }
        return new Sheet("", panels, 2);
    }

    private Histogram response(int events, double power, boolean isSignal) {
        Histogram h = new Histogram(Binning.uniform(40, 0, 1));
        for (int i = 0; i < events; i++) {
            double u = StrictMath.pow(random.nextDouble(), power);
            h.fill(isSignal ? 1 - u : u, 1.0 / events);
        }
        return h;
    }

    private Sheet monitor() {
        int epochs = 60;
        double[] epoch = new double[epochs];
        double[] train = new double[epochs];
        double[] valid = new double[epochs];
        double[] auc = new double[epochs];
        double[] validAuc = new double[epochs];
        for (int i = 0; i < epochs; i++) {
            epoch[i] = i + 1;
            double decay = StrictMath.exp(-i / 9.0);
            train[i] = 0.48 + 0.21 * decay - 0.0006 * i + 0.002 * random.nextGaussian();
            valid[i] = 0.495 + 0.2 * decay + 0.0002 * i + 0.004 * random.nextGaussian();
            auc[i] = 0.86 - 0.2 * decay + 0.0003 * i;
            validAuc[i] = 0.852 - 0.2 * decay - 0.0001 * i + 0.002 * random.nextGaussian();
        }
        Figure loss = new Figure(
                "Loss",
                Axis.of("epoch", ""),
                Axis.of("cross-entropy", ""),
                List.of(
                        new Layer.Line("train", epoch, train, NONE, LineStyle.SOLID, Tint.series(0)),
                        new Layer.Line("valid", epoch, valid, NONE, LineStyle.SOLID, Tint.series(1)),
                        new Layer.Marker("best epoch 41", 41, Tint.REFERENCE)),
                List.of());
        Figure area = new Figure(
                "Area under the ROC curve",
                Axis.of("epoch", ""),
                Axis.of("AUC", ""),
                List.of(
                        new Layer.Line("train", epoch, auc, NONE, LineStyle.SOLID, Tint.series(0)),
                        new Layer.Line("valid", epoch, validAuc, NONE, LineStyle.SOLID, Tint.series(1))),
                List.of());
        Figure overlay = new Figure(
                "Response",
                Axis.of("nn", ""),
                Axis.of("share of events / 0.025", ""),
                List.of(
                        new Layer.Bins(
                                "background, train", response(30000, 2.2, false), BinStyle.OUTLINE, Tint.BACKGROUND),
                        new Layer.Bins("signal, train", response(30000, 2.6, true), BinStyle.OUTLINE, Tint.SIGNAL),
                        new Layer.Bins(
                                "background, test", response(5000, 2.2, false), BinStyle.POINTS, Tint.BACKGROUND),
                        new Layer.Bins("signal, test", response(5000, 2.6, true), BinStyle.POINTS, Tint.SIGNAL)),
                List.of("KS background p = 0.43", "KS signal p = 0.71"));
        return new Sheet("nn: gap 0.004 ± 0.003 (1.3 sigma): no sign of overtraining", List.of(loss, area, overlay), 3);
    }

    private Figure roc() {
        int n = 4001;
        double[] x = new double[n];
        double[] nn = new double[n];
        double[] lda = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            double e = i / (n - 1.0);
            x[i] = e;
            nn[i] = 1 - StrictMath.pow(e, 5);
            lda[i] = 1 - StrictMath.pow(e, 2.7);
            error[i] = 0.05 * Math.sqrt(nn[i] * (1 - nn[i]));
        }
        return new Figure(
                "ROC curve on test",
                Axis.of("signal efficiency", "", 0, 1),
                Axis.of("background rejection", "", 0, 1),
                List.of(
                        new Layer.Line("nn, AUC 0.843 ± 0.004", x, nn, error, LineStyle.SOLID, Tint.series(0)),
                        new Layer.Line("ld, AUC 0.731 ± 0.005", x, lda, error, LineStyle.SOLID, Tint.series(1)),
                        new Layer.Line(
                                "chance",
                                new double[] {0, 1},
                                new double[] {1, 0},
                                NONE,
                                LineStyle.DASHED,
                                Tint.REFERENCE)),
                List.of());
    }

    private Sheet boundary() {
        return new Sheet("", List.of(region("perceptron", 0), region("mlp", 1)), 2);
    }

    private Figure region(String name, int kind) {
        int n = 120;
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = -3 + 6.0 * i / n;
        }
        double[] z = new double[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double x = (edges[c] + edges[c + 1]) / 2;
                double y = (edges[r] + edges[r + 1]) / 2;
                double score = kind == 0 ? x + y : 2.2 * (1.6 - Math.sqrt(x * x + y * y)) + StrictMath.sin(2 * x);
                z[r * n + c] = 1 / (1 + StrictMath.exp(-1.5 * score));
            }
        }
        double[][] signal = ring(300, 0.8);
        double[][] background = ring(300, 2.2);
        return new Figure(
                name,
                Axis.of("x1", ""),
                Axis.of("x2", ""),
                List.of(
                        new Layer.Field("response", edges, edges, z, 0.5),
                        new Layer.Points("background", background[0], background[1], NONE, Tint.BACKGROUND, true),
                        new Layer.Points("signal", signal[0], signal[1], NONE, Tint.SIGNAL, true)),
                List.of("accuracy 0.93"));
    }

    private double[][] ring(int n, double radius) {
        double[][] xy = new double[2][n];
        for (int i = 0; i < n; i++) {
            double angle = random.nextDouble(0, 6.2831);
            double r = radius + 0.25 * random.nextGaussian();
            xy[0][i] = r * StrictMath.cos(angle);
            xy[1][i] = r * StrictMath.sin(angle);
        }
        return xy;
    }

    private Figure significance() {
        int n = 80;
        double[] cut = new double[n];
        double[] valid = new double[n];
        double[] test = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
            cut[i] = i / (double) n;
            valid[i] = 1.2 + 3 * cut[i] * (1.3 - cut[i]) + 0.05 * random.nextGaussian();
            test[i] = 1.1 + 3 * cut[i] * (1.3 - cut[i]) + 0.05 * random.nextGaussian();
            error[i] = 0.1 + 0.2 * cut[i];
        }
        valid[40] = Double.NaN;
        return new Figure(
                "Cut optimisation",
                Axis.of("cut on nn", ""),
                Axis.of("Z_{A}", "sigma"),
                List.of(
                        new Layer.Line("valid", cut, valid, NONE, LineStyle.DASHED, Tint.series(1)),
                        new Layer.Line("test", cut, test, error, LineStyle.SOLID, Tint.series(0)),
                        new Layer.Marker("nn > 0.65", 0.65, Tint.SIGNAL)),
                List.of("Z = 2.31 ± 0.21 on test", "chosen on valid"));
    }

    private Figure regression() {
        int n = 25;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        double[] fit = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.4 * i;
            fit[i] = 3 * StrictMath.sin(x[i]);
            error[i] = 0.4;
            y[i] = fit[i] + 0.4 * random.nextGaussian();
        }
        return new Figure(
                "",
                Axis.of("x", "mm"),
                Axis.of("f(x)", ""),
                List.of(
                        new Layer.Points("measured", x, y, error, Tint.DATA, false),
                        new Layer.Line("mlp", x, fit, error, LineStyle.SOLID, Tint.SIGNAL),
                        new Layer.Points("other", x, fit, NONE, Tint.series(2), false)),
                List.of("rmse 0.41 ± 0.02"));
    }

    private Figure manySeries() {
        List<Layer> layers = new ArrayList<>();
        for (int k = 0; k < 20; k++) {
            double[] x = new double[50];
            double[] y = new double[50];
            for (int i = 0; i < 50; i++) {
                x[i] = i;
                y[i] = k + StrictMath.sin(0.1 * i * (1 + 0.05 * k));
            }
            layers.add(new Layer.Line(
                    "series " + k + (k == 3 ? " with a name that goes on and on beyond all reason" : ""),
                    x,
                    y,
                    NONE,
                    LineStyle.SOLID,
                    Tint.series(k)));
        }
        return new Figure(
                "A title that is much too long for the panel, as titles made from expressions tend to be, with cuts"
                        + " and all",
                Axis.of("sqrt(2*ptll*met*(1 - cos(delta_phi(phill, met_phi)))) + 3*something_else_entirely", "GeV"),
                Axis.of(
                        "a title of the vertical axis that goes beyond the height of the panel, too",
                        "arbitrary units"),
                layers,
                List.of("many series", "a note that is too long for one line and has to be broken into several"));
    }

    private Figure markup() {
        return new Figure(
                "<script>alert(\"&\")</script> l1_pt ^ met_phi {x} p_{T}^{miss} √s = 13 TeV ½ \u0007 漢字 α β Σw²",
                Axis.of("l1_pt", "GeV"),
                Axis.of("a < b & c > \"d\"", "%"),
                List.of(new Layer.Points(
                        "<tspan>", new double[] {1}, new double[] {2}, new double[] {0.5}, Tint.DATA, false)),
                List.of("single point", "χ² / ndf = 12 / 9"));
    }

    private Sheet empties() {
        Histogram empty = new Histogram(Binning.uniform(10, 0, 5));
        return new Sheet(
                "Nothing, one point, one value",
                List.of(
                        figure(new Layer.Bins("empty", empty, BinStyle.OUTLINE, Tint.SIGNAL)),
                        figure(new Layer.Bins("empty", empty, BinStyle.STACK, Tint.SIGNAL)),
                        logFigure(new Layer.Bins("empty", empty, BinStyle.POINTS, Tint.DATA)),
                        figure(new Layer.Line("no points", NONE, NONE, NONE, LineStyle.SOLID, Tint.series(0))),
                        figure(line("NaN", new double[] {1, 2}, new double[] {Double.NaN, Double.POSITIVE_INFINITY})),
                        figure(line("one point", new double[] {3}, new double[] {7})),
                        figure(line("all equal", new double[] {1, 2, 3}, new double[] {4, 4, 4})),
                        figure(line("all zero", new double[] {0, 0, 0}, new double[] {0, 0, 0})),
                        figure(new Layer.Field(
                                "flat",
                                new double[] {0, 1, 2},
                                new double[] {0, 1, 2},
                                new double[] {1, 1, 1, Double.NaN},
                                0.5))),
                3);
    }

    private static Layer line(String label, double[] x, double[] y) {
        return new Layer.Line(label, x, y, NONE, LineStyle.SOLID, Tint.series(0));
    }

    private static Figure figure(Layer layer) {
        return new Figure("", Axis.of("x", ""), Axis.of("y", ""), List.of(layer), List.of());
    }

    private static Figure logFigure(Layer layer) {
        return new Figure("", Axis.of("x", ""), new Axis("y", "", Optional.empty(), true), List.of(layer), List.of());
    }

    private Sheet extremes() {
        double[] x = {1, 2, 3, 4, 5};
        return new Sheet(
                "",
                List.of(
                        figure(line("1e-9", x, new double[] {1e-9, 3e-9, 2e-9, 5e-9, 4e-9})),
                        figure(line("1e12", new double[] {1e12, 2e12, 3e12}, new double[] {1e12, -3e12, 2e12})),
                        figure(line("offset", x, new double[] {1e6 + 1, 1e6 + 2, 1e6 + 1.5, 1e6 + 3, 1e6})),
                        figure(line("1e300", x, new double[] {1e300, -1e300, 1e308, Double.NaN, 0})),
                        figure(line(
                                "thousands", new double[] {1000, 20000, 30000}, new double[] {12000, 45000, 99000})),
                        figure(line("tiny step", x, new double[] {0.50001, 0.50002, 0.50003, 0.50001, 0.5}))),
                3);
    }

    private Sheet signed() {
        Histogram h = new Histogram(Binning.uniform(20, -5, 5));
        for (int i = 0; i < 300; i++) {
            h.fill(1.5 * random.nextGaussian(), i % 4 == 0 ? -1.5 : 1);
        }
        List<Layer> layers = List.of(
                new Layer.Bins("signed weights", h, BinStyle.STACK, Tint.BACKGROUND),
                new Layer.Bins("half", h.scaled(0.5), BinStyle.OUTLINE, Tint.SIGNAL),
                new Layer.Bins("points", h, BinStyle.POINTS, Tint.DATA));
        Histogram variable = new Histogram(Binning.variable(0, 1, 2, 5, 10, 50));
        for (int i = 0; i < 500; i++) {
            variable.fill(8 * random.nextExponential(), 1);
        }
        return new Sheet(
                "Negative weights",
                List.of(
                        new Figure("linear", Axis.of("x", ""), Axis.of("Σw", ""), layers, List.of()),
                        new Figure(
                                "logarithmic",
                                Axis.of("x", ""),
                                new Axis("Σw", "", Optional.empty(), true),
                                layers,
                                List.of()),
                        new Figure(
                                "bins of different width",
                                Axis.of("x", ""),
                                Axis.of("events", ""),
                                List.of(
                                        new Layer.Bins("events", variable, BinStyle.OUTLINE, Tint.series(2)),
                                        new Layer.Bins("events", variable, BinStyle.POINTS, Tint.series(2))),
                                List.of())),
                2);
    }

    private Figure cloud() {
        int n = 5000;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            y[i] = 0.7 * x[i] + 0.5 * random.nextGaussian();
        }
        double[][] other = ring(2000, 2.5);
        return new Figure(
                "",
                Axis.of("first component", ""),
                Axis.of("second component", ""),
                List.of(
                        new Layer.Points("background", x, y, NONE, Tint.BACKGROUND, true),
                        new Layer.Points("signal", other[0], other[1], NONE, Tint.SIGNAL, true)),
                List.of());
    }

    private Sheet logarithmic() {
        int n = 60;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] narrow = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = StrictMath.pow(10, -3 + 0.1 * i);
            y[i] = 1e4 / (1 + x[i] * x[i]);
            narrow[i] = 20 + 30.0 * i / n;
        }
        return new Sheet(
                "",
                List.of(
                        new Figure(
                                "log-log",
                                new Axis("x", "", Optional.empty(), true),
                                new Axis("y", "", Optional.empty(), true),
                                List.of(line("falling", x, y)),
                                List.of()),
                        new Figure(
                                "one decade",
                                Axis.of("x", ""),
                                new Axis("y", "", Optional.empty(), true),
                                List.of(line("narrow", x, narrow)),
                                List.of()),
                        new Figure(
                                "range from zero",
                                Axis.of("x", ""),
                                new Axis("y", "", Optional.of(new Interval(0, 1e5)), true),
                                List.of(line("falling", x, y)),
                                List.of()),
                        new Figure(
                                "many decades",
                                Axis.of("x", ""),
                                new Axis("y", "", Optional.of(new Interval(1e-20, 1e5)), true),
                                List.of(line("falling", x, y)),
                                List.of())),
                2);
    }
}
