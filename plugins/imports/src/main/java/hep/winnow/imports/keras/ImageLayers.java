package hep.winnow.imports.keras;

import hep.winnow.imports.json.JsonValue;
import hep.winnow.imports.keras.net.Convolution;
import hep.winnow.imports.keras.net.Places;
import hep.winnow.imports.keras.net.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads layers that look at images, rows x columns x channels, or at sequences, steps x channels, which are images of one row. */
final class ImageLayers {
    static final String LAST =
            "rebuild the net with data_format=\"channels_last\", or export it to ONNX where it was trained";

    private static final int GREATEST = 1 << 16;
    /** Numbers that all windows of an event see together. */
    private static final long MOST_SEEN = 1L << 28;

    private final LayerReader reader;
    private final String backend;

    ImageLayers(LayerReader reader, String backend) {
        this.reader = reader;
        this.backend = backend;
    }

    Value convolution(LayerSpec spec, Weights.Tensors tensors, Value x) {
        if (spec.integer(1, "groups") != 1) {
            throw spec.error("it has " + spec.integer(1, "groups") + " groups, expected 1", LayerReader.REBUILD);
        }
        int rank = rank(spec, x);
        int[] size = spec.find("nb_row").isPresent()
                ? new int[] {spec.integer(0, "nb_row"), spec.integer(0, "nb_col")}
                : extents(spec, rank, "kernel_size", "filter_length");
        int[] stride = spec.find("strides", "subsample", "subsample_length").isPresent()
                ? extents(spec, rank, "strides", "subsample", "subsample_length")
                : ones(rank);
        int[] dilation = spec.find("dilation_rate").isPresent() ? extents(spec, rank, "dilation_rate") : ones(rank);
        Places places = places(spec, x, size, stride, dilation);
        int filters = spec.integer(-1, "filters", "nb_filter");
        Tensor kernel = tensors.get("kernel", 0);
        int[] expected = rank == 1
                ? new int[] {size[0], x.channels(), filters}
                : new int[] {size[0], size[1], x.channels(), filters};
        DenseLayers.expect(spec, kernel, expected);
        double[] bias = DenseLayers.bias(spec, tensors, filters);
        double[] values = backend.equals("theano") ? turned(kernel.values(), places.covered()) : kernel.values();
        return reader.add(spec, new Convolution(places, values, bias), shape(rank, places, filters), x);
    }

    /** Theano turns its kernels round, by both axes at once. */
    private static double[] turned(double[] kernel, int covered) {
        int run = kernel.length / covered;
        double[] turned = new double[kernel.length];
        for (int k = 0; k < covered; k++) {
            System.arraycopy(kernel, k * run, turned, (covered - 1 - k) * run, run);
        }
        return turned;
    }

    Value pool(LayerSpec spec, Value x, boolean isGreatest) {
        int rank = rank(spec, x);
        int[] size = extents(spec, rank, "pool_size", "pool_length");
        int[] stride = spec.find("strides", "stride").isPresent() ? extents(spec, rank, "strides", "stride") : size;
        Places places = places(spec, x, size, stride, ones(rank));
        return reader.add(spec, new Pool(places, isGreatest), shape(rank, places, x.channels()), x);
    }

    Value wholePool(LayerSpec spec, Value x, boolean isGreatest) {
        int rank = rank(spec, x);
        int[] size = Arrays.copyOf(x.shape(), rank);
        Places places = places(spec, x, size, ones(rank), ones(rank));
        int[] flat = {x.channels()};
        int[] shape = spec.isSet(false, "keepdims") ? shape(rank, places, x.channels()) : flat;
        return reader.add(spec, new Pool(places, isGreatest), shape, x);
    }

    /** Returns how many axes the windows have: 1 or 2. */
    private static int rank(LayerSpec spec, Value x) {
        int rank = spec.className().contains("1D") ? 1 : 2;
        if (x.shape().length != rank + 1) {
            throw spec.error(
                    "it is given " + Tensor.text(x.shape()) + " numbers, expected "
                            + (rank == 1 ? "steps x channels" : "rows x columns x channels"),
                    "the file is damaged, or the input's shape is not in it");
        }
        String order = spec.text("channels_last", "data_format", "dim_ordering");
        if (!order.equals("channels_last") && !order.equals("tf")) {
            throw spec.error("data_format is " + order + ", expected channels_last", LAST);
        }
        return rank;
    }

    private static Places places(LayerSpec spec, Value x, int[] size, int[] stride, int[] dilation) {
        String padding = spec.text("valid", "padding", "border_mode");
        if (!padding.equals("valid") && !padding.equals("same")) {
            throw spec.error("padding is '" + padding + "', expected 'valid' or 'same'", LayerReader.REBUILD);
        }
        int rank = size.length;
        Places.Axis[] axes = new Places.Axis[rank];
        for (int a = 0; a < rank; a++) {
            axes[a] = Places.Axis.of(x.shape()[a], size[a], stride[a], dilation[a], padding.equals("same"));
            if (axes[a].count() < 1) {
                throw spec.error(
                        "its window of " + Tensor.text(size) + " does not fit " + Tensor.text(x.shape()),
                        "the file is damaged");
            }
        }
        Places places = rank == 1
                ? new Places(1, x.shape()[0], x.channels(), Places.Axis.each(1), axes[0])
                : new Places(x.shape()[0], x.shape()[1], x.channels(), axes[0], axes[1]);
        if ((double) places.count() * places.covered() * x.channels() > MOST_SEEN) {
            throw spec.error("its windows see more than " + MOST_SEEN + " numbers of an event", "is the file damaged?");
        }
        return places;
    }

    private static int[] shape(int rank, Places places, int channels) {
        return rank == 1
                ? new int[] {places.columns().count(), channels}
                : new int[] {places.rows().count(), places.columns().count(), channels};
    }

    private static int[] ones(int rank) {
        int[] ones = new int[rank];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Returns a setting that is one number for all axes, or one for each. */
    private static int[] extents(LayerSpec spec, int rank, String... names) {
        Optional<JsonValue> found = spec.find(names);
        if (found.isEmpty()) {
            throw spec.error("it has no " + names[0], "the file is damaged");
        }
        List<JsonValue> items = found.get().isList() ? found.get().items() : List.of(found.get());
        if (items.size() != 1 && items.size() != rank) {
            throw spec.error(names[0] + " has " + items.size() + " numbers, expected " + rank, "the file is damaged");
        }
        int[] extents = new int[rank];
        for (int a = 0; a < rank; a++) {
            extents[a] = items.get(items.size() == 1 ? 0 : a).integer(1, GREATEST);
        }
        return extents;
    }
}
