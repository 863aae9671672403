package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.Task;
import hep.winnow.core.expr.Names;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.Units;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.lookup.LookupTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What names mean in an expression: columns, defines, models, results of statements, measures. */
final class ExpressionNames implements Names {
    private static final int MAX_OUTPUTS = 1_000_000;

    private final Symbols symbols;
    private final List<Diagnostic> out;
    private final Function<Expr.Call, Optional<TypedExpr>> measures;

    /**
     * Makes a resolver.
     *
     * @param measures the scalar of a measure's call; empty if there is no such measure, broken if it was reported
     */
    ExpressionNames(Symbols symbols, List<Diagnostic> out, Function<Expr.Call, Optional<TypedExpr>> measures) {
        this.symbols = symbols;
        this.out = out;
        this.measures = measures;
    }

    @Override
    public Optional<TypedExpr> name(Expr.NameRef ref) {
        String name = ref.name();
        Optional<TypedExpr> value = symbols.value(ref);
        ModelDecl model = symbols.models().get(name);
        if (model != null && !model.hasScore() && !ref.isQuoted()) {
            return broken(
                    CheckCode.NOT_A_VALUE,
                    ref.span(),
                    "model '" + name + "' has several outputs",
                    "write one of them: " + String.join(", ", outputs(model)));
        }
        if (value.isPresent()) {
            return value;
        }
        if (symbols.sample(name).isPresent() || symbols.regions().containsKey(name)) {
            return broken(
                    CheckCode.NOT_A_VALUE,
                    ref.span(),
                    "'" + name + "' names events, where a value per event is asked for",
                    "");
        }
        if (symbols.isNested(name)) {
            return broken(
                    CheckCode.NOT_A_VALUE,
                    ref.span(),
                    "column '" + name + "' holds lists of lists",
                    "formulas take columns of one value or one list per event");
        }
        List<String> fields = symbols.fields().get(name);
        if (fields != null) {
            return broken(
                    CheckCode.NOT_A_VALUE,
                    ref.span(),
                    "'" + name + "' is no value",
                    fields.isEmpty()
                            ? "it has no numbers to ask for"
                            : "ask for one of its numbers: " + name + "." + String.join(", " + name + ".", fields));
        }
        return symbols.isBroken(name) || symbols.lacksColumns() && !isConstant(name)
                ? Optional.of(new TypedExpr.Broken())
                : Optional.empty();
    }

    private static boolean isConstant(String name) {
        return Units.value(name).isPresent();
    }

    @Override
    public Optional<TypedExpr> field(Expr.Field field) {
        if (!(field.target() instanceof Expr.NameRef owner)) {
            return Optional.empty();
        }
        ModelDecl model = symbols.models().get(owner.name());
        if (model != null && !owner.isQuoted()) {
            return named(model, field.field());
        }
        LookupTable table = symbols.tables().get(owner.name());
        if (table != null && !owner.isQuoted()) {
            return broken(
                    CheckCode.UNKNOWN_FIELD,
                    owner.span(),
                    "'" + owner.name() + "' is a table, which is asked by its keys",
                    "write " + table.usage() + "." + field.field().text());
        }
        List<String> fields = symbols.fields().get(owner.name());
        if (fields == null && symbols.isBroken(owner.name())) {
            return Optional.of(new TypedExpr.Broken());
        }
        if (fields == null) {
            return broken(
                    CheckCode.UNKNOWN_FIELD,
                    owner.span(),
                    "'" + owner.name() + "' has no fields",
                    Suggestions.nearest(owner.name(), symbols.fields().keySet())
                            .map(n -> "did you mean '" + n + "'?")
                            .orElse("a name such as 'best' of 'optimise best = …' has"));
        }
        if (!fields.contains(field.field().text())) {
            return broken(
                    CheckCode.UNKNOWN_FIELD,
                    field.field().span(),
                    "'" + owner.name() + "' has no field '" + field.field().text() + "'",
                    fields.isEmpty() ? "it has none" : "its fields are " + String.join(", ", fields));
        }
        String text = owner.name() + "." + field.field().text();
        return Optional.of(new TypedExpr.Scalar(
                text, new Columns.FieldKey(owner.name(), field.field().text())));
    }

    private Optional<TypedExpr> named(ModelDecl model, Ident output) {
        int index = model.namedOutputs().indexOf(output.text());
        if (index >= 0) {
            return Optional.of(model.named(index));
        }
        return broken(
                CheckCode.UNKNOWN_FIELD,
                output.span(),
                "model '" + model.name() + "' has no output '" + output.text() + "'",
                model.namedOutputs().isEmpty()
                        ? "write " + model.name() + " alone"
                        : Suggestions.nearest(output.text(), model.namedOutputs())
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse("it has " + String.join(", ", outputs(model))));
    }

    private static List<String> outputs(ModelDecl model) {
        return model.namedOutputs().stream().map(o -> model.name() + "." + o).toList();
    }

    @Override
    public Optional<TypedExpr> index(Expr.Index index) {
        if (index.target() instanceof Expr.NameRef owner && symbols.models().containsKey(owner.name())) {
            return output(symbols.models().get(owner.name()), index.index());
        }
        if (index.target() instanceof Expr.NameRef owner && symbols.isBroken(owner.name())) {
            return Optional.of(new TypedExpr.Broken());
        }
        return Optional.empty();
    }

    private Optional<TypedExpr> output(ModelDecl model, Expr index) {
        if (model.task() != Task.MULTICLASS) {
            return broken(
                    CheckCode.UNKNOWN_FIELD,
                    index.span(),
                    "model '" + model.name() + (model.hasScore() ? "' has one output" : "' has outputs with names"),
                    model.hasScore()
                            ? "write " + model.name() + " alone"
                            : "write " + outputs(model).get(0));
        }
        if (index instanceof Expr.NumberLiteral number && number.isInteger() && number.value() < MAX_OUTPUTS) {
            int output = (int) number.value();
            return Optional.of(model.main(output));
        }
        return broken(
                CheckCode.UNKNOWN_FIELD, index.span(), "the output of a model is chosen by a whole number from 0", "");
    }

    @Override
    public Optional<TypedExpr> call(Expr.Call call) {
        String name = call.function().text();
        boolean isLost = symbols.broken().contains(name) && !symbols.tables().containsKey(name);
        return isLost ? Optional.of(new TypedExpr.Broken()) : measures.apply(call);
    }

    @Override
    public Optional<LookupTable> table(String name) {
        return Optional.ofNullable(symbols.tables().get(name));
    }

    @Override
    public List<String> tables() {
        return List.copyOf(symbols.tables().keySet());
    }

    @Override
    public List<String> candidates() {
        return symbols.expressionNames();
    }

    @Override
    public String where() {
        if (symbols.samples().isEmpty()) {
            return "no sample has been read yet";
        }
        return "no such column or define in "
                + String.join(
                        ", ", symbols.samples().stream().map(SampleDecl::name).toList());
    }

    private Optional<TypedExpr> broken(CheckCode code, Span span, String message, String help) {
        out.add(code.at(span, message, help));
        return Optional.of(new TypedExpr.Broken());
    }
}
