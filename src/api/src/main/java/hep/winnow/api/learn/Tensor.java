package hep.winnow.api.learn;

import java.util.List;

/**
 * Numbers with a name and a shape.
 *
 * @param name unique in its model
 * @param shape extents, slowest first; their product is the number of values
 * @param values in row-major order
 * @param isFloat whether each value is a float: four bytes are kept, else eight
 */
public record Tensor(String name, List<Integer> shape, double[] values, boolean isFloat) {
    public Tensor {
        shape = List.copyOf(shape);
        long size = 1;
        for (int extent : shape) {
            size *= extent;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' of shape " + shape + " needs " + size + " values, found " + values.length);
        }
    }

    /** Returns a tensor of floats. */
    public static Tensor floats(String name, List<Integer> shape, float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return new Tensor(name, shape, wide, true);
    }

    /** Returns a tensor of doubles. */
    public static Tensor doubles(String name, List<Integer> shape, double... values) {
        return new Tensor(name, shape, values.clone(), false);
    }

    /** Returns the values as floats. */
    public float[] toFloats() {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) values[i];
        }
        return out;
    }
}
