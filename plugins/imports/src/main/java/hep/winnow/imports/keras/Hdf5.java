package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An HDF5 file in memory. Whatever it claims, no more is taken than its size justifies; links to other places are not followed. */
final class Hdf5 {
    static final String DAMAGED = "copy it again; h5dump -H shows what is in it";

    /** Packed data are at most so many times smaller than what they hold. */
    private static final long RATIO = 1032;

    private static final long SLACK = 1 << 16;

    private final HdfFile file;
    private final long bytes;

    private Hdf5(HdfFile file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    static Hdf5 open(byte[] bytes) {
        return new Hdf5(HdfFile.fromBytes(bytes), bytes.length);
    }

    Group root() {
        return file;
    }

    /** Returns what a path of names leads to from a group. */
    static Optional<Node> find(Group from, List<String> path) {
        Node at = from;
        for (String name : path) {
            Node next = at instanceof Group group ? group.getChildren().get(name) : null;
            if (next == null || next.isLink()) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /** Returns the text of an attribute, whether it is kept as bytes or as text. */
    Optional<String> text(Node node, String name) {
        Optional<Object> data = attribute(node, name);
        if (data.isPresent() && data.get() instanceof String[] one && one.length == 1) {
            return Optional.of(one[0]);
        }
        return data.filter(String.class::isInstance).map(String.class::cast);
    }

    /** Returns the texts of an attribute, or of several that share them: {@code weight_names0}, {@code weight_names1}, …; none if there is none. */
    List<String> texts(Node node, String name) {
        if (node.getAttributes().containsKey(name)) {
            return list(node, name);
        }
        List<String> all = new ArrayList<>();
        for (int part = 0; node.getAttributes().containsKey(name + part); part++) {
            all.addAll(list(node, name + part));
        }
        return all;
    }

    private List<String> list(Node node, String name) {
        Optional<Object> data = attribute(node, name);
        if (data.isPresent() && data.get() instanceof String[] texts) {
            return Arrays.asList(texts);
        }
        return data.filter(String.class::isInstance)
                .map(s -> List.of((String) s))
                .orElse(List.of());
    }

    private Optional<Object> attribute(Node node, String name) {
        Attribute found = node.getAttributes().get(name);
        if (found == null || found.isEmpty() || found.getSize() == 0) {
            return Optional.empty();
        }
        if (found.getSizeInBytes() > bytes) {
            throw UserError.data(
                    "the attribute " + name + " claims " + found.getSizeInBytes() + " bytes of a file of " + bytes,
                    DAMAGED);
        }
        return Optional.ofNullable(found.getData());
    }

    /** Returns the numbers of a dataset. */
    Tensor tensor(Dataset dataset) {
        String where = dataset.getPath();
        if (!(dataset.getDataType() instanceof FloatingPoint type) || type.getSize() != 4 && type.getSize() != 8) {
            throw UserError.data(
                    where + " holds " + dataset.getDataType().getClass().getSimpleName() + " of "
                            + dataset.getDataType().getSize() + " bytes, expected float32 or float64",
                    "save a copy of the model in float32");
        }
        check(dataset, where);
        Object data = dataset.isScalar() ? dataset.getData() : dataset.getDataFlat();
        double[] values = doubles(data);
        if (values.length != dataset.getSize()) {
            throw UserError.data(where + " has " + values.length + " numbers, expected " + dataset.getSize(), DAMAGED);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw UserError.data(
                        where + " holds " + values[i] + " at place " + i + ", expected finite numbers",
                        "did the training diverge? If not, the file is damaged");
            }
        }
        return new Tensor(where, dataset.getDimensions(), values, type.getSize() == 8);
    }

    private void check(Dataset dataset, String where) {
        boolean isPacked = dataset instanceof ChunkedDataset;
        long claimed = dataset.getDataType().getSize();
        for (int extent : dataset.getDimensions()) {
            claimed = extent < 0 || claimed > Integer.MAX_VALUE ? Long.MAX_VALUE / 2 : claimed * extent;
        }
        if (dataset instanceof ChunkedDataset chunked) {
            long chunk = dataset.getDataType().getSize();
            for (int extent : chunked.getChunkDimensions()) {
                chunk = extent <= 0 || chunk > Integer.MAX_VALUE ? Long.MAX_VALUE / 2 : chunk * extent;
            }
            claimed = Math.max(claimed, chunk);
        }
        long end = dataset instanceof ContiguousDataset contiguous && claimed > 0
                ? contiguous.getDataAddress() + claimed
                : claimed;
        if (claimed > (isPacked ? bytes * RATIO + SLACK : bytes) || !isPacked && end > bytes) {
            throw UserError.data(
                    where + " claims " + Tensor.text(dataset.getDimensions()) + " numbers, more than the file can hold",
                    DAMAGED);
        }
    }

    private static double[] doubles(Object data) {
        if (data instanceof double[] wide) {
            return wide;
        }
        if (data instanceof Number one) {
            return new double[] {one.doubleValue()};
        }
        float[] narrow = (float[]) data;
        double[] wide = new double[narrow.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = narrow[i];
        }
        return wide;
    }
}
