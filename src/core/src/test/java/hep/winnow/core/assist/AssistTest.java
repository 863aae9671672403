package hep.winnow.core.assist;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.Winnow;
import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered at a cursor, which stands where the text has a {@code |}. */
class AssistTest {
    private static final String HEAD = """
            param cut_at = 20
            read sig from "data/sig.csv" role=signal
            read bkg from "data/bkg.csv" role=background
            define twice = 2*pt
            region presel { cut "pt" : pt > cut_at }
            split presel into train=50% test=50% by=random
            train nn = centroid on presel vars=[pt, twice]
            """;

    @TempDir
    Path folder;

    private Macros macros = new Macros(Path.of(""));

    @BeforeEach
    void writeFiles() {
        macros = new Macros(folder)
                .lines("data/sig.csv", "pt,met,phi", "30.5,20.5,1.5")
                .lines("data/bkg.csv", "pt,met,tag", "30.5,20.5,1");
    }

    private Assist assist(String text) {
        Winnow.Checked checked = macros.check(text);
        return Assist.of(macros.winnow(), checked.names(), folder);
    }

    private Completions at(String line) {
        String text = HEAD + line;
        int offset = text.indexOf('|');
        String plain = text.replace("|", "");
        return Completions.at(plain, offset, assist(plain));
    }

    private static List<String> texts(Completions found) {
        return found.items().stream().map(Completion::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '\'',
            value = {
                "re|                                   ! read region",
                "inclu|                                ! include",
                "train x = cen|                        ! centroid",
                "train x = centroid on |               ! sig bkg presel train valid test all",
                "train x = centroid on presel va|      ! vars=",
                "train x = centroid on presel vars=[ta| ! tag tan( tanh(",
                "train x = centroid on presel { epo|   ! epochs=",
                "train x = centroid on presel balance=| ! equal_sumw none",
                "hist in presel : tw|                  ! twice",
                "hist in presel : n|                   ! nn nth( nearest( nearest_delta_r( nb ns nan",
                "hist in presel : pt b|                ! bins= blind=",
                "cutflow p|                            ! presel",
                "cutflow presel.t|                     ! train test",
                "set se|                               ! seed=",
                "region sr extends presel { c|         ! cut",
                "read x from \"data/s|                 ! sig.csv",
                "read x from \"{cu|                    ! cut_at}",
                "hist in presel : pt title=\"a|        ! ''",
                "# re|                                 ! ''",
            })
    void offersWhatCanStandAtTheCursor(String line, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split(" "));

        assertThat(texts(at(line))).as(line).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void helpsWhereTheFirstLetterIsTyped() {
        for (String typed : List.of("\"", "`", "#", "(", "\\", "\"\\")) {
            assertThat(Completions.at(typed, typed.length(), assist("")).end())
                    .as(typed)
                    .isEqualTo(typed.length());
        }
    }

    @Test
    void tellsTypeDefaultAndDocOfWhatItOffers() {
        Completion epochs = at("train x = centroid on presel epo|").items().get(0);
        Completion tag = at("hist in presel : tag|").items().get(0);

        assertThat(epochs)
                .extracting(Completion::kind, Completion::doc)
                .containsExactly(Completion.Kind.OPTION, "rounds");
        assertThat(epochs.detail()).contains("default 1").contains("at least 1");
        assertThat(tag.detail()).isEqualTo("long");
    }

    @Test
    void offersWhatHoldsTheWordWhereNothingBeginsWithIt() {
        assertThat(texts(at("hist in presel : wice|"))).containsExactly("twice");
    }

    @Test
    void replacesTheWordThatIsBeingTypedAlone() {
        String text = HEAD + "hist in presel : tw";
        Completions found = Completions.at(text, text.length(), assist(text));

        assertThat(text.substring(found.start(), found.end())).isEqualTo("tw");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "hi|st in presel : pt                ! hist",
                "train x = cent|roid on presel       ! Finds the means of the classes.",
                "train x = centroid epo|chs=3        ! rounds",
                "hist in presel : p|t                ! column pt",
                "hist in presel : tw|ice             ! define twice",
                "hist in pre|sel : pt                ! region presel",
                "hist in presel : sq|rt(pt)          ! sqrt(",
                "hist in presel : n|n                ! model nn",
                "define e = 3*Te|V                   ! TeV = 1000",
                "f|or v in [1, 2] { }                ! for NAME in",
            })
    void explainsTheWordAtTheCursor(String line, String expected) {
        String text = HEAD + line;
        int offset = text.indexOf('|');
        String plain = text.replace("|", "");

        Hover found = Hover.at(plain, offset, assist(plain)).orElseThrow();

        assertThat(found.title() + "\n" + found.text()).contains(expected);
    }

