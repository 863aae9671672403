package hep.winnow.imports.keras;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers in HDF5 files: a group for each layer of the outermost model, whose attribute {@code weight_names} lists datasets such as {@code dense/kernel:0}. The layers of an inner model share its group, and the part before the
 * last slash is the layer.
 */
final class LegacyWeights implements Weights {
    /** What Keras 1 called them. */
    private static final Map<String, String> FIRST_NAMES = Map.of(
            "kernel",
            "W",
            "bias",
            "b",
            "moving_mean",
            "running_mean",
            "moving_variance",
            "running_std",
            "alpha",
            "alphas");

    private final Hdf5 hdf5;
    private final Group group;

    LegacyWeights(Hdf5 hdf5, Group group) {
        this.hdf5 = hdf5;
        this.group = group;
    }

    @Override
    public Layers of(List<LayerSpec> layers) {
        return new Layers() {
            @Override
            public Tensors tensors(int layer) {
                LayerSpec spec = layers.get(layer);
                return (name, index) -> {
                    List<Named> all = named(spec);
                    return find(spec, all, all, name);
                };
            }

            @Override
            public Weights inside(int layer) {
                return new Inner(named(layers.get(layer)));
            }
        };
    }

    /** The numbers of an inner model. */
    private final class Inner implements Weights {
        private final List<Named> all;

        Inner(List<Named> all) {
            this.all = all;
        }

        @Override
        public Layers of(List<LayerSpec> layers) {
            return new Layers() {
                @Override
                public Tensors tensors(int layer) {
                    LayerSpec spec = layers.get(layer);
                    List<Named> own = all.stream()
                            .filter(n -> n.layer().equals(spec.name()))
                            .toList();
                    List<Named> mine = own.isEmpty()
                            ? all.stream().filter(n -> n.layer().isEmpty()).toList()
                            : own;
                    return (name, index) -> find(spec, mine, all, name);
                }

                @Override
                public Weights inside(int layer) {
                    return new Inner(all);
                }
            };
        }
    }

    /** A dataset, and what it is of. */
    private record Named(String path, Dataset dataset) {
        /** Returns the last part, without the number that TensorFlow puts behind a colon. */
        String variable() {
            return path.substring(path.lastIndexOf('/') + 1).replaceFirst(":[0-9]+$", "");
        }

        /** Returns the part before it; empty if there is none. */
        String layer() {
            int end = path.lastIndexOf('/');
            return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        }

        boolean is(String name, String layer) {
            String first = FIRST_NAMES.getOrDefault(name, name);
            return variable().equals(name) || variable().equals(layer + "_" + first);
        }
    }

    private List<Named> named(LayerSpec spec) {
        Optional<Node> found = Hdf5.find(group, parts(spec.name()));
        if (found.isEmpty() || !(found.get() instanceof Group own)) {
            throw spec.error("the file has no group of its weights", "it is damaged: copy it again");
        }
        List<Named> all = new ArrayList<>();
        for (String name : hdf5.texts(own, "weight_names")) {
            Node node = Hdf5.find(own, parts(name)).orElse(null);
            if (!(node instanceof Dataset dataset)) {
                throw spec.error("its weights '" + name + "' are not in the file", "it is damaged: copy it again");
            }
            all.add(new Named(name, dataset));
        }
        return all;
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(p -> !p.isEmpty()).toList();
    }

    private Tensor find(LayerSpec spec, List<Named> own, List<Named> all, String name) {
        List<Named> found = own.stream().filter(n -> n.is(name, spec.name())).toList();
        if (found.size() == 1) {
            return hdf5.tensor(found.get(0).dataset());
        }
        String there = all.isEmpty()
                ? "none"
                : String.join(", ", all.stream().map(Named::path).toList());
        throw spec.error(
                found.isEmpty()
                        ? "the file has no '" + name + "' of it; it has " + there
                        : "the file has several '" + name + "' of it: " + there,
                "give each layer a name of its own, and save the model again");
    }
}
