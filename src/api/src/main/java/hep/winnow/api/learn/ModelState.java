package hep.winnow.api.learn;

import java.util.List;
import java.util.Map;

/**
 * A model at rest.
 *
 * @param learner kind of the learner that made it, such as {@code mlp}; the {@link ModelReader} of that name reads it
 * @param settings what shapes it: strings, booleans, longs, doubles, and lists of them
 * @param tensors its numbers, in an order of the learner's choice
 */
public record ModelState(String learner, Map<String, Object> settings, List<Tensor> tensors) {
    public ModelState {
        settings = Map.copyOf(settings);
        tensors = List.copyOf(tensors);
    }

    /** Returns the tensor of that name. */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tensor '" + name + "'; there are "
                        + tensors.stream().map(Tensor::name).toList()));
    }

    /** Returns the setting of that name as text. */
    public String text(String name) {
        return String.valueOf(setting(name));
    }

    /** Returns the setting of that name, which must be there. */
    public Object setting(String name) {
        Object value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting '" + name + "'; there are " + settings.keySet());
        }
        return value;
    }

    /** Returns the number of that name. */
    public double number(String name) {
        if (setting(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("setting '" + name + "' is no number: " + setting(name));
    }
}
