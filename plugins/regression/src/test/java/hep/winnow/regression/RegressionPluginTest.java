package hep.winnow.regression;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.TrainStep;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class RegressionPluginTest {
    private final Reference reference = new Reference();

    @Test
    void isFoundByItsService() {
        assertThat(ServiceLoader.load(Plugin.class).stream().map(p -> p.type().getName()))
                .contains(RegressionPlugin.class.getName());
    }

    @Test
    void everyLearnerIsDocumented() {
        for (Class<?> step : new RegressionPlugin().steps()) {
            Verb verb = step.getAnnotation(Verb.class);
            assertThat(verb).isNotNull();
            assertThat(verb.value()).isEqualTo("train");
            assertThat(verb.doc()).endsWith(".");
            assertThat(verb.examples()).allMatch(e -> e.contains(" = " + verb.kind() + " "));
        }
    }

    @Test
    void modelsReadBackScoreWithTheSameBits() {
        Examples binary = reference.binary(reference.weight);
        check(new Lda("m", Training.options(), Priors.WEIGHTED), binary, "lda");
        check(new Lda("m", Training.options(), Priors.EQUAL), reference.three(reference.weight), "lda");
        check(new Fisher("m", Training.options()), binary, "fisher");
        check(Training.logistic(0), binary, "logistic");
        check(Training.logistic(0.1), reference.three(reference.weight), "logistic");
        check(new Linear("m", Training.options()), reference.regression(), "linear");
        check(new Ridge("m", Training.options(), 1e-3), reference.regression(), "ridge");
    }

    private void check(TrainStep step, Examples train, String learner) {
        Model model = new Training(3).fit(step, train);
        assertThat(model.state().learner()).isEqualTo(learner);
        ModelReader reader = new RegressionPlugin()
                .modelReaders().stream()
                        .filter(r -> r.learner().equals(learner))
                        .findFirst()
                        .orElseThrow();
        Model again = reader.read(model.state());
        assertThat(again.inputs()).isEqualTo(3);
        assertThat(again.outputs()).isEqualTo(model.outputs());
        assertThat(again.parameters()).isEqualTo(4 * model.outputs());
        assertThat(again.threshold()).isEqualTo(model.threshold());
        int n = train.size();
        double[] a = new double[n * model.outputs()];
        double[] b = new double[n * model.outputs()];
        model.score(train.x(), n, a);
        again.score(train.x(), n, b);
        assertThat(b).isEqualTo(a);
        List<String> inputs = List.of("mll", "dphi", "met");
        assertThat(again.describe(inputs))
                .isEqualTo(model.describe(inputs))
                .contains("mll", "dphi", "met", "intercept", "per standard deviation");
    }
}
