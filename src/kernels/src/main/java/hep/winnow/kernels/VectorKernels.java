package hep.winnow.kernels;

/** The way to the vector kernels. No class of theirs is loaded before this one, and this one only where the module {@code jdk.incubator.vector} is. */
final class VectorKernels {
    private VectorKernels() {}

    /** Returns the number of floats in a vector. */
    static int lanes() {
        return Lanes.COUNT;
    }

    /** True where vectors are longer than a number, and rows of a matrix are whole vectors. */
    static boolean fit() {
        return Lanes.COUNT > 1 && FloatMatrix.PAD % Lanes.COUNT == 0;
    }

    static KernelSet set() {
        return new KernelSet(
                VectorProducts::new,
                new VectorRectifiers(),
                new VectorFunctions(),
                new VectorDescent(),
                new VectorComparisons(),
                new VectorPanels());
    }
}
