package hep.winnow.core.expr;

import hep.winnow.core.expr.NaiveInterpreter.Answer;
import hep.winnow.core.expr.NaiveInterpreter.Value;
import hep.winnow.core.expr.TypedExpr.ListCall;
import hep.winnow.core.expr.function.Kinematics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Functions of lists as one would write them down for one event: the reference of the fast ones. */
final class NaiveLists {
    private NaiveLists() {}

    static Answer call(ListCall node, List<Answer> arguments) {
        Answer list = arguments.get(0);
        List<Value> values = list.values();
        boolean touched = list.touched();
        boolean isOfConditions = node.arguments().get(0).type() == ValueType.BOOLEANS;
        return switch (node.function().usage()) {
            case "count(list)" ->
                number(isOfConditions ? values.stream().filter(Value::truth).count() : values.size(), touched);
            case "size(list)" -> number(values.size(), touched);
            case "sum(list)" -> number(sum(values), touched);
            case "mean(list)" -> number(values.isEmpty() ? Double.NaN : sum(values) / values.size(), touched);
            case "min(list)" -> number(extreme(values, Double.POSITIVE_INFINITY, Math::min), touched);
            case "max(list)" -> number(extreme(values, Double.NEGATIVE_INFINITY, Math::max), touched);
            case "argmin(list)" -> number(best(values, v -> -v.number()), touched);
            case "argmax(list)" -> number(best(values, Value::number), touched);
            case "any(conditions)" -> decide(list, true);
            case "all(conditions)" -> decide(list, false);
            case "first(list)" -> Answer.of(element(list, 0, node.type()));
            case "last(list)" -> Answer.of(element(list, -1, node.type()));
            case "list[index]" -> element(list, arguments.get(1), node.type());
            case "nth(list, index, default=value)" -> nth(list, arguments.get(1), arguments.get(2), node.type());
            case "list[conditions]" -> pick(list, arguments.get(1));
            case "list[indexes]" -> take(list, arguments.get(1), node.type());
            case "sort(list, by=keys, descending=true)" -> sort(list, arguments.get(1), isTrue(arguments.get(2)));
            case "argsort(list, descending=true)" -> argsort(list, isTrue(arguments.get(1)));
            case "concat(list, other)" -> {
                List<Value> both = new ArrayList<>(values);
                both.addAll(arguments.get(1).values());
                yield Answer.of(both, list.lost() || arguments.get(1).lost());
            }
            case "position(list)" -> indexes(IntStream.range(0, values.size()), touched);
            case "pair_first(list)" -> indexes(combinations(values.size(), 2).map(c -> c[0]), touched);
            case "pair_second(list)" -> indexes(combinations(values.size(), 2).map(c -> c[1]), touched);
            case "triple_first(list)" -> indexes(combinations(values.size(), 3).map(c -> c[0]), touched);
            case "triple_second(list)" -> indexes(combinations(values.size(), 3).map(c -> c[1]), touched);
            case "triple_third(list)" -> indexes(combinations(values.size(), 3).map(c -> c[2]), touched);
            case "cross_first(list, other)" -> cross(list, arguments.get(1), true);
            case "cross_second(list, other)" -> cross(list, arguments.get(1), false);
            case "nearest(eta, phi, other_eta, other_phi)" -> nearest(arguments, true);
            case "nearest_delta_r(eta, phi, other_eta, other_phi)" -> nearest(arguments, false);
            default -> throw new AssertionError(node.function().usage());
        };
    }

    private static Answer number(double x, boolean touched) {
        return Answer.of(Value.of(x, touched));
    }

    private static double sum(List<Value> values) {
        double sum = 0;
        for (Value v : values) {
            sum += v.number();
        }
        return sum;
    }

    private static double extreme(List<Value> values, double start, java.util.function.DoubleBinaryOperator f) {
        return values.isEmpty()
                ? Double.NaN
                : values.stream().mapToDouble(Value::number).reduce(start, f);
    }

