package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one species of float vectors. Whatever needs vectors takes it from here: on JDK 17 a second species anywhere in the process makes HotSpot box the vectors of
 * every kernel that it compiles later.
 */
final class Lanes {
    /** As wide as the machine has them. */
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector. */
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    /**
     * Returns the end of the whole vectors that cover the first {@code n} numbers of two arrays, or as many of them as the arrays have whole vectors: beyond {@code n} where the arrays are padded as the rows of
     * a {@link FloatMatrix} are.
     */
    static int end(int n, float[] a, float[] b) {
        int length = Math.min(a.length, b.length);
        return Math.min(n + COUNT - 1, length) / COUNT * COUNT;
    }
}
