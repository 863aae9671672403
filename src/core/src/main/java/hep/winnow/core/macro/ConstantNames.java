package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.expr.Names;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What names mean where only constants can stand: nothing; but it can be told why not. */
final class ConstantNames implements Names {
    private static final String HELP = "write a number, a unit, a param, or a formula of them";

    private final Symbols symbols;
    private final Collection<String> params;
    private final MeasureCalls measures;
    private final List<Diagnostic> out;

    ConstantNames(Symbols symbols, Collection<String> params, MeasureCalls measures, List<Diagnostic> out) {
        this.symbols = symbols;
        this.params = params;
        this.measures = measures;
        this.out = out;
    }

    @Override
    public Optional<TypedExpr> name(Expr.NameRef ref) {
        if (symbols.value(ref).isPresent()) {
            return varies(ref, "'" + ref.name() + "' is a value per event, where a constant is asked for");
        }
        return symbols.isBroken(ref.name()) ? Optional.of(new TypedExpr.Broken()) : Optional.empty();
    }

    @Override
    public Optional<TypedExpr> field(Expr.Field field) {
        return varies(field, "this is known only when the macro runs, where a constant is asked for");
    }

    @Override
    public Optional<TypedExpr> index(Expr.Index index) {
        return varies(index, "this is a value per event, where a constant is asked for");
    }

    @Override
    public Optional<TypedExpr> call(Expr.Call call) {
        return measures.isMeasure(call)
                ? varies(call, "this is known only when the macro runs, where a constant is asked for")
                : Optional.empty();
    }

    private Optional<TypedExpr> varies(Expr expr, String message) {
        out.add(CheckCode.NOT_CONSTANT.at(expr.span(), message, HELP));
        return Optional.of(new TypedExpr.Broken());
    }

    @Override
    public List<String> candidates() {
        return List.copyOf(params);
    }

    @Override
    public String where() {
        return "a constant is asked for here: numbers, units, params";
    }
}
