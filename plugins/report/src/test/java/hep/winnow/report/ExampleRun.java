package hep.winnow.report;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.RunRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run that never was, in the likeness of the analysis of the language reference. */
final class ExampleRun {
    static final String MACRO = """
        winnow 1
        param lumi = 139/fb
        set   seed=20260917 lumi=lumi

        read  sig from "data/hww.csv"   role=signal     weight=genw xsec=0.62*pb id=[run, event]
        read  bkg from "data/ww_tt.csv" role=background weight=genw xsec=88*pb   id=[run, event]
        missing [j1_pt, j1_eta] sentinel=-999 fill=median   # no jet, no pt

        define mll  = sqrt(2*l1_pt*l2_pt*(cosh(l1_eta - l2_eta) - cos(l1_phi - l2_phi)))
        define mth  = sqrt(2*ptll*met*(1 - cos(delta_phi(phill, met_phi))))

        region presel {
          cut "opposite charge" : l1_q*l2_q < 0
          cut "lepton pt"       : l1_pt > 22 and l2_pt > 15
        }
        split presel into train=50% valid=25% test=25% by=hash(run, event)

        train nn = mlp on presel {
          vars   = [mll, dphi, ptll, met, l1_pt, l2_pt, j1_pt]
          layers = [64, 32]  activation=relu  dropout=10%  l2=1e-4
        }
        train ld = lda on presel vars=[mll, dphi, ptll, met]

        monitor [nn, ld] save="monitor.png"
        roc     [nn, ld] on test save="roc.pdf"
        optimise best = nn fom=asimov(syst=10%) choose=valid quote=test

        region sr extends presel on test { cut "network" : nn > best.cut }
        hist   h_mt in sr : mth bins=30 range=0..300 save="mt.svg"
        cutflow [presel, sr] save="cutflow.txt"
        expect auc(nn, test) > 0.80
        expect best.z > 5
        save   sr to "selected events.csv"
        report to "report.html"
        """;

    private ExampleRun() {}

