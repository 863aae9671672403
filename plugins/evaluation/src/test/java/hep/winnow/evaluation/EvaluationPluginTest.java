package hep.winnow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class EvaluationPluginTest {
    @Test
    void isFoundByItsService() {
        assertThat(ServiceLoader.load(Plugin.class).stream().map(p -> p.type().getName()))
                .contains(EvaluationPlugin.class.getName());
    }

    @Test
    void everyVerbAndComponentIsDocumented() {
        List<Class<?>> records = new ArrayList<>(new EvaluationPlugin().steps());
        records.addAll(new EvaluationPlugin().measures());
        for (Class<?> record : records) {
            Verb verb = record.getAnnotation(Verb.class);
            assertThat(verb).as(record.getName()).isNotNull();
            assertThat(verb.doc()).endsWith(".");
            assertThat(verb.examples()).isNotEmpty();
            for (RecordComponent c : record.getRecordComponents()) {
                assertThat(c.getAnnotations()).as(record + " " + c.getName()).hasSize(1);
                assertThat(c.isAnnotationPresent(Operand.class)
                                || c.isAnnotationPresent(Option.class)
                                || c.isAnnotationPresent(hep.winnow.api.step.Named.class))
                        .isTrue();
            }
        }
    }
}