    private static double best(List<Value> values, ToDoubleFunction<Value> score) {
        if (values.isEmpty() || values.stream().anyMatch(v -> Double.isNaN(v.number()))) {
            return Double.NaN;
        }
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = score.applyAsDouble(values.get(i)) > score.applyAsDouble(values.get(best)) ? i : best;
        }
        return best;
    }

    private static Answer decide(Answer list, boolean isAny) {
        boolean touched = list.lost();
        for (Value v : list.values()) {
            touched |= v.touched();
            if (v.truth() == isAny) {
                return Answer.of(Value.of(isAny, touched));
            }
        }
        return Answer.of(Value.of(!isAny, touched));
    }

    private static Value missing(ValueType type) {
        return switch (type.element()) {
            case BOOLEAN -> Value.of(false, true);
            case STRING -> Value.of("", false);
            default -> Value.of(Double.NaN, false);
        };
    }

    private static boolean isThere(double index, int size) {
        return index % 1 == 0 && index >= -size && index < size;
    }

    private static Value element(Answer list, double index, ValueType type) {
        int size = list.values().size();
        Value found = isThere(index, size) ? list.at((int) (index < 0 ? size + index : index)) : missing(type);
        return plain(found).touchedToo(list.lost());
    }

    /** What is taken out of a list is a number or condition of its own: no exact whole number of a column. */
    private static Value plain(Value value) {
        return value.touchedToo(false);
    }

    private static Answer element(Answer list, Answer index, ValueType type) {
        Value at = index.value();
        return Answer.of(element(list, at.number(), type).touchedToo(at.touched()));
    }

    private static Answer nth(Answer list, Answer index, Answer otherwise, ValueType type) {
        Value at = index.value();
        Value found = isThere(at.number(), list.values().size())
                ? element(list, at.number(), type)
                : plain(otherwise.value());
        return Answer.of(found.touchedToo(at.touched() || list.lost()));
    }

    private static Answer pick(Answer list, Answer mask) {
        List<Value> kept = IntStream.range(0, list.values().size())
                .filter(i -> mask.at(i).truth())
                .mapToObj(i -> plain(list.at(i)))
                .toList();
        return Answer.of(kept, list.lost() || mask.touched());
    }

    private static Answer take(Answer list, Answer indexes, ValueType type) {
        Answer bare = Answer.of(list.values(), false);
        List<Value> taken = indexes.values().stream()
                .map(i -> element(bare, i.number(), type))
                .toList();
        return Answer.of(taken, list.lost() || indexes.touched());
    }

    private static List<Integer> order(Answer keys, boolean isDescending) {
        List<Integer> present = new ArrayList<>();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < keys.values().size(); i++) {
            (Double.isNaN(keys.at(i).number()) ? missing : present).add(i);
        }
        Comparator<Integer> rising = Comparator.comparingDouble(i -> keys.at(i).number());
        present.sort(isDescending ? rising.reversed() : rising);
        present.addAll(missing);
        return present;
    }

    private static Answer sort(Answer list, Answer keys, boolean isDescending) {
        List<Value> sorted =
                order(keys, isDescending).stream().map(i -> plain(list.at(i))).toList();
        return Answer.of(sorted, list.lost() || keys.touched());
    }

    private static Answer argsort(Answer list, boolean isDescending) {
        return indexes(order(list, isDescending).stream().mapToInt(i -> i), list.touched());
    }

    private static Answer indexes(IntStream indexes, boolean lost) {
        return Answer.of(indexes.mapToObj(i -> Value.of((double) i, false)).toList(), lost);
    }

    private static Answer indexes(java.util.stream.Stream<Integer> indexes, boolean lost) {
        return indexes(indexes.mapToInt(i -> i), lost);
    }

    private static java.util.stream.Stream<int[]> combinations(int n, int of) {
        List<int[]> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (of == 2) {
                    out.add(new int[] {i, j});
                }
                for (int k = j + 1; of == 3 && k < n; k++) {
                    out.add(new int[] {i, j, k});
                }
            }
        }
        return out.stream();
    }

    private static Answer cross(Answer list, Answer other, boolean isFirst) {
        int m = other.values().size();
        IntStream all = IntStream.range(0, list.values().size() * m).map(i -> isFirst ? i / m : i % m);
        return indexes(all, list.touched() || other.touched());
    }

    private static Answer nearest(List<Answer> arguments, boolean isIndex) {
        Answer eta = arguments.get(0);
        Answer phi = arguments.get(1);
        Answer otherEta = arguments.get(2);
        Answer otherPhi = arguments.get(3);
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < eta.values().size(); i++) {
            List<Double> distances = new ArrayList<>();
            for (int k = 0; k < otherEta.values().size(); k++) {
                distances.add(Kinematics.deltaR(
                        eta.at(i).number(),
                        phi.at(i).number(),
                        otherEta.at(k).number(),
                        otherPhi.at(k).number()));
            }
            boolean isKnown = !Double.isNaN(eta.at(i).number())
                    && !Double.isNaN(phi.at(i).number())
                    && distances.stream().noneMatch(d -> Double.isNaN(d));
            double least = distances.stream().mapToDouble(d -> d).min().orElse(Double.POSITIVE_INFINITY);
            double index = distances.isEmpty() ? Double.NaN : distances.indexOf(least);
            out.add(Value.of(isKnown ? (isIndex ? index : least) : Double.NaN, false));
        }
        return Answer.of(out, arguments.stream().anyMatch(Answer::touched));
    }

    private static boolean isTrue(Answer flag) {
        return flag.value().truth();
    }
}
