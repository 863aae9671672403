package hep.winnow.neural.optimise;

import hep.winnow.api.step.Choice;
import hep.winnow.api.step.Option;

/** How the learning rate goes on from epoch to epoch. */
public sealed interface Schedule {
    /**
     * Returns what the solver's rate is multiplied with.
     *
     * @param epoch 0 for the first
     * @param epochs how many there are at most
     */
    double factor(int epoch, int epochs);

    /** Returns the temperature of the noise in an epoch; 0 for none. */
    default double temperature(int epoch) {
        return 0;
    }

    /** Always the same. */
    @Choice(value = "constant", doc = "the solver's rate in every epoch")
    record Constant() implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 1;
        }
    }

    /** 1/(1 + decay·epoch). */
    @Choice(value = "inverse", doc = "rate/(1 + decay*e) in epoch e, from 0")
    record Inverse(
            @Option(doc = "how fast it falls", value = "0.1", min = 0)
            double decay) implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 1 / (1 + decay * epoch);
        }
    }

    /** factor^⌊epoch/every⌋. */
    @Choice(value = "step", doc = "multiplied with the factor every so many epochs")
    record Step(
            @Option(doc = "epochs from one step to the next", value = "10", min = 1)
            int every,

            @Option(doc = "part that stays", value = "0.5", min = 0, max = 1, aboveMin = true)
            double factor)
            implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            int steps = epoch / every;
            return StrictMath.pow(factor, steps);
        }
    }

    /** factor^epoch. */
    @Choice(value = "exponential", doc = "multiplied with the factor after each epoch")
    record Exponential(
            @Option(doc = "part that stays", value = "0.95", min = 0, max = 1, aboveMin = true)
            double factor) implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return StrictMath.pow(factor, epoch);
        }
    }

    /** Half a cosine from 1 to {@code least} (Loshchilov and Hutter 2017), behind a linear rise over {@code warmup} epochs. */
    @Choice(value = "cosine", doc = "half a cosine from the solver's rate down to a part of it, over all epochs")
    record Cosine(
            @Option(doc = "part of the rate that the last epoch would end at", value = "0", min = 0, max = 1)
            double least,

            @Option(doc = "epochs over which the rate first rises", value = "0", min = 0)
            int warmup)
            implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            if (epoch < warmup) {
                return (epoch + 1.0) / (warmup + 1.0);
            }
            double part = (double) (epoch - warmup) / Math.max(1, epochs - warmup);
            return least + (1 - least) * (1 + StrictMath.cos(StrictMath.PI * part)) / 2;
        }
    }

    /**
     * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) by Langevin's equation: after each step every weight takes a Gaussian step of standard deviation √(2·rate·T), with which weights would settle
     * in the distribution exp(-loss/T) if T stayed; T = temperature·cooling^epoch falls, and they freeze in a minimum.
     */
    @Choice(
            value = "annealing",
            doc =
                    "simulated annealing: each step adds Gaussian noise of standard deviation sqrt(2*rate*T), and T cools")
    record Annealing(
            @Option(doc = "T of the first epoch, in units of the loss", value = "1e-4", min = 0)
            double temperature,

            @Option(doc = "part of T that stays from epoch to epoch", value = "0.9", min = 0, max = 1)
            double cooling)
            implements Schedule {
        @Override
        public double factor(int epoch, int epochs) {
            return 1;
        }

        @Override
        public double temperature(int epoch) {
            return temperature * StrictMath.pow(cooling, epoch);
        }
    }
}
