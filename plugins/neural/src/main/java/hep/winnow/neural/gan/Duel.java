package hep.winnow.neural.gan;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.FloatMath;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.neural.layer.BatchPass;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;

/** The gradients of both networks for a batch; the losses are those of {@link Gan}. Not safe for several threads; uses those of its workers. */
final class Duel {
    private final Examples examples;
    private final double smooth;
    private final int latent;
    private final int features;
    private final BatchPass making;
    private final BatchPass judging;
    private final RandomStream random;
    private final BatchPass.Feed noiseFeed = this::loadNoise;
    private final BatchPass.Feed bothFeed = this::loadBoth;
    private final BatchPass.Feed madeFeed = this::loadMade;
    private final BatchPass.OutputGradient judgement = this::judge;
    private final BatchPass.OutputGradient deception = this::deceive;
    private final BatchPass.OutputGradient onwards = this::handOn;

    private long batches;
    private int[] order = {};
    private int from;
    private int rows;
    private float[] noise = {};

    /**
     * Makes it ready.
     *
     * @param smooth share by which real events count as made
     * @param random one stream per batch is taken from it
     */
    Duel(
            Network generator,
            Network discriminator,
            Examples examples,
            double smooth,
            Workers workers,
            RandomStream random) {
        this.examples = examples;
        this.smooth = smooth;
        this.latent = generator.inputs();
        this.features = discriminator.inputs();
        this.making = new BatchPass(generator, workers, false);
        this.judging = new BatchPass(discriminator, workers, true);
        this.random = random;
    }

    /** Returns how many batches there were. */
    long batches() {
        return batches;
    }

    /** Goes on as if there had been so many batches. */
    void resume(long count) {
        batches = count;
    }

    /** Takes the real events {@code events[first]} to {@code events[end - 1]}, and makes as many of new noise. */
    void begin(Parameters generator, int[] events, int first, int end) {
        order = events;
        from = first;
        rows = end - first;
        RandomStream mine = random.stream(batches++);
        RandomStream draws = mine.stream("noise");
        noise = noise.length < rows * latent ? new float[rows * latent] : noise;
        for (int i = 0; i < rows * latent; i++) {
            noise[i] = (float) draws.nextGaussian();
        }
        making.forward(generator, rows, mine.stream("generator"), noiseFeed);
    }

    /** Returns the gradient of the discriminator's loss over the batch; it is overwritten by the next call of any method. */
    Parameters discriminatorGradient(Parameters discriminator) {
        judging.step(discriminator, 2 * rows, random.stream(batches).stream("judge"), bothFeed, judgement);
        return judging.gradient();
    }

    /** Returns the gradient of the generator's loss over the made events of the batch. */
    Parameters generatorGradient(Parameters discriminator) {
        judging.forward(discriminator, rows, random.stream(batches).stream("deceive"), madeFeed);
        judging.backward(deception);
        making.backward(onwards);
        return making.gradient();
    }

    private void loadNoise(int first, int n, FloatMatrix input) {
        input.load(noise, first * latent, n);
    }

    /** Real events come first. */
    private void loadBoth(int first, int n, FloatMatrix input) {
        for (int i = 0; i < n; i++) {
            int at = first + i;
            if (at < rows) {
                System.arraycopy(examples.x(), order[from + at] * features, input.row(i), 0, features);
            } else {
                System.arraycopy(made(at - rows), 0, input.row(i), 0, features);
            }
        }
    }

    private void loadMade(int first, int n, FloatMatrix input) {
        for (int i = 0; i < n; i++) {
            System.arraycopy(made(first + i), 0, input.row(i), 0, features);
        }
    }

    private float[] made(int i) {
        return making.output(i / BatchPass.SHARD).row(i % BatchPass.SHARD);
    }

    private void judge(int first, int n, FloatMatrix output, FloatMatrix delta) {
        for (int i = 0; i < n; i++) {
            int at = first + i;
            float p = FloatMath.sigmoid(output.row(i)[0]);
            double slope = at < rows ? examples.weight()[order[from + at]] * (p - (1 - smooth)) : p;
            delta.row(i)[0] = (float) (slope / (2.0 * rows));
        }
    }

    private void deceive(int first, int n, FloatMatrix output, FloatMatrix delta) {
        for (int i = 0; i < n; i++) {
            delta.row(i)[0] = -FloatMath.sigmoid(-output.row(i)[0]) / rows;
        }
    }

    private void handOn(int first, int n, FloatMatrix output, FloatMatrix delta) {
        for (int i = 0; i < n; i++) {
            int at = first + i;
            float[] slope = judging.inputGradient(at / BatchPass.SHARD).row(at % BatchPass.SHARD);
            System.arraycopy(slope, 0, delta.row(i), 0, features);
        }
    }
}
