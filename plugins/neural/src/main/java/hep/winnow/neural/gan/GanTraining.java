package hep.winnow.neural.gan;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.TrainingContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.optimise.Optimiser;
import hep.winnow.neural.train.Checkpoint;
import hep.winnow.neural.train.Identity;
import hep.winnow.neural.train.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The course of a training: both networks in turn, a judgement after each epoch, and the choice of the epoch to keep. */
final class GanTraining {
    private final Gan options;
    private final Examples train;
    private final TrainingContext context;
    private final Network generator;
    private final Network discriminator;
    private final Parameters making;
    private final Parameters mean;
    private final Parameters judging;
    private final Optimiser maker;
    private final Optimiser judge;
    private final Duel duel;
    private final Judge onTrain;
    private final Judge onValid;
    private final RandomStream shuffle;
    private final int[] order;
    private final Optional<Checkpoint> checkpoint;

    GanTraining(Gan options, Examples train, Examples valid, TrainingContext context) {
        this.options = options;
        this.train = train;
        this.context = context;
        this.generator = options.generatorOf(train.features());
        this.discriminator = options.discriminatorOf(train.features());
        this.making = generator.zeros();
        this.judging = discriminator.zeros();
        RandomStream random = context.random();
        options.neurons().habitOfInit().fill(generator, making, random.stream("init"));
        this.mean = making.copy();
        options.neurons().habitOfInit().fill(discriminator, judging, random.stream("init of discriminator"));
        this.maker = Optimiser.of(options.solver(), making, context.workers());
        this.judge = Optimiser.of(options.discriminatorSolver().orElse(options.solver()), judging, context.workers());
        this.duel =
                new Duel(generator, discriminator, train, options.smooth(), context.workers(), random.stream("duel"));
        this.onTrain = new Judge(train, random.stream("train judge"), context.workers());
        this.onValid = new Judge(valid, random.stream("valid judge"), context.workers());
        this.shuffle = random.stream("shuffle");
        this.order = new int[train.size()];
        Arrays.setAll(order, i -> i);
        this.checkpoint = options.checkpoint() > 0 ? Optional.of(checkpoint(valid)) : Optional.empty();
        if (valid.size() > 0 && !onValid.canJudge()) {
            context.warn("the valid weights of '" + context.name()
                    + "' have no positive sum: the epoch to keep is chosen on the train part");
        }
    }

    private Checkpoint checkpoint(Examples valid) {
        Identity identity =
                Identity.of(options.settings(), List.of(making, judging), context.random(), List.of(train, valid));
        return new Checkpoint(context.checkpoints(), "training", identity);
    }

    GanModel run() {
        GanProgress progress = new GanProgress(mean, judging);
        if (checkpoint.map(kept -> kept.load(in -> load(in, progress))).orElse(false)) {
            progress.reports().forEach(r -> context.epoch(r, options.epochs()));
        }
        for (int epoch = progress.epochs() + 1; epoch <= options.epochs(); epoch++) {
            runEpoch();
            EpochReport report = report(new GanModel(generator, mean.copy(), discriminator, judging.copy()), epoch);
            context.epoch(report, options.epochs());
            progress.add(report, onValid.canJudge() ? report.validLoss() : report.trainLoss(), mean, judging);
            if (options.checkpoint() > 0 && (epoch == options.epochs() || epoch % options.checkpoint() == 0)) {
                checkpoint.ifPresent(kept -> kept.save(out -> save(out, progress)));
            }
        }
        context.bestEpoch(progress.bestEpoch());
        return new GanModel(generator, progress.mean(), discriminator, progress.judging());
    }

    private void save(DataOutput out, GanProgress progress) throws IOException {
        progress.save(out);
        Numbers.write(out, making);
        Numbers.write(out, mean);
        Numbers.write(out, judging);
        Numbers.write(out, maker);
        Numbers.write(out, judge);
        out.writeLong(duel.batches());
    }

    private void load(DataInput in, GanProgress progress) throws IOException {
        progress.load(in);
        Numbers.read(in, making);
        Numbers.read(in, mean);
        Numbers.read(in, judging);
        Numbers.read(in, maker);
        Numbers.read(in, judge);
        duel.resume(in.readLong());
        for (int epoch = 0; epoch < progress.epochs(); epoch++) {
            shuffle.shuffle(order);
        }
    }

    private void runEpoch() {
        shuffle.shuffle(order);
        int batch = Math.min(options.batch(), order.length);
        for (int from = 0; from < order.length; from += batch) {
            context.checkInterrupted();
            duel.begin(making, order, from, Math.min(from + batch, order.length));
            judge.step(judging, duel.discriminatorGradient(judging));
            maker.step(making, duel.generatorGradient(judging));
            follow();
        }
    }

    /** Moves the mean towards the generator. */
    private void follow() {
        // The first steps are forgotten soon.
        double keep = Math.min(options.average(), maker.steps() / (10.0 + maker.steps()));
        float part = (float) (1 - keep);
        for (int i = 0; i < mean.rows(); i++) {
            float[] m = mean.row(i);
            float[] w = making.row(i);
            for (int j = 0; j < mean.length(i); j++) {
                m[j] += part * (w[j] - m[j]);
            }
        }
    }

    /** Judges by the same noise after each epoch. */
    private EpochReport report(GanModel model, int epoch) {
        Judge.Verdict t = onTrain.of(model, made(model, onTrain, "made for train"));
        Judge.Verdict v = onValid.of(model, made(model, onValid, "made for valid"));
        if (onTrain.canJudge() && !Double.isFinite(t.distance())) {
            throw UserError.macro(
                    "training of '" + context.name() + "' diverged: after epoch " + epoch
                            + " the generator makes numbers without bounds",
                    "lower the rate of the solver, which is " + options.solver().rate()
                            + ", or treat negative weights with negw=abs");
        }
        return new EpochReport(epoch, t.distance(), v.distance(), t.auc(), v.auc());
    }

    private float[] made(GanModel model, Judge by, String stream) {
        float[] x = new float[by.size() * train.features()];
        model.generate(context.random().stream(stream), by.size(), x);
        return x;
    }
}
