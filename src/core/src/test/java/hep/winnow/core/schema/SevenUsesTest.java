package hep.winnow.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Condition;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Step;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Given;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin of forty lines gets for the declaration of its step alone. */
class SevenUsesTest {
    /** {@code moment m in s : x order=2}: the mean of a power. */
    @Verb(
            value = "moment",
            doc = "Tells the mean of a power.",
            fields = "value",
            examples = "moment m in s : x order=2")
    record Moment(
            @Named(doc = "the result", optional = true) String name,
            @Operand(keyword = "in", doc = "the events") Scope in,
            @Condition(doc = "what is averaged") EventExpression value,

            @Option(doc = "the power", value = "1", min = 1, max = 9, alsoKnownAs = "degree")
            int order)
            implements TableStep {
        @Override
        public void run(StepContext context) {
            EventTable table = context.table(in, List.of(value));
            double sum = 0;
            for (double x : table.numbers(0)) {
                double power = 1;
                for (int k = 0; k < order; k++) {
                    power *= x;
                }
                sum += power;
            }
            if (!name.isEmpty()) {
                context.field("value", sum / table.size());
            }
            context.result(new Facts().put("mean", sum / table.size()));
        }
    }

    private static final class MomentPlugin implements Plugin {
        @Override
        public String id() {
            return "moment";
        }

        @Override
        public List<Class<? extends Step>> steps() {
            return List.of(Moment.class);
        }
    }

    @TempDir
    Path folder;

    private final Winnow winnow = new Winnow(List.of(new MomentPlugin()));

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(folder.resolve("s.csv"), "x\n1\n2\n3\n");
    }

    private Winnow.Checked check(String statement) {
        String macro = "read s from \"s.csv\" role=data\n" + statement + "\n";
        return winnow.check("m.wn", macro, folder, Given.nothing());
    }

    private RunResult run(String statement) {
        RunOptions options = new RunOptions(folder.resolve("out"), 1, "test");
        return winnow.run(check(statement).program().orElseThrow(), options, RunListener.SILENT);
    }

    private String problem(String statement) {
        Diagnostic first = check(statement).diagnostics().get(0);
        return first.code() + " " + first.message() + " / " + first.help();
    }

    @Test
    void itsStatementIsParsed() {
        RunResult result = run("moment m in s : x^2 order=2\nexpect 32 < m.value and m.value < 33");

        assertThat(result.failedExpectations()).isZero();
        assertThat(result.fields()).containsOnlyKeys("m.value");
    }

    @Test
    void itsStatementIsChecked() {
        assertThat(problem("moment in s : x order=10")).startsWith("E203 ").contains("order");
        assertThat(problem("moment in s : x degree=2")).startsWith("E201 ").endsWith("here it is 'order'");
        assertThat(problem("moment in s : x ordr=2")).endsWith("did you mean 'order'?");
        assertThat(problem("moment in s : z")).startsWith("E104 unknown column 'z'");
        assertThat(problem("momment in s : x")).endsWith("did you mean 'moment'?");
        assertThat(problem("moment in s")).startsWith("E204 ");
    }

    @Test
    void helpAndCompletionKnowIt() {
        StepSchema schema = winnow.vocabulary().step("moment", "").orElseThrow();

        assertThat(winnow.vocabulary().verbs()).contains("moment");
        assertThat(schema.record().slots())
                .extracting(Slot::name, Slot::doc, Slot::defaultText)
                .contains(tuple("order", "the power", "1"));
    }

    @Test
    void itsEffectiveSettingsAreEchoed() {
        RunRecord.Statement statement =
                run("moment m in s : x").record().statements().get(0);

        assertThat(statement.settings()).containsEntry("order", "1");
        assertThat(statement.source()).isEqualTo("moment m in s : x");
    }

    @Test
    void itsResultsComeFromAPlaceInTheMacro() {
        RunRecord.Statement statement =
                run("moment m in s : x order=2").record().statements().get(0);
        Map<String, Object> facts = statement.results().get(0).values();

        assertThat(facts).containsEntry("verb", "moment").containsEntry("name", "m");
        assertThat(statement.line()).isEqualTo(2);
        assertThat((Double) facts.get("mean")).isBetween(4.6, 4.7);
    }
}
