package hep.winnow.core.testing;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.nio.file.Files;
import java.util.List;

/** {@code dump sr columns=[x] to "f.txt"}: writes sample, class, id, weight and columns of each event. */
@Verb(value = "dump", doc = "Writes all that a table holds.")
public record Dump(
        @Operand(doc = "the events") Scope events,
        @Operand(keyword = "to", doc = "file") OutputFile file,
        @Option(doc = "columns") List<EventExpression> columns)
        implements TableStep {
    @Override
    public void run(StepContext context) {
        EventTable table = context.table(events, columns);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < table.size(); i++) {
            out.append(context.samples().get(table.sampleIndex()[i]))
                    .append(' ')
                    .append(table.classIndex()[i])
                    .append(' ')
                    .append(table.id()[i])
                    .append(' ')
                    .append(table.weight()[i]);
            for (int c = 0; c < table.columns(); c++) {
                boolean isText = !table.column(c).type().isNumeric();
                out.append(' ')
                        .append(
                                isText
                                        ? ((Column.Strings) table.column(c)).values()[i]
                                        : Double.toString(table.column(c).number(i)));
            }
            out.append('\n');
        }
        context.write(file, path -> Files.writeString(path, out.toString()));
    }
}