    static RunRecord run() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("lumi", "139/fb");
        return new RunRecord(
                "0.1.0",
                "macros/hww.wn",
                MACRO,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                20260917,
                params,
                List.of(
                        new RunRecord.Input("sig", "data/hww.csv", 4_812_332, 40_000, 0),
                        new RunRecord.Input(
                                "bkg",
                                "data/ww_tt.csv",
                                14_201_998,
                                120_000,
                                3,
                                List.of(new LeftOut("duplicates", 17)),
                                120_000)),
                List.of(new RunRecord.SideFile("table", "sf", "data/sf.csv", 812, "60303ae22b998861bce3b28f33eec1be")),
                List.of(
                        quiet(2, "param lumi = 139/fb", "param", "lumi"),
                        statement(5, "read", "sig", "sig: 40000 events of data/hww.csv"),
                        statement(6, "read", "bkg", "bkg: 120000 events of data/ww_tt.csv, 3 rows left out"),
                        quiet(9, line(9), "define", "mll"),
                        quiet(10, line(10), "define", "mth"),
                        train(),
                        monitor(),
                        roc(),
                        optimise(),
                        hist(),
                        cutflow(),
                        expect(31, "auc(nn, test) > 0.80", 0.8431, 0.8, true),
                        expect(32, "best.z > 5", 2.312, 5, false),
                        saved()),
                List.of(
                        "data/ww_tt.csv: 3 rows could not be read and were left out (line 77: 11 fields, expected 12)",
                        "2.1 % of the weights of 'bkg' are negative"),
                Instant.parse("2026-09-17T09:30:05Z"),
                74.21,
                8);
    }

    private static String line(int number) {
        return MACRO.split("\n", -1)[number - 1];
    }

    private static RunRecord.Statement quiet(int line, String source, String verb, String name) {
        return new RunRecord.Statement(
                "macros/hww.wn", line, source, verb, name, Map.of(), "", List.of(), List.of(), List.of());
    }

    private static RunRecord.Statement statement(int line, String verb, String name, String text) {
        return new RunRecord.Statement(
                "macros/hww.wn",
                line,
                line(line),
                verb,
                name,
                Map.of("role", "signal"),
                text + "\n",
                List.of(),
                List.of(),
                List.of());
    }

    private static RunRecord.Statement train() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("vars", "[mll, dphi, ptll, met, l1_pt, l2_pt, j1_pt]");
        settings.put("layers", "[64, 32]");
        settings.put("solver", "adam(rate=1e-3, beta1=0.9, beta2=0.999, eps=1e-8)");
        settings.put("batch", "512");
        double[] loss = new double[57];
        for (int i = 0; i < loss.length; i++) {
            loss[i] = 0.48 + 0.2 / (1 + i);
        }
        Facts facts = new Facts()
                .put("verb", "train")
                .put("line", 18)
                .put("name", "nn")
                .put("learner", "mlp")
                .put("parameters", 2625)
                .put("train_events", 71_245)
                .put("valid_events", 35_702)
                .put("epochs", 57)
                .put("best_epoch", 41)
                .put("loss", loss)
                .put("seconds", 48.7);
        String source = String.join("\n", MACRO.split("\n", -1)[17], line(19), line(20), line(21));
        return new RunRecord.Statement(
                "macros/hww.wn", 18, source, "train", "nn", settings, """
                    nn: mlp, 2625 parameters, 7 inputs, trained on 71245 events, validated on 35702
                        best epoch 41 of 57: loss 0.4862 on train, 0.4911 on valid
                    """, List.of(facts), List.of(), List.of());
    }

    private static RunRecord.Statement monitor() {
        List<Facts> results = List.of(
                new Facts()
                        .put("verb", "monitor")
                        .put("name", "nn")
                        .put("gap", 0.0041)
                        .put("gap_error", 0.0031)
                        .put("gap_sigma", 1.32)
                        .put("ks_signal", 0.71)
                        .put("ks_background", 0.43)
                        .put("overtrained", false)
                        .put("verdict", "gap 0.004 ± 0.003 (1.3 sigma): no sign of overtraining"),
                new Facts()
                        .put("verb", "monitor")
                        .put("name", "ld")
                        .put("gap", 0.0311)
                        .put("gap_error", 0.0042)
                        .put("overtrained", true)
                        .put("verdict", "gap 0.031 ± 0.004 (7.4 sigma): overtrained"));
        return new RunRecord.Statement(
                "macros/hww.wn",
                24,
                line(24),
                "monitor",
                "",
                Map.of("permutations", "1000"),
                """
                monitor nn (mlp): AUC 0.847 ± 0.002 on train, 0.843 ± 0.003 on test
                  gap 0.004 ± 0.003 (1.3 sigma): no sign of overtraining
                """,
                results,
                List.of(new Sheet("nn: no sign of overtraining", List.of(lines("Loss"), lines("AUC")), 2)),
                List.of("monitor.png"));
    }

    private static RunRecord.Statement roc() {
        List<Facts> results = List.of(roc("nn", 0.8431, 0.0036), roc("ld", 0.7312, 0.0049));
        return new RunRecord.Statement(
                "macros/hww.wn",
                25,
                line(25),
                "roc",
                "",
                Map.of(),
                """
                roc on test: 8,812 signal and 26,890 background events
                      AUC              signal at 0.01   signal at 0.1
                  nn  0.843 ± 0.004    0.213 ± 0.008    0.561 ± 0.006
                """,
                results,
                List.of(Sheet.of(lines("ROC curve on test"))),
                List.of("roc.pdf"));
    }

    private static Facts roc(String name, double auc, double error) {
        return new Facts()
                .put("verb", "roc")
                .put("name", name)
                .put("on", "test")
                .put("auc", auc)
                .put("auc_error", error)
                .put("efficiency_at", new Facts().put("0.01", auc / 4).put("0.1", auc / 1.5))
                .put("efficiency_at_error", new Facts().put("0.01", 0.008).put("0.1", 0.006));
    }

    private static RunRecord.Statement optimise() {
        Facts facts = new Facts()
                .put("verb", "optimise")
                .put("name", "best")
                .put("score", "nn")
                .put("fom", "asimov(syst=10%)")
                .put("choose", "valid")
                .put("quote", "test")
                .put("cut", 0.7423)
                .put("z", 2.312)
                .put("z_error", 0.21)
                .put("s", 312.4)
                .put("s_error", 5.8)
                .put("b", 1200.3)
                .put("b_error", 21.7);
        return new RunRecord.Statement(
                "macros/hww.wn",
                26,
                line(26),
                "optimise",
                "best",
                Map.of(),
                "best: nn > 0.742: Z = 2.31 ± 0.21 on test\n",
                List.of(facts),
                List.of(),
                List.of());
    }

    private static RunRecord.Statement hist() {
        Histogram background = new Histogram(Binning.uniform(30, 0, 300));
        Histogram signal = new Histogram(background.binning());
        for (int i = 0; i < 3000; i++) {
            background.fill(i * 7919 % 1000 * 0.0003 * (i * 104_729 % 1000), 0.4);
            signal.fill(80 + i * 7919 % 60 + i * 31 % 17, 0.1);
        }
        Figure figure = new Figure(
                "",
                Axis.of("m_{T}", "GeV"),
                Axis.of("events / 10 GeV", ""),
                List.of(
                        new Layer.Bins("bkg", background, Layer.BinStyle.STACK, Tint.BACKGROUND),
                        new Layer.Bins("sig", signal, Layer.BinStyle.STACK, Tint.SIGNAL)),
                List.of("139 fb^{-1}", "sr"));
        return new RunRecord.Statement(
                "macros/hww.wn",
                29,
                line(29),
                "hist",
                "h_mt",
                Map.of("bins", "30", "range", "0..300"),
                "",
                List.of(new Facts()
                        .put("name", "h_mt")
                        .put("in", "sr")
                        .put("scale", new Facts().put("background", 4.01).put("signal", 3.98))),
                List.of(Sheet.of(figure)),
                List.of("mt.svg"));
    }

    private static RunRecord.Statement cutflow() {
        List<Facts> cuts = List.of(
                cut("all", 160_000, 12_451.2, 40.1),
                cut("opposite charge", 151_021, 11_731.9, 38.7),
                cut("lepton pt", 142_649, 10_998.4, 36.9));
        return new RunRecord.Statement(
                "macros/hww.wn",
                30,
                line(30),
                "cutflow",
                "",
                Map.of(),
                """
                cutflow of presel
                                   raw      sum w    error
                  all           160000    12451.2     40.1
                """,
                List.of(
                        new Facts().put("name", "presel").put("cuts", cuts),
                        new Facts()
                                .put("name", "sr")
                                .put("cuts", List.of(cuts.get(2), cut("network", 4_412, 1_512.7, 22.5)))),
                List.of(),
                List.of("cutflow.txt"));
    }

    private static Facts cut(String label, long raw, double sumW, double error) {
        return new Facts()
                .put("label", label)
                .put("raw", raw)
                .put("sumw", sumW)
                .put("error", error)
                .put("neff", raw * 0.97);
    }

    private static RunRecord.Statement expect(int line, String text, double left, double right, boolean ok) {
        return new RunRecord.Statement(
                "macros/hww.wn",
                line,
                line(line),
                "expect",
                "",
                Map.of(),
                (ok ? "expect ok      " : "expect FAILED  ") + text + "\n",
                List.of(new Facts()
                        .put("verb", "expect")
                        .put("text", text)
                        .put("left", left)
                        .put("right", right)
                        .put("ok", ok)),
                List.of(),
                List.of());
    }

    private static RunRecord.Statement saved() {
        return new RunRecord.Statement(
                "macros/hww.wn",
                33,
                line(33),
                "save",
                "",
                Map.of(),
                "saved 4412 events of sr to selected events.csv\n",
                List.of(),
                List.of(),
                List.of("selected events.csv"));
    }

    private static Figure lines(String title) {
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = i / 49.0;
            y[i] = 1 - x[i] * x[i] * x[i];
        }
        return new Figure(
                title,
                Axis.of("signal efficiency", ""),
                Axis.of("background rejection", ""),
                List.of(new Layer.Line("nn", x, y, new double[0], Layer.LineStyle.SOLID, Tint.series(0))),
                List.of());
    }
}
