package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.step.TrainStep;
import org.junit.jupiter.api.Test;

/** Compares with scikit-learn, whose numbers {@code reference.py} wrote. */
final class ScikitLearnTest {
    private final Reference reference = new Reference();

    @Test
    void logisticAgrees() {
        compare(Training.logistic(0), reference.binary(reference.ones()), "logistic");
        compare(Training.logistic(0), reference.binary(reference.weight), "logistic_weighted");
        compare(Training.logistic(1e-2), reference.binary(reference.ones()), "logistic_l2");
    }

    @Test
    void multinomialAgrees() {
        compare(Training.logistic(0), reference.three(reference.ones()), "multinomial");
        compare(Training.logistic(1e-2), reference.three(reference.ones()), "multinomial_l2");
    }

    @Test
    void discriminantAgrees() {
        compare(new Lda("ld", Training.options(), Priors.WEIGHTED), reference.binary(reference.ones()), "lda");
        int[] signal = reference.signal();
        double[] balanced = new double[signal.length];
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] = signal[i] == 1 ? 1.5 : 0.75;
        }
        compare(new Lda("ld", Training.options(), Priors.WEIGHTED), reference.binary(balanced), "lda_equal");
    }

    @Test
    void probabilitiesOfSeveralClassesAgree() {
        Examples train = reference.three(reference.ones());
        LinearModel model = new Training(3).fit(new Lda("ld", Training.options(), Priors.WEIGHTED), train);
        double[] out = new double[15];
        model.score(train.x(), 5, out);
        assertThat(out).containsExactly(reference.value("lda_proba"), within(1e-9));
    }

    @Test
    void leastSquaresAgree() {
        compare(new Linear("fit", Training.options()), reference.regression(), "linear");
        compare(new Ridge("fit", Training.options(), 0.05), reference.regression(), "ridge");
        LinearModel model = new Training(3).fit(new Linear("fit", Training.options()), reference.regression());
        assertThat(model.notes()).contains("R^2 on train: 0.89798");
        assertThat(reference.value("linear_r2")[0]).isCloseTo(0.89798, within(1e-5));
    }

    private void compare(TrainStep step, Examples train, String name) {
        LinearModel model = new Training(3).fit(step, train);
        assertThat(model.coefficients()).as(name).containsExactly(reference.value(name), within(1e-8));
    }
}
