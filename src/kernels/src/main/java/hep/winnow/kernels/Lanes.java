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
}
