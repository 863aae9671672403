package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.expr.TypedExpr.Binary;
import hep.winnow.core.expr.TypedExpr.Compare;
import hep.winnow.core.expr.TypedExpr.ListCall;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes expressions over two collections, of which each event has a few elements, many or none, and over values per event. */
final class RandomLists {
    private static final List<String> COLLECTIONS = List.of("jet", "mu");
    private static final List<ColumnType> TYPES = List.of(ColumnType.values());

    private final RandomStream random;
    private final RandomExpressions scalars;

    RandomLists(RandomStream random) {
        this.random = random;
        this.scalars = new RandomExpressions(random);
    }

    /** Where lists are of one length: a collection, or what was chosen of one by conditions or indexes. */
    private interface Domain {
        TypedExpr leaf(ValueType element, int depth);
    }

    static FakeNames names() {
        FakeNames names = new FakeNames();
        RandomExpressions.COLUMNS.forEach(names::column);
        COLLECTIONS.forEach(c -> TYPES.forEach(t -> names.lists(c + "_" + t, t)));
        return names;
    }

    Map<String, Column> columns(int events) {
        Map<String, Column> columns = scalars.columns(events);
        for (String collection : COLLECTIONS) {
            int[] offsets = new int[events + 1];
            for (int e = 0; e < events; e++) {
                int length = random.nextInt(5) == 0 ? random.nextInt(60) : random.nextInt(4);
                offsets[e + 1] = offsets[e] + length;
            }
            for (ColumnType type : TYPES) {
                String name = collection + "_" + type;
                columns.put(name, new Column.Lists(offsets, scalars.column(name, type, offsets[events])));
            }
        }
        return columns;
    }

    /** Returns a value per event. */
    TypedExpr value(ValueType type, int depth) {
        if (depth == 0) {
            return scalars.next(type, 1);
        }
        Domain domain = domain(depth - 1);
        if (type == ValueType.BOOLEAN) {
            int choice = random.nextInt(5);
            return choice == 0
                    ? compare(List.of(value(ValueType.NUMBER, depth - 1), value(ValueType.NUMBER, depth - 1)))
                    : choice == 1
                            ? element(ValueType.BOOLEAN, domain, depth)
                            : call(choice < 4 ? "any" : "all", list(ValueType.BOOLEAN, domain, depth - 1));
        }
        String[] reductions = {"count", "size", "sum", "mean", "min", "max", "argmin", "argmax", "first", "last"};
        int choice = random.nextInt(reductions.length + 4);
        if (type == ValueType.STRING || choice >= reductions.length + 2) {
            return element(type, domain, depth);
        }
        if (choice >= reductions.length) {
            return new Binary(BinaryOp.ADD, value(type, depth - 1), value(type, depth - 1));
        }
        boolean isOfConditions = choice < 3 && random.nextInt(2) == 0;
        ValueType element = isOfConditions ? ValueType.BOOLEAN : ValueType.NUMBER;
        return call(reductions[choice], list(element, domain, depth - 1));
    }

    private TypedExpr element(ValueType type, Domain domain, int depth) {
        TypedExpr list = list(type, domain, depth - 1);
        TypedExpr index = random.nextInt(3) == 0
                ? value(ValueType.NUMBER, depth - 1)
                : TypedExpr.Constant.of(random.nextInt(7) - 3);
        return random.nextInt(2) == 0
                ? new ListCall(ListFunctions.ELEMENT, List.of(list, index))
                : new ListCall(ListFunctions.NTH, List.of(list, index, value(type, 0)));
    }

    /** Returns a list of values per event. */
    TypedExpr list(ValueType element, int depth) {
        return list(element, domain(depth), depth);
    }

    private TypedExpr list(ValueType element, Domain domain, int depth) {
        if (depth == 0 || element == ValueType.STRING) {
            return random.nextInt(12) == 0 && element == ValueType.STRING
                    ? reordered(element, domain, 0)
                    : domain.leaf(element, depth);
        }
        if (random.nextInt(8) == 0) {
            return reordered(element, domain, depth - 1);
        }
        if (random.nextInt(8) == 0) {
            TypedExpr condition = list(ValueType.BOOLEAN, domain, depth - 1);
            return new TypedExpr.Select(condition, list(element, domain, depth - 1), operand(element, domain, depth));
        }
        return element == ValueType.NUMBER ? numbers(domain, depth) : conditions(domain, depth);
    }

    private TypedExpr reordered(ValueType element, Domain domain, int depth) {
        TypedExpr list = list(element, domain, depth);
        TypedExpr keys = list(ValueType.NUMBER, domain, depth);
        TypedExpr flag = TypedExpr.Constant.of(random.nextInt(2) == 0);
        return random.nextInt(2) == 0
                ? new ListCall(function("sort"), List.of(list, keys, flag))
                : new ListCall(
                        ListFunctions.TAKE, List.of(list, new ListCall(function("argsort"), List.of(keys, flag))));
    }

