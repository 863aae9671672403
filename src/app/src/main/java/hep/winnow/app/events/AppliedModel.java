package hep.winnow.app.events;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFiles;
import hep.winnow.core.model.ModelSource;
import hep.winnow.core.model.SavedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model, of Winnow or another program, with what {@code --inputs} says of its inputs.
 *
 * @param model with its inputs
 * @param source where it lies
 * @param isImported whether another program made it
 * @param given formulas from outside, by the name of the input
 * @param notes what whoever uses it should know
 */
record AppliedModel(
        SavedModel model, ModelSource source, boolean isImported, Map<String, String> given, List<String> notes) {
    AppliedModel {
        given = Map.copyOf(given);
        notes = List.copyOf(notes);
    }

    /**
     * Opens a model file.
     *
     * @param inputs formulas, all in order or some by name; empty for none
     * @param choice what is chosen of a model of another program
     */
    static AppliedModel open(ModelFiles files, Path file, String inputs, ImportedFile.Choice choice) {
        ModelFiles.Opened opened = files.open(file);
        if (opened instanceof ModelFiles.Own own) {
            if (!choice.equals(ImportedFile.Choice.NONE)) {
                throw UserError.macro(
                        "--output, --classes and --variant are for models of other programs; this is one of Winnow",
                        "leave them out");
            }
            List<InputSpec> specs = own.model().inputs();
            Map<String, String> given =
                    given(inputs, specs.stream().map(InputSpec::name).toList());
            List<InputSpec> named = specs.stream()
                    .map(s -> new InputSpec(
                            s.name(),
                            given.getOrDefault(s.name(), s.expression()),
                            s.unit(),
                            s.columns(),
                            s.sentinels()))
                    .toList();
            return new AppliedModel(
                    own.model().withInputs(named), own.source(), own.model().isImported(), given, List.of());
        }
        ImportedFile imported = ((ModelFiles.Foreign) opened).file();
        List<ForeignInput> foreign = imported.model().inputs();
        Map<String, String> given =
                given(inputs, foreign.stream().map(ForeignInput::name).toList());
        List<InputSpec> specs = foreign.stream().map(i -> spec(i, given)).toList();
        List<String> notes = imported.model().notes().stream()
                .filter(note -> choice.variant().isEmpty() || !note.contains("variant="))
                .toList();
        return new AppliedModel(imported.with(specs, choice), opened.source(), true, given, notes);
    }

    private static InputSpec spec(ForeignInput input, Map<String, String> given) {
        String expression = given.getOrDefault(input.name(), input.expression());
        if (expression.isEmpty()) {
            throw UserError.data(
                    input.isNamed()
                            ? "the model needs '" + input.name() + "', which is " + input.origin()
                                    + ", and the language has no such formula"
                            : "the model file does not name its inputs, of which one is '" + input.name() + "'",
                    "say what they are: --inputs a,b,c in the order of the training, or --inputs 'NAME = FORMULA'");
        }
        return new InputSpec(input.name(), expression, input.unit(), List.of(), Map.of());
    }

    /** Tells whether the formula of an input counts even if there is a column of its name. */
    boolean isFormula(InputSpec input) {
        return isImported || given.containsKey(input.name());
    }

    private static Map<String, String> given(String text, List<String> names) {
        Map<String, String> given = new HashMap<>();
        if (text.isBlank()) {
            return given;
        }
        String list = "[" + text + "]";
        List<Diagnostic> problems = new ArrayList<>();
        List<Expr> items = Parser.parseExpression("--inputs", list, problems)
                .map(e -> ((Expr.ListLiteral) e).items())
                .orElseThrow(() -> UserError.macro(
                        "--inputs cannot be understood: " + problems.get(0).message(),
                        "write formulas with commas between them, or NAME = FORMULA"));
        boolean isNamed = items.stream().allMatch(Expr.Pair.class::isInstance);
        if (!isNamed && (items.size() != names.size() || items.stream().anyMatch(Expr.Pair.class::isInstance))) {
            throw UserError.macro(
                    "--inputs has " + items.size() + " entries, the model has " + names.size() + " inputs",
                    "they are, in this order: " + String.join(", ", names) + "; or write NAME = FORMULA");
        }
        for (int i = 0; i < items.size(); i++) {
            Expr item = items.get(i);
            String name = item instanceof Expr.Pair pair ? pair.name().text() : names.get(i);
            Expr value = item instanceof Expr.Pair pair ? pair.value() : item;
            if (!names.contains(name)) {
                throw UserError.macro(
                        "--inputs: the model has no input '" + name + "'",
                        Suggestions.nearest(name, names)
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse("it has " + String.join(", ", names)));
            }
            given.put(name, list.substring(value.span().start(), value.span().end()));
        }
        return given;
    }
}