    @Test
    void hintsAtTheStatementTheFunctionOrTheOptionAtHand() {
        Assist assist = assist(HEAD);

        assertThat(Hints.at("train x = centroid ", 19, assist)).startsWith("train NAME = centroid");
        assertThat(Hints.at("define a = delta_phi(", 21, assist)).startsWith("delta_phi(phi1, phi2)");
        assertThat(Hints.at("train x = centroid epochs=", 26, assist)).startsWith("epochs=   rounds");
        assertThat(Hints.at("", 0, assist)).isEmpty();
    }

    @Test
    void looksAtNothingButTheText() {
        String text = "train nn = mlp on presel epochs=10 # long\n\"open";

        List<String> styles = Highlight.of(text).stream()
                .map(h -> text.substring(h.start(), h.end()) + ":" + h.style())
                .toList();

        assertThat(styles)
                .containsSubsequence(
                        "train:VERB",
                        "nn:DECLARED",
                        "mlp:KIND",
                        "on:KEYWORD",
                        "presel:NAME",
                        "epochs:OPTION",
                        "10:NUMBER")
                .contains("# long:COMMENT", "\"open:STRING");
    }

    @Test
    void answersWithinAnInstantOverTwoThousandColumns() {
        String names = IntStream.range(0, 2000).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        String values = IntStream.range(0, 2000).mapToObj(i -> "1.5").collect(Collectors.joining(","));
        macros.lines("data/wide.csv", names, values);
        String text = "read wide from \"data/wide.csv\"\nhist in wide : x1";
        Assist assist = assist(text);

        Completions found = Completions.at(text, text.length(), assist);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            Completions.at(text, text.length(), assist);
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(found.items()).hasSizeGreaterThan(1100);
        assertThat(best / 1e6).as("milliseconds").isLessThan(50);
    }

    private static final String DEF =
            "def window(name: name, of: events \"which\", vars: [expression], low: number = 1 \"lower end\")"
                    + " \"Makes a region.\" { region name { cut : pt > low } }\n";

    @Test
    void offersVerbsThatTheMacroDefines() {
        assertThat(texts(at(DEF + "wind|"))).containsExactly("window");
        assertThat(texts(at(DEF + "window w presel |"))).contains("vars=", "low=");
        assertThat(texts(at(DEF + "window w pr|"))).containsExactly("presel");
    }

    @Test
    void offersParametersInTheBody() {
        String open = "def plots(on what: events, least: number = 1) {\n";
        assertThat(texts(at(open + "region r { cut : pt > le|"))).containsExactly("least");
        assertThat(texts(at(open + "cutflow wh|"))).containsExactly("what");
        assertThat(texts(at(open + "print \"{le|"))).containsExactly("least}");
    }

    @Test
    void hintsHowAVerbThatTheMacroDefinesIsWritten() {
        String text = HEAD + DEF + "window ";
        assertThat(Hints.at(text, text.length(), assist(HEAD + DEF)))
                .isEqualTo("window NAME = EVENTS vars=[EXPR, …] OPTIONS");
        String option = HEAD + DEF + "window w presel low=";
        assertThat(Hints.at(option, option.length(), assist(HEAD + DEF)))
                .isEqualTo("low=   lower end (a number; default 1)");
    }
}
