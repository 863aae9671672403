package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.macro.SplitDecl;
import hep.winnow.core.model.SplitRule;
import hep.winnow.core.remote.RemoteFiles;
import hep.winnow.core.text.Hashes;
import hep.winnow.kernels.stat.Estimate;
import hep.winnow.kernels.stat.RocArea;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a model comes from: program, macro, seed, files, cuts, split, and how good it was. */
final class Provenance {
    /** More events than these are not held for an error of the area under the curve. */
    private static final long MOST_JUDGED = 5_000_000;

    private final Engine engine;
    private final FittedModel model;

    private Provenance(Engine engine, FittedModel model) {
        this.engine = engine;
        this.model = model;
    }

    static Facts of(Engine engine, FittedModel model) {
        return new Provenance(engine, model).facts();
    }

    private Facts facts() {
        ScopeDecl train = model.decl().train().orElseThrow();
        Facts facts = new Facts()
                .put("winnow", engine.options().version())
                .put("macro", Path.of(engine.program().file().name()).getFileName() + "")
                .put("macro_sha256", Hashes.sha256(engine.program().file().text()))
                .put("seed", engine.seed())
                .put("trained_on", train.text())
                .put(
                        "cuts",
                        train.cuts().stream()
                                .map(c -> ExprText.print(c.condition()))
                                .toList())
                .put("inputs", files(train));
        train.split().ifPresent(s -> rule(s, train).ifPresent(r -> facts.put("split", r.facts())));
        return facts.put("metrics", metrics());
    }

    private List<Facts> files(ScopeDecl train) {
        List<Facts> inputs = new ArrayList<>();
        for (int index : train.samples()) {
            SampleDecl sample = engine.program().samples().get(index);
            Facts facts = new Facts().put("sample", sample.name());
            List<String> hashes = new ArrayList<>();
            for (Path file : sample.source().files()) {
                try {
                    hashes.add(file.getFileName() + " "
                            + (RemoteFiles.isRemote(file) ? RemoteFiles.version(file) : Hashes.sha256(file)));
                } catch (IOException e) {
                    throw UserError.data("cannot read '" + file + "' again for its hash: " + e.getMessage(), "")
                            .because(e);
                }
            }
            inputs.add(facts.put("files_sha256", hashes).put("id", sample.id()));
        }
        return inputs;
    }

    /** Samples of one split have the same id columns. */
    private Optional<SplitRule> rule(SplitDecl split, ScopeDecl train) {
        return split.options()
                .map(o -> new SplitRule(
                        split.name(),
                        train.samples().stream()
                                .findFirst()
                                .map(i -> PartRule.hashColumns(
                                        o, engine.program().samples().get(i).id()))
                                .orElse(List.of()),
                        engine.seed(),
                        o.train(),
                        o.valid(),
                        o.test()));
    }

    /** What is known of its quality without the test part, which a model must not see. */
    private Facts metrics() {
        Facts facts = new Facts();
        model.history().ofModel().ifPresent(best -> addEpoch(facts, best));
        if (model.decl().task() == Task.BINARY) {
            model.decl()
                    .valid()
                    .map(this::area)
                    .filter(a -> !Double.isNaN(a.value()))
                    .ifPresent(area -> facts.put("auc_on_valid", area.value()).put("auc_on_valid_error", area.error()));
        }
        return facts;
    }

    private static void addEpoch(Facts facts, EpochReport best) {
        facts.put("epoch", best.epoch());
        add(facts, "loss", best.trainLoss());
        add(facts, "valid_loss", best.validLoss());
        add(facts, "accuracy", best.trainAccuracy());
        add(facts, "valid_accuracy", best.validAccuracy());
    }

    private static void add(Facts facts, String name, double value) {
        if (Double.isFinite(value)) {
            facts.put(name, value);
        }
    }

    /** The area under the ROC curve, by physical weights, as {@code roc} has it; events without a score are left out. */
    private Estimate area(ScopeDecl valid) {
        List<TypedExpr> inputs =
                model.decl().inputs().stream().map(ColumnExpression::typed).toList();
        Query query = new Query(valid, inputs);
        long events = engine.events().count(query);
        if (events > MOST_JUDGED) {
            return Estimate.UNKNOWN;
        }
        double[] score = new double[(int) events];
        double[] weight = new double[score.length];
        int[] label = new int[score.length];
        int[] at = new int[1];
        engine.events().forEach(query, block -> {
            List<hep.winnow.api.event.Column> columns = new ArrayList<>();
            for (int f = 0; f < inputs.size(); f++) {
                columns.add(block.column(f));
            }
            double[] scores = model.score(columns, block.size())[0];
            for (int i = 0; i < block.size(); i++, at[0]++) {
                boolean isScored = !Double.isNaN(scores[i]);
                score[at[0]] = isScored ? scores[i] : 0;
                weight[at[0]] = block.weight()[i];
                label[at[0]] = isScored ? block.classIndex()[i] : -1;
            }
        });
        return RocArea.estimate(score, label, weight);
    }
}
