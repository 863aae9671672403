import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.core.expr.Compiler;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.expr.Names;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Evaluates a cut on columns a to c in memory again and again, and prints the seconds of the thread of each time and, the first time, how many events passed: ROWS BLOCK ROUNDS CUT */
public final class Selecting {
    private static final String NAMES = "abc";

    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[0]);
        int block = Integer.parseInt(arguments[1]);
        List<Map<String, Column>> blocks = blocks(rows, block);
        Evaluator evaluator = new Evaluator(List.of(compile(arguments[3])));
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long passed = 0;
            for (Map<String, Column> columns : blocks) {
                int n = columns.get("a").size();
                boolean[] mask = evaluator
                        .evaluate(n, input -> columns.get(input.name()), scalar -> 0)
                        .mask(0);
                passed += round == 0 ? count(mask) : mask[0] ? 1 : 0;
            }
            long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            System.out.println((end - start) / 1e9 + " " + passed);
        }
    }

    private static long count(boolean[] mask) {
        long count = 0;
        for (boolean holds : mask) {
            count += holds ? 1 : 0;
        }
        return count;
    }

    /** Returns numbers from 0 to 2, a few thousand of each column at a time, as a source hands them over. */
    private static List<Map<String, Column>> blocks(int rows, int block) {
        List<Map<String, Column>> blocks = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int at = 0; at < rows; at += block) {
            Map<String, Column> columns = new HashMap<>();
            for (String name : NAMES.split("")) {
                double[] values = new double[Math.min(block, rows - at)];
                for (int i = 0; i < values.length; i++) {
                    values[i] = 2 * random.nextDouble();
                }
                columns.put(name, new Column.Doubles(values));
            }
            blocks.add(columns);
        }
        return blocks;
    }

    private static TypedExpr compile(String cut) {
        List<hep.winnow.api.diagnostic.Diagnostic> problems = new ArrayList<>();
        Expr parsed = Parser.parseExpression("cut", cut, problems).orElseThrow();
        return new Compiler(new FunctionTable(List.of()), problems).compile(parsed, new Columns()).orElseThrow();
    }

    private static final class Columns implements Names {
        @Override
        public Optional<TypedExpr> name(Expr.NameRef ref) {
            boolean isColumn = NAMES.contains(ref.name());
            return isColumn
                    ? Optional.of(TypedExpr.Input.of(ref.name(), ref.name(), ColumnType.DOUBLE, ""))
                    : Optional.empty();
        }

        @Override
        public List<String> candidates() {
            return List.of(NAMES.split(""));
        }

        @Override
        public String where() {
            return "no such column";
        }
    }
}
