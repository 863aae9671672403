package hep.winnow.acceptance;

import hep.winnow.api.random.RandomStream;
import hep.winnow.core.Winnow;
import hep.winnow.core.expr.Units;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes analyses of what the schemas of all verbs allow, most of it meaningful: samples, columns and models that are there, options of the right kind. Each stream makes one. */
final class RandomAnalysis {
    private static final List<String> COLUMNS = List.of("x", "y", "n", "w", "`tag 1`");
    private static final List<String> HEAD = List.of(
            "read a from \"a.csv\" role=signal weight=w id=[n]",
            "read b from \"b.csv\" role=background weight=w id=[n]",
            "define d = x + 2*y",
            "region r { cut \"first\" : x > 0 }",
            "split r into train=50% valid=25% test=25% by=hash(n)",
            "train m = perceptron on r vars=[x, d]",
            "train f = lda on r vars=[x, y]");

    private final Winnow winnow;
    private final RandomStream random;
    private final Set<String> reached;
    private final StringBuilder out = new StringBuilder("winnow 1\nparam p = 2\nlet k = [x, d]\n");
    private int names;

    private RandomAnalysis(Winnow winnow, RandomStream random, Set<String> reached) {
        this.winnow = winnow;
        this.random = random;
        this.reached = reached;
    }

