package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.testing.Macros;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code checks.txt}: macros with mistakes, and all that a check says of them. */
class CheckCasesTest {
    /** Stands before each macro whose title does not say otherwise; its lines do not count. */
    private static final List<String> PRELUDE = List.of(
            "set seed=1",
            "read sig from \"sig.csv\" role=signal weight=w id=[run, event]",
            "read bkg from \"bkg.csv\" role=background weight=w id=[run, event]",
            "read dat from \"dat.csv\" role=data");

    @TempDir
    Path folder;

    /** A macro and what is said of it. */
    record Case(String title, boolean isBare, List<String> macro, List<String> expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String part : text().split("(?m)^(?===)", -1)) {
            List<String> lines = part.lines().toList();
            if (!lines.isEmpty() && lines.get(0).startsWith("==")) {
                int at = lines.indexOf("--");
                cases.add(new Case(
                        lines.get(0).replaceFirst("^=+ *", ""),
                        lines.get(0).startsWith("==="),
                        lines.subList(1, at),
                        lines.subList(at + 1, lines.size()).stream()
                                .filter(l -> !l.isBlank())
                                .toList()));
            }
        }
        return cases;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(CheckCasesTest.class.getResourceAsStream("checks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysAllThatIsWrong(Case given) {
        assertThat(problems(given, folder)).isEqualTo(given.expected());
    }

    static List<String> problems(Case given, Path folder) {
        Macros macros = new Macros(folder)
                .lines(
                        "sig.csv",
                        "run,event,pt,eta,mass,truth,tag,w",
                        "1,1,30.5,0.5,125.1,1,a,0.5",
                        "1,2,20.25,1.5,120,2,b,1")
                .lines("bkg.csv", "run,event,pt,eta,tag,w", "1,1,30.5,0.5,a,0.5", "1,2,20.25,1.5,b,-1")
                .lines("dat.csv", "run,event,pt,eta", "1,1,30.5,0.5", "1,2,20.25,1.5")
                .lines("classes.csv", "kind,pt,x,x2", "a,1.5,1,2", "b,2.5,2,3")
                .lines("tags.csv", "pt,eta", "high,0.5", "low,1.5")
                .lines("sf.csv", "pt_low,pt_high,eta,sf,error,stat", "20,40,0.5,0.9,0.1,1", "20,40,1.5,0.8,0.1,2")
                .lines("overlap.csv", "pt_low,pt_high,sf", "20,40,1", "30,50,2")
                .lines("gap.csv", "pt_low,pt_high,sf", "20,40,1", "45,50,2")
                .lines("ok.wn", "define inc = pt + eta")
                .lines("bad.wn", "define inc = ptt", "define = pt")
                .lines("self.wn", "include \"./self.wn\"");
        if (given.macro().stream().anyMatch(l -> l.startsWith("param given"))) {
            macros.param("given", "[1, 2");
        }
        List<String> lines = new ArrayList<>(given.isBare() ? List.of() : PRELUDE);
        int before = lines.size();
        lines.addAll(given.macro());
        return macros.problems(String.join("\n", lines) + "\n").stream()
                .map(p -> p.replace(folder.toString(), "FOLDER"))
                .map(p -> moved(p, before))
                .toList();
    }

    /** Returns a problem with its lines counted from behind the prelude. */
    private static String moved(String problem, int lines) {
        String[] words = problem.split(" ", 3);
        String place = words[1];
        int at = place.lastIndexOf(':', place.indexOf('-'));
        int slash = place.lastIndexOf(':', at - 1);
        if (slash >= 0) {
            return problem;
        }
        int line = Integer.parseInt(place.substring(0, at)) - lines;
        return words[0] + " " + line + place.substring(at) + " " + words[2];
    }

    @Test
    void knowsACaseOfEachCode() {
        Set<String> seen = cases().stream()
                .flatMap(c -> c.expected().stream())
                .map(e -> e.substring(0, 4))
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(Arrays.stream(CheckCode.values()).map(CheckCode::code))
                .allMatch(c -> seen.contains(c) || ELSEWHERE.contains(c));
    }

    /** Codes whose cases need more than a macro: model files of ours and others, outside params, plugins, batches, and files that a macro may not touch. */
    private static final Set<String> ELSEWHERE = Set.of(
            CheckCode.MODEL_INPUT.code(),
            CheckCode.OTHER_INPUT.code(),
            CheckCode.CONVERTED_INPUT.code(),
            CheckCode.IMPORT_NOTE.code(),
            CheckCode.UNKNOWN_PARAM.code(),
            CheckCode.TOO_LONG.code(),
            CheckCode.NESTED_TOO_DEEPLY.code(),
            CheckCode.NO_BATCH.code(),
            CheckCode.OVERWRITTEN.code(),
            CheckCode.FORBIDDEN_FILE.code());

    @Test
    void usesEachCodeOnce() {
        assertThat(Arrays.stream(CheckCode.values()).map(CheckCode::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(CheckCode.values()).map(CheckCode::meaning))
                .doesNotHaveDuplicates()
                .noneMatch(m -> m.endsWith("."));
    }
}
