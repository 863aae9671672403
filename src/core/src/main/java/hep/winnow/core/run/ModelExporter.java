package hep.winnow.core.run;

import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelInput;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.run.Facts;
import hep.winnow.api.text.Rounding;
import hep.winnow.core.macro.Action;
import hep.winnow.core.model.Contracts;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a model for other programs. */
final class ModelExporter {
    private ModelExporter() {}

    static void export(Engine engine, Context context, FittedModel model, Action.ExportModel export) {
        SavedModel saved = ModelSaver.saved(engine, model);
        ModelContract contract = Contracts.of(model.decl().name(), saved);
        String file = String.valueOf(Path.of(export.file().name()).getFileName());
        List<ModelWriter.Written> written = new ArrayList<>();
        context.write(
                export.file(), path -> written.add(export.writer().write(path, file, contract, export.options())));
        ModelWriter.Written what = written.get(0);
        warnOfSentinels(context, contract);
        what.warnings().forEach(context::warn);
        context.result(
                model.decl().name(),
                new Facts()
                        .put("file", export.file().name())
                        .put("format", export.writer().name())
                        .put("inputs", contract.inputNames())
                        .put("outputs", contract.outputNames())
                        .put("greatest_difference", what.difference().orElse(Double.NaN))
                        .put("facts", what.facts()));
        int events = contract.testInputs().size();
        String check = what.difference().isPresent()
                ? "the scores of " + events + " events differ by "
                        + Rounding.shortest(what.difference().getAsDouble(), 2) + " at most"
                : "its self-test holds " + events + " events";
        context.print(
                "exported model " + contract.name() + " to " + export.file().name() + "; " + check);
    }

    /** A formula of a column's sentinel is just a number: whoever computes it must hand over NaN instead. */
    private static void warnOfSentinels(Context context, ModelContract contract) {
        List<String> names = contract.inputs().stream()
                .filter(i -> !i.isColumn() && !i.sentinels().isEmpty())
                .map(ModelInput::name)
                .toList();
        if (!names.isEmpty()) {
            context.warn("model '" + contract.name() + "': outside, "
                    + (names.size() == 1 ? "the input " : "the inputs ") + String.join(", ", names)
                    + " must be given as NaN where a column that it is computed from is missing");
        }
    }
}