    /**
     * Makes one.
     *
     * @param reached each verb with its kind, option and form of value that is written is added to it
     */
    static String make(Winnow winnow, RandomStream random, Set<String> reached) {
        RandomAnalysis analysis = new RandomAnalysis(winnow, random, reached);
        HEAD.forEach(line -> analysis.out.append(line).append('\n'));
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            analysis.statement();
        }
        return analysis.out.toString();
    }

    /** Returns all that {@code reached} can have. */
    static List<String> all(Winnow winnow) {
        List<String> all = new ArrayList<>();
        for (StepSchema schema : winnow.vocabulary().steps()) {
            all.add(schema.title());
            schema.record().slots().forEach(s -> all.add(schema.title() + " " + s.name()));
        }
        winnow.vocabulary().measures().forEach(m -> all.add(m.verb() + "("));
        winnow.functions().names().forEach(f -> all.add(f + "("));
        return all;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void statement() {
        StepSchema schema = pick(winnow.vocabulary().steps());
        if (schema.verb().equals("cut")) {
            out.append("region v").append(names++).append(" { ");
            step(schema);
            out.append(" }\n");
            return;
        }
        step(schema);
        if (schema.verb().equals("region")) {
            out.append(" { cut \"c\" : ").append(expression(2)).append(" }");
        }
        out.append('\n');
    }

    private void step(StepSchema schema) {
        reached.add(schema.title());
        out.append(schema.verb());
        RecordSchema record = schema.record();
        boolean hasEquals = !schema.kind().isEmpty()
                || record.slots(Slot.Place.OPERAND).stream()
                        .anyMatch(s -> s.keyword().isEmpty());
        for (Slot name : record.slots(Slot.Place.NAME)) {
            if (!name.isOptional() || chance(2)) {
                reached.add(schema.title() + " " + name.name());
                out.append(" v").append(names++).append(hasEquals ? " =" : "");
            }
        }
        out.append(schema.kind().isEmpty() ? "" : " " + schema.kind());
        for (Slot slot : record.slots(Slot.Place.OPERAND)) {
            if (!slot.isOptional() || chance(2)) {
                reached.add(schema.title() + " " + slot.name());
                out.append(' ').append(slot.keyword().isEmpty() ? "" : slot.keyword() + " ");
                out.append(value(slot, slot.shape(), 2));
            }
        }
        for (Slot slot : record.slots(Slot.Place.CONDITION)) {
            reached.add(schema.title() + " " + slot.name());
            out.append(" : ").append(value(slot, slot.shape(), 2));
        }
        for (Slot slot : record.slots(Slot.Place.OPTION)) {
            boolean isNeeded = !slot.isOptional() && slot.defaultText().isEmpty();
            if (isNeeded || chance(6)) {
                reached.add(schema.title() + " " + slot.name());
                out.append(' ').append(slot.name()).append('=').append(value(slot, slot.shape(), 2));
            }
        }
    }

    private String value(Slot slot, Shape shape, int depth) {
        if (chance(40)) {
            return expression(1);
        }
        if (shape instanceof Shape.Maybe maybe) {
            return value(slot, maybe.element(), depth);
        }
        if (shape instanceof Shape.ListOf list) {
            List<String> items = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                items.add(value(slot, list.element(), depth));
            }
            return "[" + String.join(", ", items) + "]";
        }
        if (shape instanceof Shape.Num number) {
            return number(slot, number.isInteger());
        }
        if (shape instanceof Shape.Bool) {
            return pick(List.of("true", "false"));
        }
        if (shape instanceof Shape.Text) {
            return pick(List.of("\"text\"", "\"{p}\"", "\"\"", "\"m_{ll} [GeV]\""));
        }
        if (shape instanceof Shape.Word word) {
            return pick(word.words());
        }
        if (shape instanceof Shape.OneOf choice) {
            return alternative(pick(choice.alternatives()), depth);
        }
        return special(((Shape.Special) shape).kind());
    }

    private String alternative(Shape.Alternative alternative, int depth) {
        List<String> arguments = new ArrayList<>();
        for (Slot slot : alternative.schema().slots()) {
            boolean isNeeded = slot.defaultText().isEmpty() && !slot.isOptional();
            if (alternative.word().isEmpty()) {
                return value(slot, slot.shape(), depth);
            }
            if (depth > 0 && (isNeeded || chance(2))) {
                arguments.add(slot.name() + "=" + value(slot, slot.shape(), depth - 1));
            }
        }
        return alternative.word() + (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")");
    }

    private String number(Slot slot, boolean isInteger) {
        double low = Math.max(slot.bounds().min(), -1e6);
        double high = Math.min(slot.bounds().max(), 1e6);
        if (isInteger) {
            return String.valueOf((long) (low + random.nextInt(4)));
        }
        return chance(4) ? "p*1" : String.valueOf(Math.round(1000 * (low + (high - low) * 0.25)) / 1000.0);
    }

    private String special(Shape.Special.Kind kind) {
        return switch (kind) {
            case INTERVAL -> pick(List.of("0..3", "-1..1", "p..10", "3..0"));
            case EXPRESSION, LISTS, SYNTAX -> expression(2);
            case SCOPE -> pick(List.of("a", "b", "r", "test", "train", "r.valid", "all"));
            case MODEL -> pick(List.of("m", "f"));
            case OUTPUT -> pick(List.of("\"o.csv\"", "\"o.svg\"", "\"o.wnm\"", "\"o.onnx\"", "\"o.txt\""));
            case INPUT -> pick(List.of("\"a.csv\"", "\"b.csv\"", "\"none.csv\"", "\"t.csv\""));
            case COLUMN -> pick(COLUMNS);
            case NAME, WORD -> pick(List.of("fresh", "other", "r", "nn"));
            case TYPED_COLUMN -> pick(COLUMNS) + "=" + pick(List.of("float", "long", "string", "odd"));
        };
    }

    private String expression(int depth) {
        if (depth == 0) {
            return pick(List.of(
                    "x",
                    "d",
                    "n",
                    "1",
                    "2.5",
                    "p",
                    "`tag 1`",
                    pick(Units.names().stream().toList())));
        }
        String a = expression(depth - 1);
        String b = expression(depth - 1);
        return switch (random.nextInt(10)) {
            case 0 -> a + pick(List.of(" + ", " - ", "*", " / ", "^", " % ")) + b;
            case 1 -> "(" + a + pick(List.of(" < ", " >= ", " == ", " != ")) + b + ")";
            case 2 -> "(not (" + a + " > 1) " + pick(List.of("and", "or")) + " " + b + " < 3)";
            case 3 -> "(" + a + " > 1 ? " + b + " : -" + a + ")";
            case 4, 5 -> call(a, b);
            case 6 -> pick(List.of("m", "f", "m.x", "r.test", "best.cut"));
            case 7 -> "x[" + a + "]";
            default -> a;
        };
    }

    private String call(String a, String b) {
        if (chance(4)) {
            StepSchema measure = pick(winnow.vocabulary().measures());
            reached.add(measure.verb() + "(");
            List<String> arguments = new ArrayList<>();
            for (Slot slot : measure.record().slots(Slot.Place.OPERAND)) {
                arguments.add(value(slot, slot.shape(), 1));
            }
            return measure.verb() + "(" + String.join(", ", arguments) + ")";
        }
        String function = pick(winnow.functions().names());
        reached.add(function + "(");
        return function + "(" + pick(List.of(a, a + ", " + b, a + ", " + b + ", " + a, "")) + ")";
    }
}
