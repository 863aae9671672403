package hep.winnow.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.learn.EpochReport;
import hep.winnow.core.Winnow;
import hep.winnow.core.testing.Macros;
import hep.winnow.core.testing.Spy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
    private static final List<String> LINES = List.of(
            "read sig from \"sig.csv\" role=signal weight=w",
            "read bkg from \"bkg.csv\" role=background weight=w",
            "region presel { cut \"pt\" : pt > 20 }",
            "cutflow presel",
            "split presel into train=50% test=50% by=random",
            "train nn = centroid on presel vars=[pt, met]",
            "show presel.test columns=[pt, nn] rows=3",
            "region sr extends presel on test { cut \"nn\" : nn > -0.2 }",
            "cutflow sr",
            "hist h in sr : met bins=4 range=0..80");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private boolean stops;
    private Macros macros = new Macros(Path.of(""));
    private Notebook notebook = new Notebook(Figures.NONE, 1 << 24);

    private final RunListener listener = new RunListener() {
        @Override
        public void text(int line, String text) {
            told.add(text.stripTrailing());
        }

        @Override
        public void reading(String sample, long events, long bytes, long totalBytes) {
            read.add(sample);
        }

        @Override
        public void epoch(String model, EpochReport report, int epochs) {
            if (stops) {
                throw new InterruptedRunException();
            }
        }
    };

    @BeforeEach
    void writeFiles() {
        macros = new Macros(folder).lines("sig.csv", rows(3)).lines("bkg.csv", rows(1));
    }

    private static String[] rows(int shift) {
        List<String> rows = new ArrayList<>(List.of("pt,met,w"));
        IntStream.range(0, 400)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%d.5,%d.25,1.%d",
                        10 + (i * 7 + shift * 5) % 60,
                        (i * 11 + shift * 9) % 70,
                        i % 3))
                .forEach(rows::add);
        return rows.toArray(String[]::new);
    }

    private RunResult run(String macro) {
        return notebook.run(
                macros.check(macro).program().orElseThrow(),
                new RunOptions(folder.resolve("book"), 2, "test"),
                listener);
    }

    private String typed(List<String> lines) {
        StringBuilder macro = new StringBuilder();
        for (String line : lines) {
            macro.append(line).append('\n');
            Winnow.Checked checked = macros.check(macro.toString());
            if (notebook.isBehind(checked.program().orElseThrow())) {
                run(macro.toString());
            }
        }
        return macro.toString();
    }

    @Test
    void tellsLineByLineWhatARunOfTheWholeMacroTells() {
        String macro = typed(LINES);

        assertThat(String.join("\n", told).strip().lines())
                .containsExactlyElementsOf(
                        macros.run(macro).text().strip().lines().toList());
    }

    @Test
    void leavesTheSameRecordAsARunOfTheWholeMacro() throws IOException {
        String macro = typed(LINES);

        assertThat(statements(Files.readString(folder.resolve("book/run.json"))))
                .isEqualTo(statements(macros.run(macro).file("run.json")));
    }

    private static String statements(String json) {
        return json.substring(json.indexOf("\"statements\"")).replaceAll("\"seconds\":\\s*[^,}\\s]+", "");
    }

    @Test
    void trainsAModelOnceAndReadsAFileOnceForItsColumns() {
        typed(LINES.subList(0, 7));
        assertThat(Spy.take("nn").train().size()).isPositive();
        read.clear();

        run(String.join("\n", LINES) + "\ncutflow presel.test\n");

        assertThat(read).as("what is in memory is not told as read").isEmpty();
        assertThatThrownBy(() -> Spy.take("nn"))
                .as("it is not trained again")
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void readsAFileAnewThatHasChanged() {
        String macro = typed(LINES.subList(0, 4));
        told.clear();
        macros.lines("sig.csv", "pt,met,w", "50.5,1.5,1", "51.5,1.5,1", "5.5,1.5,1");

        run(macro + "cutflow all\ncutflow [presel, sig]\n");

        assertThat(String.join("\n", told)).contains("sig").containsPattern("\\b3\\b");
    }

    @Test
    void changesNothingWhenAStatementIsInterrupted() {
        String macro = typed(LINES.subList(0, 5));
        stops = true;
        assertThatThrownBy(() -> run(macro + LINES.get(5))).isInstanceOf(InterruptedRunException.class);

        stops = false;
        told.clear();
        run(macro + "cutflow presel.test");

        assertThat(told).hasSize(1);
    }

    @Test
    void takesBackTheLastRun() {
        String macro = typed(LINES.subList(0, 6));
        notebook.back(List.of("sig", "bkg"));
        told.clear();

        run(macro);

        assertThat(told).as("the model is trained again").isNotEmpty();
    }

    @Test
    void readsFromTheFileWhereThereIsNoRoom() {
        notebook = new Notebook(Figures.NONE, 100);
        String macro = typed(LINES);

        assertThat(String.join("\n", told).strip())
                .isEqualTo(macros.run(macro).text().strip());
        assertThat(read).contains("sig", "bkg");
    }
}
