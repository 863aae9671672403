package hep.winnow.core.testing;

import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.ReportStep;
import hep.winnow.api.step.Verb;
import java.nio.file.Files;

/** {@code summary to "s.txt"}: writes what each statement printed. */
@Verb(value = "summary", doc = "Tells of the run.")
public record Summary(@Operand(keyword = "to", doc = "file") OutputFile file) implements ReportStep {
    @Override
    public void report(RunRecord run, StepContext context) {
        StringBuilder out = new StringBuilder();
        run.statements()
                .forEach(s -> out.append(s.line())
                        .append(' ')
                        .append(s.verb())
                        .append('\n')
                        .append(s.text()));
        context.write(file, path -> Files.writeString(path, out.toString()));
    }
}
