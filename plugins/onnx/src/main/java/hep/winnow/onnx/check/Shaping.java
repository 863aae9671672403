package hep.winnow.onnx.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Operators that move numbers about, or make one of several. */
final class Shaping {
    private Shaping() {}

    static Value concat(List<Value> values, int axis) {
        int[] dims = values.get(0).dims().clone();
        dims[axis] = values.stream().mapToInt(v -> v.dim(axis)).sum();
        int outer = Arrays.stream(dims).limit(axis).reduce(1, (a, b) -> a * b);
        double[] out = new double[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
        int at = 0;
        for (int o = 0; o < outer; o++) {
            for (Value value : values) {
                int length = value.data().length / outer;
                System.arraycopy(value.data(), o * length, out, at, length);
                at += length;
            }
        }
        return new Value(values.get(0).type(), dims, out);
    }

    static Value gather(Value x, Value indices, int axis) {
        int inner = x.stride(axis);
        int outer = x.data().length / inner / x.dim(axis);
        int count = indices.data().length;
        double[] out = new double[outer * count * inner];
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < count; k++) {
                int from = (o * x.dim(axis) + (int) indices.data()[k]) * inner;
                System.arraycopy(x.data(), from, out, (o * count + k) * inner, inner);
            }
        }
        int[] dims = new int[x.dims().length - 1 + indices.dims().length];
        System.arraycopy(x.dims(), 0, dims, 0, axis);
        System.arraycopy(indices.dims(), 0, dims, axis, indices.dims().length);
        System.arraycopy(x.dims(), axis + 1, dims, axis + indices.dims().length, x.dims().length - axis - 1);
        return new Value(x.type(), dims, out);
    }

    static Value reshape(Value x, Value shape) {
        int[] dims = new int[shape.data().length];
        for (int k = 0; k < dims.length; k++) {
            dims[k] = shape.data()[k] == 0 ? x.dim(k) : (int) shape.data()[k];
        }
        return new Value(x.type(), dims, x.data().clone());
    }

    static Value transpose(Value x, long[] order) {
        int n = order.length;
        int[] dims = new int[n];
        int[] strides = new int[n];
        for (int k = 0; k < n; k++) {
            dims[k] = x.dim((int) order[k]);
            strides[k] = x.stride((int) order[k]);
        }
        double[] out = new double[x.data().length];
        for (int i = 0; i < out.length; i++) {
            int rest = i;
            int from = 0;
            for (int k = n - 1; k >= 0; k--) {
                from += rest % dims[k] * strides[k];
                rest /= dims[k];
            }
            out[i] = x.data()[from];
        }
        return new Value(x.type(), dims, out);
    }

    static Value reduce(Value x, int axis, boolean keeps, DoubleBinaryOperator f) {
        int inner = x.stride(axis);
        int extent = x.dim(axis);
        double[] out = new double[x.data().length / extent];
        for (int i = 0; i < out.length; i++) {
            int first = i / inner * inner * extent + i % inner;
            out[i] = x.data()[first];
            for (int k = 1; k < extent; k++) {
                out[i] = f.applyAsDouble(out[i], x.data()[first + k * inner]);
            }
        }
        int[] dims = new int[x.dims().length - (keeps ? 0 : 1)];
        for (int a = 0, at = 0; a < x.dims().length; a++) {
            if (a != axis || keeps) {
                dims[at++] = a == axis ? 1 : x.dim(a);
            }
        }
        return new Value(x.type(), dims, out);
    }

    /** The numbers of each row, the smallest first. */
    static Value sorted(Value x) {
        double[] out = x.data().clone();
        for (int from = 0; from < out.length; from += x.dim(-1)) {
            Arrays.sort(out, from, from + x.dim(-1));
        }
        return new Value(x.type(), x.dims(), out);
    }

    static Value softmax(Value x) {
        double[] out = new double[x.data().length];
        int group = x.dim(-1);
        for (int from = 0; from < out.length; from += group) {
            double greatest = Arrays.stream(x.data(), from, from + group).max().orElseThrow();
            double sum = 0;
            for (int j = from; j < from + group; j++) {
                out[j] = StrictMath.exp(x.data()[j] - greatest);
                sum += out[j];
            }
            for (int j = from; j < from + group; j++) {
                out[j] /= sum;
            }
        }
        return new Value(x.type(), x.dims(), out);
    }
}
