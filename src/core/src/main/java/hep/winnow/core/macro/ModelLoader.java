package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.core.expr.ExprText;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.verbs.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Loads models: finds each of their inputs among what the macro has, by name or by how it was computed. */
final class ModelLoader {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;
    private final Function<String, Optional<ModelReader>> readers;

    ModelLoader(
            Symbols symbols, Resolver resolver, List<Diagnostic> out, Function<String, Optional<ModelReader>> readers) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.readers = readers;
    }

    /** Returns the model of a file; empty if it cannot be read or used, which is reported. */
    Optional<ModelDecl> load(StepStatement step, Load load) {
        Span place = Places.operand(step, "from");
        try {
            SavedModel saved = ModelFile.read(load.from().path(), readers);
            List<ColumnExpression> inputs = new ArrayList<>();
            for (InputSpec input : saved.inputs()) {
                input(input, place).ifPresent(inputs::add);
            }
            if (inputs.size() < saved.inputs().size()) {
                return Optional.empty();
            }
            return Optional.of(new ModelDecl(
                    load.name(),
                    saved.learner(),
                    saved.task(),
                    inputs,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(saved),
                    saved.targets(),
                    saved.furtherOutputs(),
                    saved.pipeline().model() instanceof GenerativeModel,
                    Optional.empty()));
        } catch (UserError e) {
            out.add(CheckCode.UNREADABLE_FILE.at(place, e.message(), e.help()));
            return Optional.empty();
        }
    }

    private Optional<ColumnExpression> input(InputSpec input, Span place) {
        Optional<TypedExpr> found = symbols.value(new Expr.NameRef(input.name(), false, place))
                .filter(v -> References.models(v).isEmpty())
                .or(() -> computed(input, place));
        if (found.isPresent()
                && (found.get().type() == ValueType.STRING || found.get().type().isList())) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the model needs '" + input.name() + "', which is "
                            + found.get().type().text() + " here",
                    "set its type where it is read, or define it as a number"));
            return Optional.empty();
        }
        found.ifPresent(t -> warnOfChange(input, t, place));
        return found.map(t -> new ColumnExpression(input.name(), Sentinels.apply(t, input.sentinels()), input.unit()));
    }

    /** A column that has another name now may be defined by its old one; a formula should be what it was. */
    private void warnOfChange(InputSpec input, TypedExpr found, Span place) {
        if (!(found instanceof TypedExpr.Named) || input.expression().equals(input.name())) {
            return;
        }
        String text = ExprText.print(found);
        if (!text.equals(input.expression())) {
            out.add(CheckCode.OTHER_INPUT.at(
                    place,
                    "'" + input.name() + "' is defined as " + text + ", and was " + input.expression()
                            + " when the model was trained",
                    "define it as it was, or be sure that it means the same"));
        }
    }

    /** Computes an input as it was when the model was trained. */
    private Optional<TypedExpr> computed(InputSpec input, Span place) {
        List<String> lacking = input.columns().stream()
                .filter(c -> symbols.column(c).isEmpty())
                .toList();
        Optional<Expr> expr = Parser.parseExpression("input " + input.name(), input.expression(), new ArrayList<>());
        if (lacking.isEmpty() && expr.isPresent()) {
            Findings problems = new Findings();
            Optional<TypedExpr> typed = resolver.typed(expr.get(), symbols, problems);
            if (typed.isPresent()) {
                return typed;
            }
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the model needs '" + input.name() + "', which cannot be computed as it was: "
                            + (problems.isEmpty() ? "" : problems.get(0).message()),
                    "it is " + input.expression()));
        } else if (!symbols.lacksColumns()) {
            out.add(CheckCode.MODEL_INPUT.at(
                    place,
                    "the model needs '" + input.name() + "', which is neither a column nor a define",
                    help(input, lacking)));
        }
        return Optional.empty();
    }

    private String help(InputSpec input, List<String> lacking) {
        List<String> near = lacking.stream()
                .flatMap(c ->
                        Suggestions.nearest(c, symbols.expressionNames())
                                .map(n -> "'" + n + "' for '" + c + "'")
                                .stream())
                .toList();
        String made = input.expression().equals(input.name())
                ? "no sample has such a column"
                : "it is " + input.expression() + ", and there is no column " + String.join(", ", lacking);
        return made + (near.isEmpty() ? "" : "; is it " + String.join(", ", near) + "? Then define it by that name");
    }
}
