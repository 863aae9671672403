import hep.winnow.api.hist.Histogram;
import hep.winnow.core.Winnow;
import hep.winnow.core.host.EventColumns;
import hep.winnow.core.host.Results;
import hep.winnow.core.host.Session;
import hep.winnow.core.host.WinnowEngine;
import hep.winnow.core.model.ScoringModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Trains a network in a macro, and takes what it found. */
public final class Embedding {
    private static final String MACRO = """
        param noise = 0.1
        toy moons = moons events=2000 noise=noise
        split moons into train=50% valid=25% test=25%
        train nn = mlp on moons vars=[x, y] layers=layers epochs=20
        roc nn on test
        optimise best = nn fom=s_over_sqrt_sb
        hist h in moons.test : nn bins=20 range=0..1
        """;

    private Embedding() {}

    /** Works in the folder that is given. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        try (WinnowEngine engine = Winnow.engine()) {
            Session session = engine.session()
                    .folder(folder)
                    .out(folder.resolve("results"))
                    .value("noise", 0.2)
                    .value("layers", List.of(16, 16))
                    .columns("moons.test", "x", "y", "nn")
                    .maxTime(Duration.ofMinutes(5))
                    .output(System.out::print)
                    .build();

            Results results = session.run("moons.wn", MACRO);

            double auc = results.result("roc", "nn").number("auc");
            double cut = results.field("best.cut");
            Histogram scores = results.histograms("h").get(0).histogram();
            EventColumns test = results.columns("moons.test");
            ScoringModel nn = results.model("nn");
            double score = nn.score(test.values("x")[0], test.values("y")[0]);

            System.out.println("auc " + auc + ", cut " + cut + ", " + scores.entries() + " events");
            System.out.println("the same score: " + (score == test.values("nn")[0]));
        }
    }
}
