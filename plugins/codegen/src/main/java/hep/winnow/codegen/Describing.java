package hep.winnow.codegen;

import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the comments of a file say of its model. */
final class Describing {
    private Describing() {}

    /** Returns lines on a model as a whole. */
    static List<String> model(ModelContract model) {
        List<String> lines = new ArrayList<>();
        lines.add("The model '" + model.name() + "', a " + model.learner() + " for a "
                + model.task().name().toLowerCase(Locale.ROOT) + " task, as Winnow wrote it. Do not edit.");
        lines.add("");
        if (!model.classes().isEmpty()) {
            lines.add("Classes: " + String.join(", ", model.classes()) + ".");
        }
        lines.add("Outputs: " + String.join(", ", model.outputNames()) + ".");
        lines.add("An input that is missing is NaN; it is filled, or the outputs are NaN, as its comment says.");
        return lines.stream().map(Names::comment).toList();
    }

    /** Returns what an input is, in a line. */
    static String input(ModelInput input) {
        StringBuilder out = new StringBuilder(input.isColumn() ? "the column " + input.name() : input.expression());
        if (!input.unit().isEmpty()) {
            out.append(" [").append(input.unit()).append(']');
        }
        if (input.isColumn() && input.ownSentinels().length > 0) {
            out.append(", missing where it is ").append(input.sentinels().get(input.name()));
        } else if (!input.sentinels().isEmpty()) {
            out.append("; give NaN where a column is missing: ").append(input.sentinels());
        }
        out.append(Double.isNaN(input.fill()) ? "; not filled" : "; filled with " + input.fill());
        return Names.comment(out.toString());
    }
}
