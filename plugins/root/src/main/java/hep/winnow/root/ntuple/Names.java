package hep.winnow.root.ntuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of columns: those of the fields that lead to them, with dots between. Members of a base class stand among those of the class, {@code child.x}, as in C++; only where a name would stand for two
 * columns, the base class is named as well, {@code child.Base.x}.
 */
final class Names {
    private final List<List<Field>> paths = new ArrayList<>();

    /** Adds a column. */
    void add(List<Field> path) {
        paths.add(path);
    }

    static List<Field> with(List<Field> path, Field field) {
        List<Field> longer = new ArrayList<>(path);
        longer.add(field);
        return longer;
    }

    /** Returns the name of a path, without base classes. */
    static String plain(List<Field> path) {
        return name(path, 0);
    }

    /** Returns a name with the first few of the base classes. */
    private static String name(List<Field> path, int bases) {
        List<String> words = new ArrayList<>();
        int left = bases;
        for (Field part : path) {
            if (!part.isBase()) {
                words.add(part.name());
            } else if (left > 0) {
                words.add(part.type());
                left--;
            }
        }
        return String.join(".", words);
    }

    private static long bases(List<Field> path) {
        return path.stream().filter(Field::isBase).count();
    }

    /** Returns the names, in the order in which their paths were added; two may still be the same. */
    List<String> settle() {
        int[] shown = new int[paths.size()];
        while (true) {
            Map<String, List<Integer>> byName = new HashMap<>();
            for (int i = 0; i < shown.length; i++) {
                byName.computeIfAbsent(name(paths.get(i), shown[i]), n -> new ArrayList<>())
                        .add(i);
            }
            List<Integer> more = byName.values().stream()
                    .filter(same -> same.size() > 1)
                    .flatMap(List::stream)
                    .filter(i -> shown[i] < bases(paths.get(i)))
                    .toList();
            if (more.isEmpty()) {
                break;
            }
            more.forEach(i -> shown[i]++);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            names.add(name(paths.get(i), shown[i]));
        }
        return names;
    }
}
