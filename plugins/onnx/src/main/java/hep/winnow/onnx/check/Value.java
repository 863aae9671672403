package hep.winnow.onnx.check;

import hep.winnow.onnx.proto.ElementType;
import hep.winnow.onnx.proto.TensorData;
import java.util.Arrays;

/**
 * A value while a graph is carried out.
 *
 * @param type of its numbers; each is as that type has it
 * @param dims extents
 * @param data numbers in row-major order; truth values as 0 and 1
 */
record Value(ElementType type, int[] dims, double[] data) {
    Value {
        if (Arrays.stream(dims).reduce(1, Math::multiplyExact) != data.length) {
            throw new IllegalArgumentException(
                    "a value of extents " + Arrays.toString(dims) + " has " + data.length + " numbers");
        }
        for (int i = 0; i < data.length; i++) {
            data[i] = type.round(data[i]);
        }
    }

    static Value of(TensorData constant) {
        int[] dims = constant.dims().stream().mapToInt(Math::toIntExact).toArray();
        return new Value(constant.type(), dims, constant.values().clone());
    }

    int dim(int axis) {
        return dims[axis < 0 ? axis + dims.length : axis];
    }

    /** Returns how many numbers stand between neighbours along an axis. */
    int stride(int axis) {
        int stride = 1;
        for (int a = axis + 1; a < dims.length; a++) {
            stride *= dims[a];
        }
        return stride;
    }
}
