package hep.winnow.toys;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ToysPluginTest {
    @Test
    void isFoundAsAServiceAndBringsToys() {
        Plugin plugin = ServiceLoader.load(Plugin.class).findFirst().orElseThrow();

        assertThat(plugin.id()).isEqualTo("toys");
        assertThat(plugin.steps())
                .allMatch(SourceStep.class::isAssignableFrom)
                .allMatch(step -> step.getAnnotation(Verb.class).value().equals("toy"));
        assertThat(plugin.steps())
                .extracting(step -> step.getAnnotation(Verb.class).kind())
                .containsExactly(
                        "xor",
                        "circles",
                        "moons",
                        "spirals",
                        "linear",
                        "blobs",
                        "sine2d",
                        "housing",
                        "collider",
                        "digits",
                        "dijet",
                        "zjets");
    }
}
