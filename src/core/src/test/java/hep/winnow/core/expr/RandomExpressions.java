package hep.winnow.core.expr;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.function.EventFunction;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.lang.Expr.BinaryOp;
import hep.winnow.core.lang.Expr.CompareOp;
import hep.winnow.core.lang.Expr.UnaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes expressions of every kind of node, with shared parts and defines, over columns of every type with every nasty value. */
final class RandomExpressions {
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        -1,
        2,
        3,
        -2,
        0.5,
        22,
        1e-7,
        1e300,
        4e-320,
        16,
        17,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final long[] LONGS = {
        0,
        1,
        -1,
        9007199254740992L,
        9007199254740993L,
        9007199254740994L,
        -9007199254740993L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final String[] TEXTS = {"", "a", "b", "say \"hi\"", "a\\b", "tab\there\nline"};
    private static final BinaryOp[] ARITHMETIC = {
        BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.DIVIDE, BinaryOp.MODULO, BinaryOp.POWER
    };

    static final Map<String, ColumnType> COLUMNS = columnTypes();
    static final Map<String, Double> SCALARS = Map.of("best.cut", 0.5, "best.z", Double.NaN);

    private final RandomStream random;
    private final List<EventFunction> functions = new FunctionTable(List.of()).all();
    private final Map<String, List<TypedExpr>> made =
            Map.of("NUMBER", new ArrayList<>(), "BOOLEAN", new ArrayList<>(), "STRING", new ArrayList<>());

    RandomExpressions(RandomStream random) {
        this.random = random;
    }

    private static Map<String, ColumnType> columnTypes() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        types.put("x", ColumnType.DOUBLE);
        types.put("jet 1 pt", ColumnType.DOUBLE);
        types.put("m", ColumnType.DOUBLE);
        types.put("and", ColumnType.FLOAT);
        types.put("n_b", ColumnType.INT);
        types.put("event", ColumnType.LONG);
        types.put("run", ColumnType.LONG);
        types.put("tight", ColumnType.BOOLEAN);
        types.put("maybe", ColumnType.BOOLEAN);
        types.put("tag", ColumnType.STRING);
        types.put("true", ColumnType.STRING);
        return types;
    }

    Map<String, Column> columns(int n) {
        Map<String, Column> columns = new LinkedHashMap<>();
        COLUMNS.forEach((name, type) -> columns.put(name, column(name, type, n)));
        return columns;
    }

    Column column(String name, ColumnType type, int n) {
        double[] doubles = new double[n];
        float[] floats = new float[n];
        int[] ints = new int[n];
        long[] longs = new long[n];
        boolean[] booleans = new boolean[n];
        String[] strings = new String[n];
        for (int i = 0; i < n; i++) {
            doubles[i] = random.nextInt(2) == 0 ? pick(NUMBERS) : random.nextGaussian();
            floats[i] = (float) doubles[i];
            ints[i] = random.nextInt(7) - 3;
            longs[i] = LONGS[random.nextInt(LONGS.length)];
            booleans[i] = random.nextInt(2) == 0;
            strings[i] = TEXTS[random.nextInt(TEXTS.length)];
        }
        return switch (type) {
            case DOUBLE -> new Column.Doubles(doubles);
            case FLOAT -> new Column.Floats(floats);
            case INT -> new Column.Ints(ints);
            case LONG -> new Column.Longs(longs);
            // a column of conditions in which some are missing comes as numbers
            case BOOLEAN -> name.equals("maybe") ? new Column.Doubles(doubles) : new Column.Booleans(booleans);
            case STRING -> new Column.Strings(strings);
        };
    }

    /** Returns an expression of at most {@code depth} levels, shared parts not counted. */
    TypedExpr next(ValueType type, int depth) {
        List<TypedExpr> known = Workbench.get(made, type.name());
        if (!known.isEmpty() && random.nextInt(8) == 0) {
            return known.get(random.nextInt(known.size()));
        }
        TypedExpr expr = depth == 0 ? leaf(type) : node(type, depth - 1);
        if (random.nextInt(6) == 0) {
            expr = new TypedExpr.Named("d" + random.nextInt(100), expr);
        }
        known.add(expr);
        return expr;
    }