    private TypedExpr numbers(Domain domain, int depth) {
        BinaryOp[] ops = {BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.DIVIDE, BinaryOp.POWER};
        int choice = random.nextInt(8);
        if (choice == 0) {
            return new TypedExpr.Unary(UnaryOp.NEGATE, list(ValueType.NUMBER, domain, depth - 1));
        }
        if (choice == 1) {
            return call("position", list(ValueType.NUMBER, domain, depth - 1));
        }
        if (choice == 2) {
            return new TypedExpr.Call(
                    new FunctionTable(List.of()).find("max").orElseThrow(),
                    List.of(list(ValueType.NUMBER, domain, depth - 1), operand(ValueType.NUMBER, domain, depth)));
        }
        TypedExpr left = list(random.nextInt(4) == 0 ? ValueType.BOOLEAN : ValueType.NUMBER, domain, depth - 1);
        TypedExpr right = operand(ValueType.NUMBER, domain, depth);
        BinaryOp op = ops[random.nextInt(ops.length)];
        return random.nextInt(2) == 0 ? new Binary(op, left, right) : new Binary(op, right, left);
    }

    private TypedExpr conditions(Domain domain, int depth) {
        int choice = random.nextInt(6);
        if (choice == 0) {
            return new TypedExpr.Unary(UnaryOp.NOT, list(ValueType.BOOLEAN, domain, depth - 1));
        }
        if (choice < 3) {
            BinaryOp op = random.nextInt(2) == 0 ? BinaryOp.AND : BinaryOp.OR;
            TypedExpr list = list(ValueType.BOOLEAN, domain, depth - 1);
            TypedExpr other = operand(ValueType.BOOLEAN, domain, depth);
            return random.nextInt(2) == 0 ? new TypedExpr.Logic(op, list, other) : new TypedExpr.Logic(op, other, list);
        }
        List<TypedExpr> operands = new ArrayList<>(List.of(list(ValueType.NUMBER, domain, depth - 1)));
        for (int i = random.nextInt(2); i < 2; i++) {
            operands.add(random.nextInt(3) == 0 ? operands.size() : 0, operand(ValueType.NUMBER, domain, depth));
        }
        return compare(operands);
    }

    /** Returns a list of the domain, or a value per event that stands for all its elements. */
    private TypedExpr operand(ValueType element, Domain domain, int depth) {
        return random.nextInt(2) == 0
                ? list(element, domain, depth - 1)
                : random.nextInt(3) == 0 ? scalars.constant(element) : value(element, depth - 1);
    }

    private TypedExpr compare(List<TypedExpr> operands) {
        CompareOp[] all = CompareOp.values();
        List<CompareOp> ops = new ArrayList<>();
        for (int i = 1; i < operands.size(); i++) {
            ops.add(all[random.nextInt(all.length)]);
        }
        return new Compare(operands, ops);
    }

    private Domain domain(int depth) {
        int choice = depth == 0 ? 0 : random.nextInt(8);
        String collection = COLLECTIONS.get(random.nextInt(2));
        Domain plain = (element, d) -> column(collection, element);
        if (choice < 3) {
            return plain;
        }
        if (choice < 5) {
            TypedExpr mask = list(ValueType.BOOLEAN, plain, depth - 1);
            return (element, d) ->
                    new ListCall(ListFunctions.PICK, List.of(list(element, plain, Math.min(d, depth - 1)), mask));
        }
        if (random.nextInt(4) == 0) {
            return (element, d) -> new ListCall(
                    function("concat"),
                    List.of(list(element, plain, Math.min(d, depth - 1)), column(COLLECTIONS.get(0), element)));
        }
        TypedExpr indexes = indexes(choice, collection, depth);
        return (element, d) ->
                new ListCall(ListFunctions.TAKE, List.of(list(element, plain, Math.min(d, depth - 1)), indexes));
    }

    private TypedExpr indexes(int choice, String collection, int depth) {
        String[] combinations = {"pair_first", "pair_second", "triple_first", "triple_second", "triple_third"};
        String other = COLLECTIONS.get(random.nextInt(2));
        TypedExpr few = pickFew(collection);
        if (choice == 5) {
            return call(combinations[random.nextInt(combinations.length)], few);
        }
        if (choice == 6) {
            String which = random.nextInt(2) == 0 ? "cross_first" : "cross_second";
            return new ListCall(function(which), List.of(few, pickFew(other)));
        }
        return random.nextInt(2) == 0
                ? list(ValueType.NUMBER, (element, d) -> column(other, element), depth - 1)
                : new ListCall(
                        function(random.nextInt(2) == 0 ? "nearest" : "nearest_delta_r"),
                        List.of(
                                column(collection, ValueType.NUMBER),
                                column(collection, ValueType.NUMBER),
                                column(other, ValueType.NUMBER),
                                column(other, ValueType.NUMBER)));
    }

    /** Triples of sixty are too many for a test. */
    private TypedExpr pickFew(String collection) {
        TypedExpr list = column(collection, ValueType.NUMBER);
        TypedExpr few = new Compare(List.of(call("position", list), TypedExpr.Constant.of(5)), List.of(CompareOp.LESS));
        return new ListCall(ListFunctions.PICK, List.of(list, few));
    }

    private TypedExpr column(String collection, ValueType element) {
        List<ColumnType> fitting = TYPES.stream()
                .filter(t -> TypedExpr.Input.of("", "", t, "").type() == element)
                .toList();
        ColumnType type = fitting.get(random.nextInt(fitting.size()));
        String name = collection + "_" + type;
        return TypedExpr.Input.ofLists(name, name, type, "");
    }

    private static TypedExpr call(String name, TypedExpr list) {
        return new ListCall(function(name), List.of(list));
    }

    private static ListFunction function(String name) {
        return ListFunctions.find(name).orElseThrow();
    }
}
