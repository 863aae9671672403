package hep.winnow.neural.layer;

import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;

/** An activation fused to the layer before it: changes sums in place, and keeps the slopes unless the signs of the outputs tell them. Buffers of one thread. */
final class ActivationPass {
    private final ActivationKernel kernel;
    private final boolean isIdentity;
    private final FloatMatrix slopes;

    /** Makes buffers; {@code capacity} is the number of rows that may go backward. */
    ActivationPass(Activation activation, int columns, int capacity) {
        kernel = activation.kernel();
        isIdentity = activation instanceof Activation.Identity;
        slopes = new FloatMatrix(isIdentity || kernel.isSlopeOfSign() ? 0 : capacity, columns);
    }

    /** Changes the first {@code rows} rows of sums to outputs. */
    void apply(FloatMatrix z, int rows) {
        if (!isIdentity) {
            kernel.apply(z, rows);
        }
    }

    /** Does the same for a way back. */
    void applyWithSlopes(FloatMatrix z, int rows) {
        if (kernel.isSlopeOfSign()) {
            apply(z, rows);
        } else if (!isIdentity) {
            kernel.apply(z, slopes, rows);
        }
    }

    /**
     * Makes a gradient by the outputs one by the sums.
     *
     * @param outputs of {@link #applyWithSlopes}, at least their signs
     */
    void multiplySlopes(FloatMatrix delta, FloatMatrix outputs, int rows) {
        if (isIdentity) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            if (kernel.isSlopeOfSign()) {
                kernel.multiplySlope(delta.row(i), outputs.row(i), delta.columns());
            } else {
                Descent.multiply(delta.row(i), slopes.row(i), delta.columns());
            }
        }
    }
}
