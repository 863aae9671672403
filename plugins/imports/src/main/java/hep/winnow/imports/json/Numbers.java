package hep.winnow.imports.json;

import java.util.Arrays;

/** A list of numbers, each rounded once to a double and once to a float. */
final class Numbers {
    private static final int FIRST = 16;

    private double[] doubles = new double[FIRST];
    private float[] floats = new float[FIRST];
    private int size;

    void add(double wide, float narrow) {
        if (size == doubles.length) {
            doubles = Arrays.copyOf(doubles, 2 * size);
            floats = Arrays.copyOf(floats, 2 * size);
        }
        doubles[size] = wide;
        floats[size++] = narrow;
    }

    int size() {
        return size;
    }

    double wide(int i) {
        return doubles[i];
    }

    float narrow(int i) {
        return floats[i];
    }
}
