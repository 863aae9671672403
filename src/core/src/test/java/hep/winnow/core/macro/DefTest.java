package hep.winnow.core.macro;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.core.Winnow;
import hep.winnow.core.lang.DiagnosticPrinter;
import hep.winnow.core.testing.Macros;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that a macro defines. */
class DefTest {
    private static final String READ = "read s from \"s.csv\" role=background\n";

    @TempDir
    Path folder;

    private Macros macros;

    @BeforeEach
    void begin() {
        macros = new Macros(folder).lines("s.csv", "a,b", "1,10", "2,20", "3,30", "4,40");
    }

    private Macros.Run run(String macro) {
        assertThat(macros.problems(READ + macro))
                .filteredOn(p -> p.startsWith("E"))
                .isEmpty();
        return macros.run(READ + macro);
    }

    private static List<Object> raw(Macros.Run run) {
        return run.facts("cutflow").stream()
                .map(f -> (List<?>) f.get("cuts"))
                .map(cuts -> ((Map<?, ?>) cuts.get(cuts.size() - 1)).get("raw"))
                .collect(Collectors.toList());
    }

    @Test
    void declaresWhatItsNameParameterSays() {
        Macros.Run run = run("""
                def above(name: name, of: events, cut: number = 2) {
                  region base extends of { cut : a > cut }
                  region name extends base { cut : b < 40 }
                }
                above x s
                above y = s cut=1
                above z x cut=0
                cutflow [x, y, z]
                """);
        assertThat(raw(run)).hasToString("[1, 2, 1]");
    }

    @Test
    void keepsItsOwnNamesToItself() {
        String def = "def sum(name: name) { define c = a + b\n define name = c*2 }\nsum twice\n";
        assertThat(macros.problems(READ + def + "hist in s : c bins=2 range=0..9"))
                .singleElement()
                .asString()
                .startsWith("E104 5:13-13 unknown column 'c'");
        Macros.Run run = run(def + "define c = a\nsum other\nregion r { cut : c + twice + other > 100 }\ncutflow r");
        assertThat(raw(run)).hasToString("[2]");
    }

    @Test
    void seesNoNamesOfTheCall() {
        Macros.Run run = run("""
                def keep(name: name, x: expression) { define c = 0*a
                  region name { cut : x + c > 2 } }
                define c2 = b
                let c = a
                keep r x=c
                keep q x=c2
                cutflow [r, q]
                """);
        assertThat(raw(run)).hasToString("[2, 4]");
        assertThat(run.text()).contains("a + r.c > 2");
    }

    @Test
    void takesValuesNotText() {
        Macros.Run run = run("""
                def times(name: name, x: expression, n: number) { define name = n*x }
                times c x=a + b n=1 + 1
                region r { cut : c == 2*(a + b) }
                cutflow r
                """);
        assertThat(raw(run)).hasToString("[4]");
    }

    @Test
    void putsParametersIntoStrings() {
        Macros.Run run = run("""
                def dumped(what: events, columns: [column], file: output = "{what}.csv", title = "all of {what}") {
                  print "{title}: done"
                  save what to file columns=columns
                }
                dumped s columns=a
                """);
        assertThat(run.text()).contains("all of s: done");
        assertThat(run.file("s.csv")).isEqualTo("a\n1\n2\n3\n4\n");
    }

    @Test
    void givesANameThatIsLeftOutToNobody() {
        String def = "def made(name: name, half: name = h) { define half = a/2\n define name = half + 1 }\n";
        assertThat(macros.problems(READ + def + "made x\nmade y half=yh\nhist in s : yh + x + y bins=2 range=0..9"))
                .isEmpty();
        assertThat(macros.places(READ + def + "made x\nhist in s : h bins=2 range=0..9"))
                .containsExactly("E104 5:13-13");
    }

    @Test
    void takesOperandsBehindKeywords() {
        Macros.Run run = run("""
                def count_of(on what: events, vars: [expression]) {
                  for v in vars { hist in what : v bins=2 range=0..4 }
                }
                count_of on s vars=[a, b]
                count_of on s vars=a
                """);
        assertThat(run.facts("hist")).hasSize(3);
    }

    @Test
    void putsCutsIntoARegion() {
        Macros.Run run = run("""
                def tight(least: number) { cut "a" : a > least
                  if least > 1 { cut "b" : b < 40 } }
                region r { cut "first" : a < 4
                  tight least=2
                  cut "last" : b > 0 }
                cutflow r
                """);
        assertThat(run.text().replaceAll(" +", " "))
                .contains("first 3")
                .contains("b 1")
                .contains("last 1");
    }

    @Test
    void callsAnotherVerb() {
        Macros.Run run = run("""
                def inner(name: name, cut: number) { region name { cut : a > cut } }
                def outer(name: name) {
                  inner help cut=1
                  region name extends help { cut : a < 4 }
                }
                outer r
                inner help cut=3
                cutflow [r, help]
                """);
        assertThat(raw(run)).hasToString("[2, 1]");
    }

