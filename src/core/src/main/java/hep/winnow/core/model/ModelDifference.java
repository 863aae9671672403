package hep.winnow.core.model;

import hep.winnow.api.learn.ModelContract;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.learn.Tensor;
import hep.winnow.core.text.Json;
import hep.winnow.core.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something in which two models differ.
 *
 * @param what it is
 * @param first how the first one has it
 * @param second how the second one has it
 */
public record ModelDifference(String what, String first, String second) {
    private static final String NONE = "(none)";

    /** Returns all in which two models differ, the meaning of their scores first, where they come from last; none if they are the same. */
    public static List<ModelDifference> between(SavedModel first, SavedModel second) {
        Map<String, String> a = new TreeMap<>();
        Map<String, String> b = new TreeMap<>();
        List<ModelDifference> out = new ArrayList<>();
        out.addAll(of("", meaning(first), meaning(second)));
        numbers(first, second).ifPresent(out::add);
        scores(first, second).ifPresent(out::add);
        first.options().forEach(a::put);
        second.options().forEach(b::put);
        out.addAll(of("setting ", a, b));
        out.addAll(of("provenance ", provenance(first), provenance(second)));
        return out;
    }

    private static List<ModelDifference> of(String prefix, Map<String, String> a, Map<String, String> b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return names.stream()
                .filter(n -> !a.getOrDefault(n, NONE).equals(b.getOrDefault(n, NONE)))
                .map(n -> new ModelDifference(prefix + n, a.getOrDefault(n, NONE), b.getOrDefault(n, NONE)))
                .toList();
    }

    private static Map<String, String> meaning(SavedModel model) {
        Map<String, String> out = new TreeMap<>();
        out.put("learner", model.learner());
        out.put("task", model.task().name().toLowerCase(java.util.Locale.ROOT));
        out.put("classes", String.join(", ", model.classes()));
        out.put("outputs", String.join(", ", model.outputNames("score")));
        out.put("order of inputs", String.join(", ", model.pipeline().inputs()));
        double[] fill = model.pipeline().fill();
        for (int i = 0; i < fill.length; i++) {
            InputSpec spec = model.inputs().get(i);
            String name = "input " + spec.name();
            out.put(name, spec.expression() + (spec.unit().isEmpty() ? "" : " [" + spec.unit() + "]"));
            out.put(name + ", if missing", Numbers.text(fill[i]));
            out.put(name + ", missing where", new TreeMap<>(spec.sentinels()).toString());
        }
        out.put(
                "transforms",
                String.join(
                        ", ",
                        model.pipeline().transforms().stream()
                                .map(t -> t.word())
                                .toList()));
        ModelState state = model.pipeline().model().state();
        state.settings().forEach((name, value) -> out.put("model " + name, String.valueOf(value)));
        return out;
    }

    private static Map<String, String> provenance(SavedModel model) {
        Map<String, String> out = new TreeMap<>();
        model.provenance().values().forEach((name, value) -> out.put(name, Json.writeLine(value)));
        return out;
    }

    /** Numbers are compared bit by bit: weights, transforms and scales. */
    private static Optional<ModelDifference> numbers(SavedModel first, SavedModel second) {
        List<Tensor> a = tensors(first);
        List<Tensor> b = tensors(second);
        long count = a.stream().mapToLong(t -> t.values().length).sum();
        long other = b.stream().mapToLong(t -> t.values().length).sum();
        if (count != other || a.size() != b.size()) {
            return Optional.of(new ModelDifference("numbers", count + " numbers", other + " numbers"));
        }
        long unlike = 0;
        double greatest = 0;
        for (int t = 0; t < a.size(); t++) {
            double[] x = a.get(t).values();
            double[] y = b.get(t).values();
            if (x.length != y.length) {
                return Optional.of(new ModelDifference(
                        "shapes",
                        a.get(t).name() + " " + a.get(t).shape(),
                        b.get(t).name() + " " + b.get(t).shape()));
            }
            for (int i = 0; i < x.length; i++) {
                boolean isSame = Double.compare(x[i], y[i]) == 0;
                unlike += isSame ? 0 : 1;
                greatest = isSame ? greatest : Math.max(greatest, Math.abs(x[i] - y[i]));
            }
        }
        return unlike == 0
                ? Optional.empty()
                : Optional.of(new ModelDifference(
                        "numbers",
                        count + " numbers",
                        unlike + " of them others, by " + Numbers.text(greatest) + " at most"));
    }

    private static List<Tensor> tensors(SavedModel model) {
        List<Tensor> out = new ArrayList<>(model.pipeline().model().state().tensors());
        out.addAll(TransformJson.tensors(model.pipeline()));
        out.add(Tensor.doubles(
                "shift",
                List.of(model.pipeline().shift().length),
                model.pipeline().shift()));
        out.add(Tensor.doubles(
                "factor",
                List.of(model.pipeline().factor().length),
                model.pipeline().factor()));
        return out;
    }

    /** The first one's events, as both score them: inputs go by name. */
    private static Optional<ModelDifference> scores(SavedModel first, SavedModel second) {
        List<String> names = first.pipeline().inputs();
        List<String> others = second.pipeline().inputs();
        boolean isComparable = new TreeSet<>(names).equals(new TreeSet<>(others))
                && first.pipeline().model().outputs()
                        == second.pipeline().model().outputs();
        if (!isComparable) {
            return Optional.empty();
        }
        int[] order = others.stream().mapToInt(names::indexOf).toArray();
        List<double[]> a = first.test().stream().map(first::score).toList();
        List<double[]> b = first.test().stream()
                .map(e ->
                        second.score(Arrays.stream(order).mapToDouble(i -> e[i]).toArray()))
                .toList();
        double difference = ModelContract.difference(a, b);
        return difference == 0
                ? Optional.empty()
                : Optional.of(new ModelDifference(
                        "scores of " + a.size() + " events of the first",
                        "as they were",
                        "others, by " + Numbers.text(difference) + " of their size at most"));
    }
}
