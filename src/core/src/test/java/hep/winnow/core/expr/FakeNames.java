package hep.winnow.core.expr;

import hep.winnow.api.event.ColumnType;
import hep.winnow.core.lang.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resolver that knows what a test tells it. */
final class FakeNames implements Names {
    private final Map<String, TypedExpr> known = new LinkedHashMap<>();
    private final Map<String, TypedExpr> fields = new LinkedHashMap<>();

    FakeNames column(String name, ColumnType type) {
        known.put(name, TypedExpr.Input.of(name, name, type, ""));
        return this;
    }

    FakeNames lists(String name, ColumnType type) {
        known.put(name, TypedExpr.Input.ofLists(name, name, type, ""));
        return this;
    }

    FakeNames numbers(String... names) {
        for (String name : names) {
            column(name, ColumnType.DOUBLE);
        }
        return this;
    }

    FakeNames define(String name, TypedExpr body) {
        known.put(name, new TypedExpr.Named(name, body));
        return this;
    }

    FakeNames broken(String name) {
        known.put(name, new TypedExpr.Broken());
        return this;
    }

    FakeNames scalar(String target, String field) {
        String name = target + "." + field;
        fields.put(name, new TypedExpr.Scalar(name, name));
        return this;
    }

    @Override
    public Optional<TypedExpr> name(Expr.NameRef ref) {
        return Optional.ofNullable(known.get(ref.name()));
    }

    @Override
    public Optional<TypedExpr> field(Expr.Field field) {
        return field.target() instanceof Expr.NameRef ref
                ? Optional.ofNullable(
                        fields.get(ref.name() + "." + field.field().text()))
                : Optional.empty();
    }

    @Override
    public Optional<TypedExpr> index(Expr.Index index) {
        return index.target() instanceof Expr.NameRef ref && ref.name().equals("nn")
                ? Optional.of(TypedExpr.Input.of("nn[0]", "nn[0]", ColumnType.DOUBLE, ""))
                : Optional.empty();
    }

    @Override
    public Optional<TypedExpr> call(Expr.Call call) {
        return call.function().text().equals("auc")
                ? Optional.of(new TypedExpr.Scalar("auc(nn, test)", "auc"))
                : Optional.empty();
    }

    @Override
    public List<String> candidates() {
        return new ArrayList<>(known.keySet());
    }

    @Override
    public String where() {
        return "no such column or define in sig, bkg";
    }
}