    private TypedExpr leaf(ValueType type) {
        if (type == ValueType.NUMBER && random.nextInt(10) == 0) {
            String name = random.nextInt(4) == 0 ? "best.z" : "best.cut";
            return new TypedExpr.Scalar(name, name);
        }
        if (random.nextInt(3) == 0) {
            return constant(type);
        }
        List<TypedExpr> inputs = new ArrayList<>();
        COLUMNS.forEach((name, columnType) -> {
            TypedExpr.Input input = TypedExpr.Input.of(name, name, columnType, "");
            if (input.type() == type) {
                inputs.add(input);
            }
        });
        return inputs.get(random.nextInt(inputs.size()));
    }

    TypedExpr constant(ValueType type) {
        return switch (type) {
            case BOOLEAN -> TypedExpr.Constant.of(random.nextInt(2) == 0);
            case STRING -> TypedExpr.Constant.of(TEXTS[random.nextInt(TEXTS.length)]);
            default -> {
                long big = LONGS[random.nextInt(LONGS.length)];
                boolean isOdd = (long) (double) big != big || big == Long.MAX_VALUE;
                yield switch (random.nextInt(3)) {
                    case 0 -> TypedExpr.Constant.of(random.nextGaussian() * StrictMath.exp(20 * random.nextGaussian()));
                    case 1 -> new TypedExpr.Constant(ValueType.NUMBER, big, isOdd ? Long.toString(big) : "");
                    default -> TypedExpr.Constant.of(pick(NUMBERS));
                };
            }
        };
    }

    private TypedExpr node(ValueType type, int depth) {
        if (random.nextInt(7) == 0) {
            return new TypedExpr.Select(next(ValueType.BOOLEAN, depth), next(type, depth), next(type, depth));
        }
        return switch (type) {
            case NUMBER -> numberNode(depth);
            case BOOLEAN -> conditionNode(depth);
            default -> leaf(type);
        };
    }

    private TypedExpr numberNode(int depth) {
        int choice = random.nextInt(8);
        if (choice == 0) {
            return new TypedExpr.Unary(UnaryOp.NEGATE, next(ValueType.NUMBER, depth));
        }
        if (choice < 5) {
            BinaryOp op = ARITHMETIC[random.nextInt(ARITHMETIC.length)];
            return new TypedExpr.Binary(op, next(ValueType.NUMBER, depth), next(ValueType.NUMBER, depth));
        }
        return choice < 7 ? call(false, depth) : leaf(ValueType.NUMBER);
    }

    private TypedExpr conditionNode(int depth) {
        int choice = random.nextInt(8);
        if (choice == 0) {
            return new TypedExpr.Unary(UnaryOp.NOT, next(ValueType.BOOLEAN, depth));
        }
        if (choice < 3) {
            BinaryOp op = random.nextInt(2) == 0 ? BinaryOp.AND : BinaryOp.OR;
            return new TypedExpr.Logic(op, next(ValueType.BOOLEAN, depth), next(ValueType.BOOLEAN, depth));
        }
        return choice < 7 ? comparison(depth) : call(true, depth);
    }

    private TypedExpr comparison(int depth) {
        int kind = random.nextInt(6);
        ValueType type = kind == 0 ? ValueType.STRING : kind == 1 ? ValueType.BOOLEAN : ValueType.NUMBER;
        List<TypedExpr> operands = new ArrayList<>(List.of(next(type, depth)));
        List<CompareOp> ops = new ArrayList<>();
        int pairs = 1 + random.nextInt(3) / 2;
        for (int i = 0; i < pairs; i++) {
            CompareOp[] all = CompareOp.values();
            boolean isOrdered = type == ValueType.NUMBER;
            ops.add(
                    isOrdered
                            ? all[random.nextInt(all.length)]
                            : random.nextInt(2) == 0 ? CompareOp.EQUAL : CompareOp.NOT_EQUAL);
            operands.add(next(type, random.nextInt(2) == 0 ? 0 : depth));
        }
        return new TypedExpr.Compare(operands, ops);
    }

    private TypedExpr call(boolean isCondition, int depth) {
        List<EventFunction> fitting =
                functions.stream().filter(f -> f.isCondition() == isCondition).toList();
        EventFunction function = fitting.get(random.nextInt(fitting.size()));
        int count = function.minArguments();
        if (function.maxArguments() == Integer.MAX_VALUE
                && function.checkArguments(count + 1).isEmpty()) {
            count += random.nextInt(2);
        }
        List<TypedExpr> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean asCondition = function.takesConditions() && random.nextInt(2) == 0;
            arguments.add(next(asCondition ? ValueType.BOOLEAN : ValueType.NUMBER, depth));
        }
        return new TypedExpr.Call(function, arguments);
    }

    private double pick(double[] values) {
        return values[random.nextInt(values.length)];
    }
}
