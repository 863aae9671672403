package hep.winnow.onnx.check;

import hep.winnow.onnx.proto.ElementType;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Operators that act number by number; extents of 1 are stretched. */
final class Elementwise {
    private Elementwise() {}

    static Value map(Value x, ElementType type, DoubleUnaryOperator f) {
        return new Value(type, x.dims(), Arrays.stream(x.data()).map(f).toArray());
    }

    static Value map(Value x, DoubleUnaryOperator f) {
        return map(x, x.type(), f);
    }

    static Value combine(Value a, Value b, ElementType type, DoubleBinaryOperator f) {
        if (a.type() != b.type()) {
            throw new IllegalArgumentException(a.type() + " meets " + b.type());
        }
        int[] dims = stretched(a.dims(), b.dims());
        double[] out = new double[Arrays.stream(dims).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < out.length; i++) {
            out[i] = f.applyAsDouble(at(a, dims, i), at(b, dims, i));
        }
        return new Value(type, dims, out);
    }

    static Value combine(Value a, Value b, DoubleBinaryOperator f) {
        return combine(a, b, a.type(), f);
    }

    static Value where(Value condition, Value a, Value b) {
        int[] dims = stretched(condition.dims(), stretched(a.dims(), b.dims()));
        double[] out = new double[Arrays.stream(dims).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < out.length; i++) {
            out[i] = at(at(condition, dims, i) != 0 ? a : b, dims, i);
        }
        return new Value(a.type(), dims, out);
    }

    private static int[] stretched(int[] a, int[] b) {
        int[] out = new int[Math.max(a.length, b.length)];
        for (int k = 1; k <= out.length; k++) {
            int left = k <= a.length ? a[a.length - k] : 1;
            int right = k <= b.length ? b[b.length - k] : 1;
            if (left != right && left != 1 && right != 1) {
                throw new IllegalArgumentException(Arrays.toString(a) + " does not fit " + Arrays.toString(b));
            }
            out[out.length - k] = left == 1 ? right : left;
        }
        return out;
    }

    /** Returns the number of {@code x} at place {@code index} of a value of extents {@code dims}. */
    private static double at(Value x, int[] dims, int index) {
        int rest = index;
        int place = 0;
        int stride = 1;
        for (int k = 1; k <= dims.length; k++) {
            int extent = dims[dims.length - k];
            int own = k <= x.dims().length ? x.dims()[x.dims().length - k] : 1;
            place += own == 1 ? 0 : rest % extent * stride;
            stride *= own;
            rest /= extent;
        }
        return x.data()[place];
    }
}
