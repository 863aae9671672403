package hep.winnow.app.macro;

import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.core.Winnow;
import hep.winnow.core.macro.Program;
import hep.winnow.core.run.Forecast;
import hep.winnow.core.run.Plan;
import hep.winnow.core.run.PlanJson;
import hep.winnow.core.run.Planner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow explain}: in which passes a macro would be carried out, and why. */
@Command(
        name = "explain",
        description = "Tells how a macro would be carried out: its passes over the events, and why.",
        footer = {
            "",
            "Statements that need no result of another share one pass over the files. A statement that needs",
            "a trained model or the result of an earlier one waits for it; the columns that it needs are kept,",
            "so that no file is read twice. At the end stands what is expected to be held in memory, and",
            "what would go to temporary files.",
            "",
            "Example:",
            "  winnow explain macros/higgs.wn",
            "  winnow explain macros/higgs.wn --memory 100MB",
            "  winnow explain macros/higgs.wn --json"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MacroArguments arguments = new MacroArguments();

    @Mixin
    private MemoryOption memory = new MemoryOption();

    @Option(names = "--json", description = "Print it as JSON, for programs.")
    private boolean isJson;

    /** Makes the command. */
    public ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        MacroText macro = arguments.read();
        Installation installation = session.install();
        installation.warn(session.terminal());
        Winnow.Checked checked = arguments.check(session, installation.winnow(), macro);
        MacroArguments.draw(checked, session);
        if (checked.program().isEmpty()) {
            return MacroArguments.status(checked.diagnostics());
        }
        Program program = checked.program().get();
        Plan plan = Planner.plan(program);
        Forecast forecast = Forecast.of(program, plan, memory.setting());
        session.terminal().out().print(isJson ? PlanJson.of(program, plan, forecast) : text(program, plan, forecast));
        return Status.DONE;
    }

    private String text(Program program, Plan plan, Forecast forecast) {
        Explanation explanation = new Explanation(program, plan, forecast, session.terminal());
        boolean isSet = memory.setting().isPresent() || program.memory().isPresent();
        return explanation.text() + explanation.section("memory", new Expectation(forecast, isSet).lines());
    }
}
