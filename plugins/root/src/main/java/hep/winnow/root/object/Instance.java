package hep.winnow.root.object;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that was read, by the names of its members; those of its bases are among them.
 *
 * @param className of the object
 * @param members values: Long, Double, String, long[], double[], Instance, or a List of these
 */
public record Instance(String className, Map<String, Object> members) {
    private static final long[] NO_LONGS = {};
    private static final double[] NO_DOUBLES = {};

    /** Returns a whole number; 0 if it is not there. */
    public long integer(String name) {
        Object value = members.get(name);
        return value instanceof Number n ? n.longValue() : 0;
    }

    /** Returns a number; 0 if it is not there. */
    public double number(String name) {
        Object value = members.get(name);
        return value instanceof Number n ? n.doubleValue() : 0;
    }

    /** Returns a text; empty if it is not there. */
    public String text(String name) {
        return members.get(name) instanceof String s ? s : "";
    }

    /** Returns whole numbers; none if they are not there. */
    public long[] integers(String name) {
        return members.get(name) instanceof long[] a ? a : NO_LONGS;
    }

    /** Returns numbers; none if they are not there. */
    public double[] numbers(String name) {
        return members.get(name) instanceof double[] a ? a : NO_DOUBLES;
    }

    /** Returns an object; null if it is not there. */
    public @Nullable Instance object(String name) {
        return members.get(name) instanceof Instance i ? i : null;
    }

    /** Returns the objects of a list; those that are not there, or of no known class, are left out. */
    public List<Instance> objects(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(Instance.class::isInstance)
                        .map(Instance.class::cast)
                        .toList()
                : List.of();
    }
}
