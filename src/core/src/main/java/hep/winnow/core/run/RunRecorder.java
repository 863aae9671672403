package hep.winnow.core.run;

import hep.winnow.api.run.RunRecord;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.verbs.HandOver;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps what statements tell, for the record of the run. */
final class RunRecorder {
    private final Program program;
    private final RunOptions options;
    private final Earlier earlier;
    private final RunInputs inputs;
    private final Warnings warnings;
    private final Instant started;
    private final Map<Integer, StatementLog> logs = new LinkedHashMap<>();

    /** Makes a recorder of a run that starts now. */
    RunRecorder(Program program, RunOptions options, Earlier earlier, RunInputs inputs, Warnings warnings) {
        this.program = program;
        this.options = options;
        this.earlier = earlier;
        this.inputs = inputs;
        this.warnings = warnings;
        this.started = options.clock().instant();
        for (Planned statement : program.statements()) {
            logs.put(
                    statement.number(),
                    new StatementLog(statement, program.file().name()));
        }
    }

    /** Returns what a statement tells into. */
    StatementLog log(Planned statement) {
        return Objects.requireNonNull(logs.get(statement.number()));
    }

    /** Returns the record of the run as far as it has gone. */
    RunRecord record() {
        return new RunRecord(
                options.version(),
                program.file().name(),
                program.file().text(),
                Hashes.sha256(program.file().text()),
                program.seed(),
                program.params(),
                earlier.inputsWith(inputs.samples()),
                inputs.sideFiles(),
                earlier.statementsWith(logs.values().stream()
                        .filter(l -> l.statement().number() > earlier.done())
                        .filter(l -> !(l.statement().bound().value() instanceof HandOver))
                        .map(StatementLog::toRecord)
                        .toList()),
                warnings.all(),
                started,
                Duration.between(started, options.clock().instant()).toNanos() / 1e9,
                options.threads());
    }
}
