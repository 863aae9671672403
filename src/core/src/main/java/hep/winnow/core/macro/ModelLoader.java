package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFiles;
import hep.winnow.core.model.ModelSource;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.verbs.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loads models: finds each of their inputs among what the macro has, by name or by how it was computed. */
final class ModelLoader {
    private final Symbols symbols;
    private final List<Diagnostic> out;
    private final ModelFiles files;
    private final InputFinder finder;
    private final ImportedInputs imported;
    private final Resolver resolver;

    ModelLoader(
            Symbols symbols, Resolver resolver, List<Diagnostic> out, Function<String, Optional<ModelReader>> readers) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.files = new ModelFiles(resolver.vocabulary().modelFormats(), readers);
        this.finder = new InputFinder(symbols, resolver, out);
        this.imported = new ImportedInputs(symbols, finder, out);
    }

    /** Returns the model of a file; empty if it cannot be read or used, which is reported. */
    Optional<ModelDecl> load(StepStatement step, Load load) {
        try {
            ModelFiles.Opened opened = files.open(readable(load));
            return opened instanceof ModelFiles.Own own
                    ? own(step, load, own)
                    : foreign(step, load, ((ModelFiles.Foreign) opened).file());
        } catch (UserError e) {
            out.add(FileProblems.code(e).at(Places.operand(step, "from"), e.message(), e.help()));
            return Optional.empty();
        }
    }

    private Path readable(Load load) {
        Path file = load.from().path();
        resolver.access().checkRead(file);
        return file;
    }

    private Optional<ModelDecl> own(StepStatement step, Load load, ModelFiles.Own own) {
        SavedModel saved = own.model();
        if (load.output().isPresent()
                || !load.classes().isEmpty()
                || load.variant().isPresent()) {
            out.add(CheckCode.REFUSED.at(
                    step.verb().span(),
                    "output=, classes= and variant= are for models of other programs; this is one of Winnow",
                    "leave them out"));
            return Optional.empty();
        }
        List<String> names = saved.inputs().stream().map(InputSpec::name).toList();
        InputMapping mapping = InputMapping.of(step, load.inputs(), names, List.of(), out);
        List<ColumnExpression> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            InputSpec input = saved.inputs().get(i);
            boolean isGiven = mapping.expression(i).isPresent();
            Span place = isGiven ? Places.option(step, "inputs") : Places.operand(step, "from");
            Optional<TypedExpr> found = isGiven
                    ? finder.given(input.name(), mapping.expression(i).get())
                    : search(saved, input, place).filter(t -> finder.isNumber(input.name(), t, place));
            found.flatMap(t -> finder.inUnit(input.name(), t, input.unit(), place))
                    .map(t -> new ColumnExpression(input.name(), Sentinels.apply(t, input.sentinels()), input.unit()))
                    .ifPresent(inputs::add);
        }
        return inputs.size() < names.size() || mapping.isBroken()
                ? Optional.empty()
                : Optional.of(decl(load, saved, own.source(), inputs));
    }

    private Optional<ModelDecl> foreign(StepStatement step, Load load, ImportedFile file) {
        ForeignModel model = file.model();
        List<String> names = model.inputs().stream().map(ForeignInput::name).toList();
        List<String> origins = model.inputs().stream().map(ForeignInput::origin).toList();
        InputMapping mapping = InputMapping.of(step, load.inputs(), names, origins, out);
        if (mapping.isBroken()) {
            return Optional.empty();
        }
        Optional<List<ImportedInputs.Found>> found = imported.find(step, model, mapping);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean isChosen = load.variant().isPresent();
        model.notes().stream()
                .filter(note -> !(isChosen && note.contains("variant=")))
                .forEach(note -> out.add(CheckCode.IMPORT_NOTE.at(
                        Places.operand(step, "from"), load.from().text() + ": " + note, "")));
        String output = load.output().map(this::output).orElse("");
        SavedModel saved = file.with(
                found.get().stream().map(ImportedInputs.Found::spec).toList(),
                new ImportedFile.Choice(output, load.classes(), load.variant().orElse("")));
        return Optional.of(decl(
                load,
                saved,
                file.source(),
                found.get().stream().map(ImportedInputs.Found::expression).toList()));
    }

    /** An output is a name, a text or a number. */
    private String output(Expr expr) {
        return expr instanceof Expr.NameRef name ? name.name() : resolver.text(expr);
    }

    private static ModelDecl decl(Load load, SavedModel saved, ModelSource source, List<ColumnExpression> inputs) {
        return new ModelDecl(
                load.name(),
                saved.learner(),
                saved.task(),
                inputs,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ModelDecl.Loaded(saved, source)),
                saved.targets(),
                saved.furtherOutputs(),
                saved.pipeline().model() instanceof GenerativeModel,
                Optional.empty());
    }

    private Optional<TypedExpr> search(SavedModel saved, InputSpec input, Span place) {
        Optional<TypedExpr> named = finder.named(input.name(), place);
        boolean isFormula = saved.isImported()
                && finder.lacking(input.columns()).isEmpty()
                && !(named.isPresent() && named.get() instanceof TypedExpr.Named);
        if (named.isPresent() && !isFormula) {
            finder.warnOfChange(input.name(), input.expression(), named.get(), place);
            return named;
        }
        return computed(input, place);
    }

    /** Computes an input as it was when the model was trained. */
    private Optional<TypedExpr> computed(InputSpec input, Span place) {
        List<String> lacking = finder.lacking(input.columns());
        if (lacking.isEmpty()) {
            Findings problems = new Findings();
            Optional<TypedExpr> typed = finder.computed(input.name(), input.expression(), problems);
            if (typed.isEmpty()) {
                out.add(CheckCode.MODEL_INPUT.at(
                        place,
                        "the model needs '" + input.name() + "', which cannot be computed as it was: "
                                + (problems.isEmpty() ? "" : problems.get(0).message()),
                        "it is " + input.expression()));
            }
            return typed;
        }
        if (!symbols.lacksColumns()) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the model needs '" + input.name() + "', which is neither a column nor a define",
                    help(input, lacking)));
        }
        return Optional.empty();
    }

    private String help(InputSpec input, List<String> lacking) {
        String made = input.expression().equals(input.name())
                ? "no sample has such a column"
                : "it is " + input.expression() + ", and there is no column " + String.join(", ", lacking);
        String near = finder.nearest(lacking);
        return made + near + (near.isEmpty() ? "; say" : " Then say") + " what it is here: inputs=[" + input.name()
                + " = FORMULA]";
    }
}
