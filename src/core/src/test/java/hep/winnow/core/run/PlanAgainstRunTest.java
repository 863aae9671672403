package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} tells of a run is what the run does. */
class PlanAgainstRunTest {
    private static final String MACRO = """
            set seed=1
            def window(name: name, of: events, x: expression, low: number = 1) {
              region name extends of { cut "window" : x > low }
              hist in name : x bins=4 range=0..40
            }
            read sig from "sig.csv" role=signal weight=w id=[id]
            read bkg from "bkg.csv" role=background weight=w id=[id]
            define z = a + b
            region presel { cut "a" : a > 2 }
            split presel into train=50% test=50%
            hist in sig : z bins=4 range=0..40
            train c = centroid on presel vars=[a, z]
            window wide presel a
            cutflow presel
            judge j = c on test
            region sr extends presel on test { cut "c" : c > 0.1 }
            hist in sr : b bins=4 range=0..40
            window high sr b low=3
            """;

    @TempDir
    Path folder;

    private Winnow.Checked checked() {
        Macros macros = new Macros(folder);
        String head = "id,a,b,u,w\n";
        macros.file("sig.csv", head + rows(0)).file("bkg.csv", head + rows(7));
        return macros.check(MACRO);
    }

    private static String rows(int shift) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(0, 60)
                .forEach(i -> rows.append("%d,%d,%d,9,1\n".formatted(i, (i * 5 + shift) % 23, (i * 3 + shift) % 17)));
        return rows.toString();
    }

    /** Notes which columns are asked for. */
    private record Watched(EventSource inner, List<Set<String>> opened) implements EventSource {
        @Override
        public List<ColumnInfo> schema() {
            return inner.schema();
        }

        @Override
        public OptionalLong events() {
            return inner.events();
        }

        @Override
        public List<Path> files() {
            return inner.files();
        }

        @Override
        public BlockReader open(List<String> columns, ReadContext context) throws IOException {
            opened.add(new TreeSet<>(columns));
            return inner.open(columns, context);
        }
    }

    @Test
    void readsAndCarriesOutWhatItSays() {
        Winnow.Checked checked = checked();
        assertThat(checked.diagnostics())
                .filteredOn(d -> d.code().startsWith("E"))
                .isEmpty();
        Program program = checked.program().orElseThrow();
        Plan plan = Planner.plan(program);
        Forecast forecast = Forecast.of(program, plan, OptionalDouble.empty());
        Map<?, ?> told = (Map<?, ?>) Json.parse(PlanJson.of(program, plan, forecast));

        Map<String, List<Set<String>>> opened = new LinkedHashMap<>();
        List<String> began = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void began(int line, String statement) {
                began.add(line + " " + statement);
            }
        };
        RunOptions options = new RunOptions(folder.resolve("out"), 1, "test");
        Winnow winnow = new Macros(folder).winnow();
        try (Engine engine = new Engine(
                program,
                options,
                winnow.figures(),
                listener,
                s -> new Watched(s.source(), opened.computeIfAbsent(s.name(), n -> new ArrayList<>())),
                Inflow.NONE,
                Earlier.NONE)) {
            engine.run();
        }

        assertThat(list(told, "passes")).hasSize(2);
        List<String> expected = statements(told);
        assertThat(began).isEqualTo(expected);
        for (Object entry : list(told, "samples")) {
            Map<?, ?> sample = (Map<?, ?>) entry;
            Set<String> read = new TreeSet<>();
            list(sample, "read").forEach(c -> read.add(String.valueOf(c)));
            assertThat(opened.get(String.valueOf(sample.get("sample")))).containsExactly(read);
            assertThat(read).contains("a", "b", "w").doesNotContain("u");
        }
    }

    /** Returns the statements in the order in which the passes are said to carry them out: what shares a pass is made ready before it, and finished behind it. */
    private static List<String> statements(Map<?, ?> told) {
        List<String> all = new ArrayList<>();
        for (Object pass : list(told, "passes")) {
            Stream.of("share", "share", "then")
                    .flatMap(part -> list((Map<?, ?>) pass, part).stream())
                    .map(s -> (Map<?, ?>) s)
                    .forEach(s -> all.add(s.get("line") + " " + s.get("statement")));
        }
        return all;
    }

    @Test
    void saysWhyAStatementWaits() {
        Program program = checked().program().orElseThrow();
        Plan plan = Planner.plan(program);
        Map<?, ?> told =
                (Map<?, ?>) Json.parse(PlanJson.of(program, plan, Forecast.of(program, plan, OptionalDouble.empty())));
        Map<?, ?> second = (Map<?, ?>) (list(told, "passes")).get(1);
        for (Object statement : list(second, "share")) {
            assertThat(String.valueOf(((Map<?, ?>) statement).get("waits_for"))).contains("name=c, is=model");
        }
        assertThat(list(second, "share")).hasSize(2);
    }

    @Test
    void expectsAsManyBytesAsColumnsTake() {
        Program program = checked().program().orElseThrow();
        Plan plan = Planner.plan(program);
        Forecast forecast = Forecast.of(program, plan, OptionalDouble.of(1_000_000));
        Forecast.OfSample sample = forecast.samples().get(0);
        assertThat(sample.isKept()).isTrue();
        assertThat(sample.kept()).extracting(ColumnInfo::name).containsExactly("id", "a", "b", "w");
        assertThat(sample.bytesPerEvent()).isEqualTo(Forecast.EVENT_BYTES + 4 * 8);
        assertThat(forecast.limit()).isEqualTo(1_000_000);
        assertThat(forecast.spilled()).isZero();
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return (List<?>) Objects.requireNonNull(json.get(key));
    }
}
