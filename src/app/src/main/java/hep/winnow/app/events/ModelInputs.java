package hep.winnow.app.events;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.core.expr.Compiler;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.Names;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.UnequalLists;
import hep.winnow.core.expr.UnitConversion;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.SavedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The inputs of a model, made of the columns of a file. */
final class ModelInputs {
    private final List<InputSpec> specs;
    private final List<ColumnInfo> schema;
    private final Evaluator evaluator;

    private ModelInputs(List<InputSpec> specs, List<ColumnInfo> schema, List<TypedExpr> expressions) {
        this.specs = specs;
        this.schema = schema;
        this.evaluator = new Evaluator(expressions);
    }

    /**
     * Finds each input by name among the columns, or else what it is computed from.
     *
     * @param isFormula of which inputs the formula counts even if there is a column of their name
     * @throws UserError that names all inputs that cannot be had, with the nearest columns
     */
    static ModelInputs of(
            SavedModel model,
            Function<InputSpec, Boolean> isFormula,
            List<ColumnInfo> schema,
            FunctionTable functions) {
        List<TypedExpr> expressions = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (InputSpec spec : model.inputs()) {
            List<Diagnostic> problems = new ArrayList<>();
            Optional<TypedExpr> expression = expression(spec, isFormula.apply(spec), schema, functions, problems);
            expression
                    .map(e -> inUnit(spec, e))
                    .ifPresentOrElse(expressions::add, () -> lacking.add(lack(spec, schema, problems)));
        }
        if (!lacking.isEmpty()) {
            String all = String.join(", ", schema.stream().map(ColumnInfo::name).toList());
            throw UserError.data(
                    "the file lacks " + (lacking.size() == 1 ? "an input" : lacking.size() + " inputs")
                            + " of the model",
                    String.join("\n", lacking) + "\nthe file has " + all
                            + "\nsay by --inputs what an input is: --inputs '"
                            + model.inputs().get(0).name() + " = FORMULA'");
        }
        return new ModelInputs(model.inputs(), schema, expressions);
    }

    private static Optional<TypedExpr> expression(
            InputSpec spec,
            boolean isFormula,
            List<ColumnInfo> schema,
            FunctionTable functions,
            List<Diagnostic> problems) {
        Optional<ColumnInfo> own = column(spec.name(), schema);
        if (own.isPresent() && !isFormula) {
            return own.filter(c -> c.type().isNumeric() && c.depth() == 0).map(ModelInputs::input);
        }
        Optional<Expr> parsed = Parser.parseExpression("input " + spec.name(), spec.expression(), problems);
        return parsed.flatMap(e -> new Compiler(functions, problems).compile(e, new ColumnNames(schema)))
                .filter(t -> !t.type().isList() && t.type() != ValueType.STRING);
    }

    /** Returns an input in the unit in which the model was trained with it. */
    private static TypedExpr inUnit(InputSpec spec, TypedExpr found) {
        String unit = found instanceof TypedExpr.Input column ? column.unit() : "";
        if (unit.isEmpty() || spec.unit().isEmpty() || unit.equals(spec.unit())) {
            return found;
        }
        return UnitConversion.convert(found, unit, spec.unit())
                .orElseThrow(() -> UserError.data(
                        "the model needs '" + spec.name() + "' in " + spec.unit() + ", the file has it in " + unit,
                        "say what it is: --inputs '" + spec.name() + " = FORMULA'"));
    }

    /** Says what an input needs that is not there. */
    private static String lack(InputSpec spec, List<ColumnInfo> schema, List<Diagnostic> problems) {
        if (spec.columns().isEmpty() && !problems.isEmpty()) {
            String formula = spec.expression().equals(spec.name()) ? "" : ", which is " + spec.expression();
            return "it needs '" + spec.name() + "'" + formula + ": "
                    + problems.get(0).message()
                    + (problems.get(0).help().isEmpty()
                            ? ""
                            : "; " + problems.get(0).help());
        }
        List<String> names = schema.stream().map(ColumnInfo::name).toList();
        List<String> gone =
                spec.columns().stream().filter(c -> !names.contains(c)).toList();
        if (gone.isEmpty()) {
            return "'" + spec.name() + "' is no number in the file";
        }
        String what = spec.columns().equals(List.of(spec.name()))
                ? "'" + spec.name() + "'"
                : "'" + spec.name() + "', which is " + spec.expression() + ": there is no " + String.join(", ", gone);
        String near = gone.stream()
                .flatMap(g -> Suggestions.nearest(g, names).stream())
                .distinct()
                .reduce((a, b) -> a + "', '" + b)
                .map(n -> "; is it '" + n + "' here?")
                .orElse("");
        return "it needs " + what + near;
    }

    private static Optional<ColumnInfo> column(String name, List<ColumnInfo> schema) {
        return schema.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private static TypedExpr input(ColumnInfo column) {
        return column.depth() == 0
                ? TypedExpr.Input.of(column.name(), column.name(), column.type(), column.unit())
                : TypedExpr.Input.ofLists(column.name(), column.name(), column.type(), column.unit());
    }

    /** Returns the values of a block of all columns: one array per input, NaN where there is none. */
    double[][] values(EventBlock block) {
        Evaluator.Result result = evaluate(block);
        double[][] values = new double[specs.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.numbers(i);
        }
        return values;
    }

    private Evaluator.Result evaluate(EventBlock block) {
        try {
            return evaluator.evaluate(block.size(), input -> withMissing(input.name(), block), scalar -> {
                throw new IllegalStateException("an input of a model has no scalars: " + scalar.name());
            });
        } catch (UnequalLists e) {
            throw e.at("an event").because(e);
        }
    }

    /** Returns a column with NaN in place of the values that meant "missing" when the model was trained. */
    private Column withMissing(String name, EventBlock block) {
        int at = schema.indexOf(column(name, schema).orElseThrow());
        Column column = block.columns().get(at);
        List<Double> sentinels = specs.stream()
                .map(s -> s.sentinels().getOrDefault(name, List.of()))
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (sentinels.isEmpty() || !column.type().isNumeric()) {
            return column;
        }
        return withMissing(column, sentinels);
    }

    private static Column withMissing(Column column, List<Double> sentinels) {
        if (column instanceof Column.Lists lists) {
            return new Column.Lists(lists.offsets(), withMissing(lists.values(), sentinels));
        }
        double[] out = new double[column.size()];
        for (int i = 0; i < out.length; i++) {
            double x = column.number(i);
            out[i] = sentinels.contains(x) ? Double.NaN : x;
        }
        return new Column.Doubles(out);
    }

    /** Columns of a file as names of an expression. */
    private record ColumnNames(List<ColumnInfo> schema) implements Names {
        @Override
        public Optional<TypedExpr> name(Expr.NameRef ref) {
            return column(ref.name(), schema).filter(c -> c.depth() < 2).map(ModelInputs::input);
        }

        @Override
        public List<String> candidates() {
            return schema.stream().map(ColumnInfo::name).toList();
        }

        @Override
        public String where() {
            return "no such column in the file";
        }
    }
}
