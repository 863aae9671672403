package hep.winnow.core.run;

import hep.winnow.api.step.OutputFile;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.access.Outputs;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.References;
import java.nio.file.Path;

/** What a run writes, before any event is read: it must be allowed, and must not be what is read. */
final class WrittenFiles {
    private WrittenFiles() {}

    /** Checks all of a program's files; the first that may not be written ends the run. */
    static void check(Program program, FileAccess access, Path out) {
        Outputs outputs = new Outputs(access, program.inputs());
        for (Planned statement : program.statements()) {
            for (OutputFile file : References.outputs(statement.bound().value())) {
                Path target = out.resolve(file.name()).normalize();
                Guard.statement(statement, () -> {
                    outputs.check(target);
                    outputs.overwriting(target).ifPresent(e -> {
                        throw e;
                    });
                });
            }
        }
    }
}
