package hep.winnow.core.model;

import hep.winnow.api.learn.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Tensors as bytes: little-endian, one after the other, floats of four bytes and doubles of eight. */
final class Weights {
    private Weights() {}

    static byte[] toBytes(List<Tensor> tensors) {
        int size = tensors.stream().mapToInt(Weights::bytes).sum();
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors) {
            for (double v : tensor.values()) {
                if (tensor.isFloat()) {
                    checkFloat(tensor, v);
                    out.putFloat((float) v);
                } else {
                    out.putDouble(v);
                }
            }
        }
        return out.array();
    }

    /** A double that is cut to a float would make another model. */
    private static void checkFloat(Tensor tensor, double v) {
        if ((float) v != v && !Double.isNaN(v)) {
            throw new IllegalArgumentException("tensor '" + tensor.name() + "' is said to hold floats, found " + v);
        }
    }

    static int bytes(Tensor tensor) {
        return tensor.values().length * (tensor.isFloat() ? 4 : 8);
    }

    /** Reads a tensor; the buffer moves on behind it. */
    static Tensor read(ByteBuffer in, String name, List<Integer> shape, boolean isFloat) {
        long size = 1;
        for (int extent : shape) {
            size = extent < 0 ? Long.MAX_VALUE : Math.multiplyExact(size, extent);
        }
        if (size > in.remaining() / (isFloat ? Float.BYTES : Double.BYTES)) {
            throw new IllegalArgumentException("tensor '" + name + "' of shape " + shape + " needs more than the "
                    + in.remaining() + " bytes that are left of the weights");
        }
        double[] values = new double[(int) size];
        for (int i = 0; i < values.length; i++) {
            values[i] = isFloat ? in.getFloat() : in.getDouble();
        }
        return new Tensor(name, shape, values, isFloat);
    }
}