    @Test
    void callsItselfWithAnEnd() {
        Macros.Run run = run("""
                def down(n: integer) {
                  print "{n}"
                  if n > 1 { down n=n - 1 }
                }
                down n=3
                """);
        assertThat(run.text()).contains("3\n2\n1\n");
    }

    @Test
    void renamesItsOwnTables() {
        macros.lines("t.csv", "x_low,x_high,value", "0,2,5", "2,9,7");
        Macros.Run run = run("""
                def scaled(name: name, file: input = "t.csv", by: word = none) {
                  table t from file keys=[x]
                  define name = t(a)
                }
                scaled p
                scaled q
                region r { cut : p + q > 10 }
                cutflow r
                """);
        assertThat(raw(run)).hasToString("[3]");
    }

    @Test
    void knowsParamsAboveIt() {
        Macros.Run run = run("""
                param least = 1
                def some(name: name) { region name { cut : a > least } }
                some r
                cutflow r
                """);
        assertThat(raw(run)).hasToString("[3]");
    }

    @Test
    void worksFromAnInclude() {
        macros.file("verbs.wn", "def some(name: name) { region name { cut : a > 1 } }\n");
        assertThat(raw(run("include \"verbs.wn\"\nsome r\ncutflow r"))).hasToString("[3]");
    }

    @Test
    void tellsOfTheCallBehindTheBody() {
        Winnow.Checked checked = macros.check(READ + """
                def inner(name: name, x: expression) {
                  region name { cut : x > wrong }
                }
                def outer(n: name, y: expression) {
                  inner n y
                }
                outer r foo
                """);
        assertThat(new DiagnosticPrinter(checked.texts(), false).print(checked.diagnostics()))
                .isEqualTo("""
                error[E104] unknown column 'foo'
                  --> m.wn:3:23
                    3 |   region name { cut : x > wrong }
                      |                       ^ no such column or define in s
                  in the call of 'inner'
                  --> m.wn:6:11
                    6 |   inner n y
                      |           ^
                  in the call of 'outer'
                  --> m.wn:8:9
                    8 | outer r foo
                      |         ^^^

                error[E104] unknown column 'wrong'
                  --> m.wn:3:27
                    3 |   region name { cut : x > wrong }
                      |                           ^^^^^ no such column or define in s
                  in the call of 'inner'
                  --> m.wn:6:3
                    6 |   inner n y
                      |   ^^^^^^^^^
                  in the call of 'outer'
                  --> m.wn:8:1
                    8 | outer r foo
                      | ^^^^^^^^^^^
                """);
    }

    @Test
    void recordsTheExpandedStatementAndItsCall() {
        Macros.Run run = run("""
                def flow(of: events, limit: number) {
                  region r extends of { cut : a > limit }
                  cutflow r save="{of}.txt"
                }
                flow s limit=2
                """);
        Map<?, ?> facts = run.facts("cutflow").get(0);
        assertThat(facts.get("line")).hasToString("6");
        assertThat(facts.get("through")).hasToString("[{verb=flow, line=4}]");
        assertThat(run.result().record().statements().get(0).source()).isEqualTo("cutflow s.r save=\"s.txt\"");
        assertThat(facts.get("name")).isEqualTo("s.r");
    }

    @Test
    void refusesToGoOnForEver() {
        String twice = "def twice(n: integer) { if n > 0 { twice n=n - 1\n twice n=n - 1 } }\ntwice n=30\n";
        assertThat(macros.problems(twice)).singleElement().asString().startsWith("E214 ");
    }

    @Test
    void standsDeepBlocksInDeepCalls() {
        String body = "if n > 0 { ".repeat(50) + "deep n=n - 1" + " }".repeat(50);
        assertThat(macros.problems("def deep(n: integer) { " + body + " }\ndeep n=30\n"))
                .isEmpty();
    }

    @Test
    void readsFilesFromWhereTheyAreNamed() {
        macros.lines("sub/t.csv", "x", "1", "2");
        macros.lines("u.csv", "x", "1");
        macros.file(
                "sub/v.wn", "def taken(name: name, file: input = \"t.csv\") { read name from file role=background }\n");
        Macros.Run run = run("include \"sub/v.wn\"\ntaken p\ntaken q file=\"u.csv\"\ncutflow [p, q]");
        assertThat(raw(run)).hasToString("[2, 1]");
    }

    @Test
    void tellsThatAMinusBehindAnOperandMakesADifference() {
        assertThat(macros.problems(READ + """
                def above(name: name, of: events, cut: number) {
                  region name extends of { cut : a > cut }
                }
                above r s -1
                """))
                .singleElement()
                .asString()
                .startsWith("E204")
                .contains("(-1)");
    }
}
