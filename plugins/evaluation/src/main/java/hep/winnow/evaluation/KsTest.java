package hep.winnow.evaluation;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.kernels.stat.PermutationTest;

/** Runs permutation tests on the run's threads, with as many permutations as can be made in about a second. */
final class KsTest {
    /** Events times permutations. */
    private static final long COST_LIMIT = 100_000_000L;

    /** With fewer a p-value says little; made whatever they cost. */
    private static final int LEAST = 99;

    private KsTest() {}

    /** Returns how many permutations of {@code events} events are made where {@code wanted} are asked for. */
    static int permutations(int wanted, int events) {
        return (int) Math.min(wanted, Math.max(LEAST, COST_LIMIT / Math.max(1, events)));
    }

    /** Tests one class; {@code train} and {@code other} hold scores and weights. Permutation k takes stream k of {@code random}. */
    static Evidence.ClassKs of(
            String name, double[][] train, double[][] other, int wanted, RandomStream random, Workers workers) {
        PermutationTest test = new PermutationTest(train[0], train[1], other[0], other[1]);
        int permutations = permutations(wanted, test.size());
        double[] permuted = new double[permutations];
        workers.forEach(permutations, k -> permuted[k] = test.permuted(random.stream(k)::nextLong));
        return new Evidence.ClassKs(name, test.statistic(), test.pValue(permuted), permutations);
    }
}
