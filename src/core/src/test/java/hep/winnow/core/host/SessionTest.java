package hep.winnow.core.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private static final String READ = """
        read s from "s.csv" role=signal
        read b from "b.csv" role=background weight=w
        """;
    private static final String TRAIN = READ + """
        split all into train=50% test=50% by=random
        train nn = centroid vars=[x, y]
        """;

    @TempDir
    Path folder;

    private final WinnowEngine engine = WinnowEngine.of(List.of(), Plugins.loader());

    @BeforeEach
    void writeEvents() throws IOException {
        StringBuilder signal = new StringBuilder("x,y\n");
        StringBuilder background = new StringBuilder("x,y,w\n");
        for (int i = 0; i < 40; i++) {
            signal.append(i % 7).append(',').append(i % 5).append('\n');
            background.append(-(i % 7)).append(',').append(i % 3).append(",0.5\n");
        }
        Files.writeString(folder.resolve("s.csv"), signal);
        Files.writeString(folder.resolve("b.csv"), background);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private SessionBuilder session() {
        return engine.session().folder(folder);
    }

    @Test
    void findsPluginsOfTheClassPath() {
        assertThat(engine.plugins()).extracting(p -> p.id()).containsExactly("test");
        assertThat(engine.problems()).isEmpty();
    }

    @Test
    void givesHistogramsWithTheirErrors() {
        Results results = session()
                .build()
                .run("m.wn", READ + "region r { cut \"right\" : x > 1 }\nhist h in r : x bins=4 range=0..8\n");

        assertThat(results.histograms("h")).singleElement().satisfies(h -> {
            assertThat(h.region()).isEqualTo("r");
            assertThat(h.label()).isEqualTo("s");
            assertThat(h.className()).isEqualTo("signal");
            assertThat(h.histogram().total()).isEqualTo(28);
            assertThat(h.histogram().entries(2)).isEqualTo(12);
            assertThat(h.histogram().error(2)).isEqualTo(Math.sqrt(12));
            assertThat(h.histogram().binning().edges()).containsExactly(0, 2, 4, 6, 8);
        });
        assertThat(results.out()).isEqualTo(folder.resolve("out"));
        assertThat(folder.resolve("out/run.json")).exists();
    }

    @Test
    void givesColumnsOfEvents() {
        Results results = session()
                .columns("r", "x", "z")
                .columns("s", "y > 3")
                .build()
                .run("m.wn", READ + "define z = 2*x + y\nregion r on b { cut \"left\" : x < -5 }\n");

        EventColumns events = results.columns("r");
        assertThat(events.names()).containsExactly("x", "z");
        assertThat(events.size()).isEqualTo(5);
        assertThat(events.values("x")).containsOnly(-6);
        assertThat(events.values("z")).containsExactly(-12, -11, -10, -12, -11);
        assertThat(events.weights()).containsOnly(0.5);
        assertThat(results.columns("s").values("y > 3")).hasSize(40).startsWith(0, 0, 0, 0, 1);
        assertThatThrownBy(() -> results.columns("b")).hasMessageContaining("there is no columns of 'b'");
        assertThatThrownBy(() -> events.values("y")).hasMessage("there is no column 'y' among [x, z]");
    }

    @Test
    void leavesNoTraceOfWhatTheHostAskedFor() throws IOException {
        String macro = READ + "cutflow s\n";
        session().out(folder.resolve("a")).columns("s", "x").build().run("m.wn", macro);
        session().out(folder.resolve("b")).build().run("m.wn", macro);

        assertThat(statements("a")).isEqualTo(statements("b"));
    }

    private Object statements(String out) throws IOException {
        Map<?, ?> run =
                (Map<?, ?>) Json.parse(Files.readString(folder.resolve(out).resolve("run.json")));
        return Objects.requireNonNull(run.get("statements"));
    }

    @Test
    void givesModelsThatScore() {
        Results results = session().columns("s", "x", "y", "nn").build().run("m.wn", TRAIN);

        EventColumns events = results.columns("s");
        float[] flat = new float[2 * events.size()];
        for (int i = 0; i < events.size(); i++) {
            flat[2 * i] = (float) events.values("x")[i];
            flat[2 * i + 1] = (float) events.values("y")[i];
        }
        assertThat(results.model("nn").inputs()).containsExactly("x", "y");
        assertThat(results.model("nn").scores(flat)).isEqualTo(events.values("nn"));
        assertThat(results.model("nn").score(flat[0], flat[1])).isEqualTo(events.values("nn")[0]);
        assertThatThrownBy(() -> results.model("nn").score(1))
                .hasMessage("model 'nn' takes the 2 inputs [x, y], found 1 values");
        assertThatThrownBy(() -> results.model("nm")).hasMessage("there is no model 'nm'; there is [nn]");
    }

    @Test
    void takesValuesForParamsAndLets() {
        String macro = READ + "param low = 1\nregion r { cut \"a\" : x > low and x < high }\nprint names\n"
                + "hist h in r : x edges=axis\n";

        Results results = session()
                .value("low", 2)
                .value("high", 5.5)
                .value("axis", List.of(0, 3, 6))
                .value("names", "{low} is text")
                .build()
                .run("m.wn", macro);

        assertThat(results.histograms("h").get(0).histogram().total()).isEqualTo(17);
        assertThat(results.text()).contains("{low} is text");
        assertThat(results.record().params()).containsEntry("low", "2").containsEntry("axis", "[0, 3, 6]");
    }

    @Test
    void takesExpressionsForParamsThatAreNoStrings() {
        Results results = session()
                .value("cut", "3*MeV")
                .build()
                .run("m.wn", "param cut = 1*GeV\nexpect cut < 0.004 and cut > 0.002\n");

        assertThat(results.isAsExpected()).isTrue();
        assertThatThrownBy(() -> session().value("cut", new Object()).build().run("m.wn", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a macro takes numbers, strings, booleans and lists of them, found java.lang.Object");
    }

    @Test
    void readsFilesOfAHostFromItsFolder() {
        Results results = session().value("file", "s.csv").build().run("m.wn", "read s from file\ncutflow s\n");

        assertThat(results.result("cutflow", "s").values()).containsKey("cuts");
    }

    @Test
    void trustsNoValueUnlessToldSo() throws IOException {
        Path work = Files.createDirectory(folder.resolve("work"));
        SessionBuilder narrow = engine.session()
                .folder(work)
                .value("file", folder.resolve("s.csv").toString());
        String macro = "read s from file\ncutflow s\n";

        assertThatThrownBy(() -> narrow.build().run("m.wn", macro))
                .isInstanceOfSatisfying(
                        MacroException.class,
                        e -> assertThat(e.diagnostics())
                                .extracting(Diagnostic::code)
                                .containsExactly("E402"));
        narrow.access(FileAccess.none().trustingParams()).build().run("m.wn", macro);
    }

    @Test
    void tellsEveryMistakeWithItsPlace() {
        assertThatThrownBy(() -> session().build().run("m.wn", READ + "cutflow ss\nhst in s : x\n"))
                .isInstanceOfSatisfying(MacroException.class, e -> {
                    assertThat(e.diagnostics()).extracting(Diagnostic::code).containsExactly("E301", "E200");
                    assertThat(e).hasMessageContaining("m.wn:3:9").hasMessageContaining("m.wn:4:1");
                });
        assertThat(session().build().check("m.wn", READ + "hst in s : x\n"))
                .extracting(Diagnostic::message)
                .containsExactly("unknown verb 'hst'");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void tellsWhatTheHostAskedForInVain() {
        assertThatThrownBy(() -> session().columns("s", "xx").build().run("m.wn", READ))
                .hasMessageContaining("unknown column 'xx'")
                .hasMessageContaining("hand_over s columns=[xx]");
    }

    @Test
    void tellsWhereARunFails() throws IOException {
        Files.writeString(folder.resolve("s.csv"), "x,y\n1,2\n3\n");

        assertThatThrownBy(() -> session().build().run("m.wn", READ + "cutflow s\n"))
                .isInstanceOfSatisfying(
                        MacroException.class,
                        e -> assertThat(e.diagnostics())
                                .extracting(Diagnostic::code)
                                .containsExactly("E502"));
    }

    private static final String VERB = """
            def apart(name: name, of: events, inputs: [expression], cut: number = 0 "least score") {
              split of into train=50% test=50% by=random
              train own = centroid on of vars=inputs
              region name extends of on of.test { cut "score" : own > cut }
            }
            """;

    @Test
    void givesWhatVerbsOfTheMacroDeclare() {
        Results results = session()
                .value("least", -100)
                .value("inputs", List.of("x", "y"))
                .columns("right", "x")
                .build()
                .run("m.wn", READ + "param inputs = [x]\n" + VERB + "apart right all inputs=inputs cut=least\n");

        assertThat(results.columns("right").size()).isBetween(20, 60);
        assertThat(results.models()).containsOnlyKeys("right.own");
        assertThat(results.result("train", "right.own").text("learner")).isEqualTo("centroid");
        assertThat(results.record().statements())
                .allSatisfy(s -> assertThat(s.line()).isEqualTo(9));
    }

    @Test
    void knowsNoVerbOfAnEarlierMacro() {
        Session session = session().build();
        session.run("m.wn", READ + VERB + "apart right all inputs=[x, y]\n");

        assertThat(session.check("m.wn", READ + "apart right all inputs=[x, y]\n"))
                .extracting(Diagnostic::code)
                .containsExactly("E200");
    }

    @Test
    void tellsWhereAVerbWasCalledInWhoseBodyAMistakeStands() {
        String macro =
                READ + VERB.replace("cut \"score\" : own", "cut \"score\" : other") + "apart right all inputs=[x, y]\n";

        assertThat(session().build().check("m.wn", macro)).singleElement().satisfies(d -> {
            assertThat(d.code()).isEqualTo("E104");
            assertThat(macro.substring(d.span().start(), d.span().end())).isEqualTo("other");
            assertThat(d.callers()).singleElement().satisfies(c -> {
                assertThat(c.verb()).isEqualTo("apart");
                assertThat(macro.substring(c.span().start())).startsWith("apart right all");
            });
        });
    }

    @Test
    void runsAMacroOfAFile() throws IOException {
        Files.writeString(folder.resolve("m.wn"), READ + "cutflow s\n");

        assertThat(session().build().run(Path.of("m.wn")).all("cutflow")).hasSize(1);
        assertThatThrownBy(() -> session().build().run(Path.of("../m.wn"))).isInstanceOf(MacroException.class);
        assertThatThrownBy(() -> session().build().run(Path.of("n.wn"))).hasMessageContaining("cannot read the macro");
    }

    @Test
    void speaksToItsHostAlone() {
        List<String> lines = new ArrayList<>();
        List<String> began = new ArrayList<>();
        Results results = session()
                .output(lines::add)
                .listener(new RunListener() {
                    @Override
                    public void began(int line, String statement) {
                        began.add(line + " " + statement);
                    }
                })
                .build()
                .run("m.wn", READ + "print 1 + 1\nexpect 1 > 2\n");

        assertThat(String.join("", lines)).isEqualTo(results.text()).startsWith("2\n");
        assertThat(began).contains("3 print 1 + 1");
        assertThat(results.isAsExpected()).isFalse();
        assertThat(results.failedExpectations()).isEqualTo(1);
        assertThat(results.result("expect", "").text("ok")).isEqualTo("false");
    }

    @Test
    void tellsTheTimeOfItsClock() {
        Instant instant = Instant.parse("2030-01-01T00:00:00Z");
        Results results =
                session().clock(Clock.fixed(instant, ZoneOffset.UTC)).build().run("m.wn", "print 1\n");

        assertThat(results.record().started()).isEqualTo(instant);
        assertThat(results.record().seconds()).isZero();
    }

    @Test
    void endsWhenItIsCancelled() throws InterruptedException {
        AtomicReference<Session> session = new AtomicReference<>();
        AtomicReference<Throwable> end = new AtomicReference<>();
        List<Boolean> interrupted = new ArrayList<>();
        session.set(session()
                .listener(new RunListener() {
                    @Override
                    public void reading(String sample, long events, long bytes, long totalBytes) {
                        Objects.requireNonNull(session.get()).cancel();
                    }
                })
                .build());
        Thread thread = new Thread(() -> {
            try {
                Objects.requireNonNull(session.get()).run("m.wn", READ + "cutflow [s, b]\n");
            } catch (CancellationException e) {
                end.set(e);
            }
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.join();

        assertThat(end.get()).isInstanceOf(CancellationException.class);
        assertThat(interrupted).containsExactly(false);
        assertThat(folder.resolve("out/run.json")).doesNotExist();
        Objects.requireNonNull(session.get()).cancel();
    }

    @Test
    void endsWhenItsTimeIsOver() throws IOException {
        Files.writeString(folder.resolve("s.csv"), "x\n" + "1\n".repeat(500_000));

        assertThatThrownBy(() -> session()
                        .maxTime(Duration.ofMillis(5))
                        .build()
                        .run("m.wn", "read s from \"s.csv\"\nsave s to \"t.csv\"\n"))
                .hasMessageContaining("E503");
    }

    @Test
    void findsFieldsAndNumbers() {
        Results results = session().build().run("m.wn", TRAIN + "judge best = nn on test\nprint best.cut\n");

        assertThat(results.fields()).containsKey("best.cut");
        assertThat(results.field("best.cut")).isPositive();
        assertThatThrownBy(() -> results.field("best.z")).hasMessageContaining("there is no field 'best.z'");
        assertThatThrownBy(() -> results.result("train", "nn").number("none")).hasMessageContaining("no number 'none'");
        assertThat(results.result("train", "nn").number("train_events")).isCloseTo(40, within(15.0));
    }
}
