package hep.winnow.app.doc;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.app.Console;
import hep.winnow.app.Console.Outcome;
import hep.winnow.app.shell.Installation;
import hep.winnow.core.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DocCommandTest {
    @Test
    void showsAllOfAVerb() {
        assertThat(Console.run("doc", "weigh").out()).isEqualTo("""
                weigh EVENTS OPTIONS

                  Weighs events. It says how many there are.
                  (verb, of plugin try)

                What stands where
                  EVENTS  the events

                Options
                  scales  what to weigh with
                          one of these; default kitchen
                            kitchen            to a gram
                            lab(step=1e-3)     to less
                          elsewhere: balance_type
                  times   how often
                          a whole number, at least 1; default 2

                Examples
                  weigh a scales=lab
                """);
    }

    @Test
    void showsAFunction() {
        assertThat(Console.run("doc", "delta_phi").out()).startsWith("delta_phi(phi1, phi2)\n\n  ");
    }

    @Test
    void showsWhereAnOptionBelongs() {
        assertThat(Console.run("doc", "scales").out()).startsWith("scales=kitchen|lab(…)   option of weigh\n");
        assertThat(Console.run("doc", "balance_type").out()).startsWith("scales=");
        assertThat(Console.run("doc", "kitchen").out()).startsWith("scales=");
    }

    @Test
    void findsVerbsByTheirNamesInOtherPrograms() {
        assertThat(Console.run("doc", "histogram").out()).startsWith("hist ").contains("elsewhere: histogram, histo");
        assertThat(Console.run("doc", "Filter").out()).startsWith("cut ");
    }

    @Test
    void guessesWhatWasMeant() {
        Outcome outcome = Console.run("doc", "wiegh");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("no verb, function or option 'wiegh'", "did you mean 'weigh'?");
    }

    @Test
    void listsEverythingByPlugin() {
        assertThat(Console.run("doc").out())
                .contains("core  The framework", "  hist   ", "  param   ", "delta_phi", "try\n", "  weigh  ");
    }

    @Test
    void hasAPageForEachTopicWithinTheTerminal() {
        Manual manual = new Manual(Installation.load(List.of()));

        assertThat(manual.topics()).hasSizeGreaterThan(40).allSatisfy(topic -> {
            Outcome outcome = Console.run("doc", topic.title());
            assertThat(outcome.status()).isZero();
            assertThat(outcome.out())
                    .contains(topic.usage()
                            .substring(0, Math.min(20, topic.usage().length())));
            List<String> lines = outcome.out().lines().toList();
            int examples = lines.indexOf("Examples");
            assertThat(examples < 0 ? lines : lines.subList(0, examples))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        });
    }

    @Test
    void givesEditorsAllTheyNeed() {
        Map<?, ?> data = (Map<?, ?>) Json.parse(Console.run("doc", "--json").out());

        assertThat(data.get("version")).isEqualTo("1.2.3");
        Map<?, ?> weigh = named("weigh", data, "verbs");
        assertThat(weigh.get("plugin")).isEqualTo("try");
        Map<?, ?> scales = named("scales", weigh, "options");
        assertThat(scales.get("default")).isEqualTo("kitchen");
        assertThat(((List<?>) scales.get("words"))).hasSize(2);
        assertThat(named("times", weigh, "options").get("bounds")).isEqualTo("at least 1");
        assertThat(named("delta_phi", data, "functions").get("usage")).isEqualTo("delta_phi(phi1, phi2)");
    }

    @Test
    void writesTheReference() {
        assertThat(Console.run("doc", "--markdown").out())
                .startsWith("# Reference\n")
                .contains("### hist\n", "### weigh\n\n```\nweigh EVENTS OPTIONS\n```\n")
                .contains("| `times` | `2` | a whole number, at least 1 | how often |")
                .contains("| `GeV` | 1 |");
    }

    private static Map<?, ?> named(String name, Map<?, ?> owner, String list) {
        List<?> entries = (List<?>) Objects.requireNonNull(owner.get(list));
        return entries.stream()
                .map(e -> (Map<?, ?>) e)
                .filter(e -> name.equals(e.get("name")))
                .findFirst()
                .orElseThrow();
    }
}
