package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Numbers in {@code model.weights.h5}: {@code layers/dense_1/vars/0}. The name of a layer's group is not that of the layer but of its class, with a number where there are several. In files of 2.12 and 2.13 the groups lie below
 * {@code _layer_checkpoint_dependencies} and their numbers have gaps; those written on Windows have backslashes in their names.
 */
final class ArchiveWeights implements Weights {
    private static final List<String> CONTAINERS = List.of("layers", "_layer_checkpoint_dependencies");
    private static final int DEEPEST = 64;
    private static final int MOST = 100_000;

    private final Hdf5 hdf5;
    private final Map<String, List<Dataset>> variables;
    private final String path;

    private ArchiveWeights(Hdf5 hdf5, Map<String, List<Dataset>> variables, String path) {
        this.hdf5 = hdf5;
        this.variables = variables;
        this.path = path;
    }

    static ArchiveWeights of(Hdf5 hdf5) {
        Map<String, List<Dataset>> variables = new TreeMap<>();
        walk(hdf5.root(), "", 0, new int[1], variables);
        return new ArchiveWeights(hdf5, variables, "");
    }

    /** Gathers the datasets of each group {@code vars}, by the path of what it stands in. */
    private static void walk(Group group, String path, int depth, int[] nodes, Map<String, List<Dataset>> out) {
        if (depth > DEEPEST || (nodes[0] += group.getChildren().size()) > MOST) {
            throw UserError.data("its groups nest deeper than " + DEEPEST + ", or are too many", Hdf5.DAMAGED);
        }
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            String name = child.getKey().replace('\\', '/');
            if (!(child.getValue() instanceof Group inner) || inner.isLink()) {
                continue;
            }
            String whole = path.isEmpty() ? name : path + "/" + name;
            if (name.equals("vars") || name.endsWith("/vars")) {
                List<Dataset> found = numbered(inner);
                if (!found.isEmpty()) {
                    out.put(whole.substring(0, Math.max(0, whole.length() - "/vars".length())), found);
                }
            } else {
                walk(inner, whole, depth + 1, nodes, out);
            }
        }
    }

    private static List<Dataset> numbered(Group group) {
        List<Dataset> found = new ArrayList<>();
        while (Hdf5.find(group, List.of(String.valueOf(found.size()))).orElse(null) instanceof Dataset next) {
            found.add(next);
        }
        return found;
    }

    @Override
    public Layers of(List<LayerSpec> layers) {
        List<String> paths = paths(layers);
        return new Layers() {
            @Override
            public Tensors tensors(int layer) {
                return (name, index) -> tensor(layers.get(layer), paths.get(layer), name, index);
            }

            @Override
            public Weights inside(int layer) {
                return new ArchiveWeights(hdf5, variables, paths.get(layer));
            }
        };
    }

    private Tensor tensor(LayerSpec spec, String at, String name, int index) {
        List<Dataset> found = variables.getOrDefault(at, List.of());
        if (index >= found.size()) {
            throw spec.error(
                    "the file has no '" + name + "' of it: " + found.size() + " arrays of numbers below '" + at
                            + "', expected more than " + index,
                    "it is damaged: copy it again");
        }
        return hdf5.tensor(found.get(index));
    }

    /** Returns the paths of the layers' groups: by the numbers of their classes where all that hold numbers are found in this way, else by their order. */
    private List<String> paths(List<LayerSpec> layers) {
        List<String> counted = counted(layers);
        return isComplete(layers, counted) ? counted : ordered(layers).orElse(counted);
    }

    private List<String> counted(List<LayerSpec> layers) {
        Map<String, Integer> used = new HashMap<>();
        List<String> paths = new ArrayList<>();
        String container = container();
        for (LayerSpec layer : layers) {
            String name = snakeCase(layer.className());
            int number = used.merge(name, 1, Integer::sum) - 1;
            paths.add(container + name + (number == 0 ? "" : "_" + number));
        }
        return paths;
    }

    private String container() {
        String base = path.isEmpty() ? "" : path + "/";
        return CONTAINERS.stream()
                .map(c -> base + c + "/")
                .filter(c -> variables.keySet().stream().anyMatch(v -> v.startsWith(c)))
                .findFirst()
                .orElse(base + CONTAINERS.get(0) + "/");
    }

    private boolean isComplete(List<LayerSpec> layers, List<String> paths) {
        for (int i = 0; i < paths.size(); i++) {
            if (layers.get(i).hasWeights() && !has(paths.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean has(String at) {
        return variables.containsKey(at) || variables.keySet().stream().anyMatch(v -> v.startsWith(at + "/"));
    }

    /** Returns the paths by the order of the groups of each class; empty where these are not as many as layers. */
    private Optional<List<String>> ordered(List<LayerSpec> layers) {
        Map<String, List<String>> groups = new HashMap<>();
        Map<String, Integer> used = new HashMap<>();
        String container = container();
        List<String> paths = new ArrayList<>();
        for (LayerSpec layer : layers) {
            String name = snakeCase(layer.className());
            if (!layer.hasWeights()) {
                paths.add(container + name);
                continue;
            }
            List<String> found = groups.computeIfAbsent(name, n -> groups(container, n));
            int number = used.merge(name, 1, Integer::sum) - 1;
            if (number >= found.size()) {
                return Optional.empty();
            }
            paths.add(found.get(number));
        }
        boolean isEven =
                groups.entrySet().stream().allMatch(g -> g.getValue().size() == used.getOrDefault(g.getKey(), 0));
        return isEven ? Optional.of(paths) : Optional.empty();
    }

    private List<String> groups(String container, String name) {
        return variables.keySet().stream()
                .filter(v -> v.startsWith(container))
                .map(v -> v.substring(container.length()).replaceFirst("/.*", ""))
                .filter(v -> v.equals(name) || v.matches(name + "_[0-9]{1,6}"))
                .distinct()
                .sorted(Comparator.comparingInt(
                        v -> v.equals(name) ? 0 : Integer.parseInt(v.substring(name.length() + 1))))
                .map(v -> container + v)
                .toList();
    }

    /** Returns what Keras makes of the name of a class: {@code BatchNormalization} is {@code batch_normalization}, {@code Conv2D} is {@code conv2d}. */
    static String snakeCase(String name) {
        return name.replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
