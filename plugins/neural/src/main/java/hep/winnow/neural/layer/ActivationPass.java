package hep.winnow.neural.layer;

import hep.winnow.kernels.ActivationKernel;
import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;

/** An activation fused to the layer before it: changes sums in place and keeps the slopes, or the outputs where their signs tell the slopes. Buffers of one thread. */
final class ActivationPass {
    private final ActivationKernel kernel;
    private final boolean isIdentity;
    private final FloatMatrix slopes;
    private FloatMatrix outputs;

    /** Makes buffers; {@code capacity} is the number of rows that may go backward. */
    ActivationPass(Activation activation, int columns, int capacity) {
        kernel = activation.kernel();
        isIdentity = activation instanceof Activation.Identity;
        slopes = new FloatMatrix(isIdentity || kernel.isSlopeOfSign() ? 0 : capacity, columns);
        outputs = slopes;
    }

    /** Changes the first {@code rows} rows of sums to outputs. */
    void apply(FloatMatrix z, int rows) {
        if (!isIdentity) {
            kernel.apply(z, rows);
        }
    }

    /** Does the same for a way back: the outputs must keep their signs until {@link #multiplySlopes}. */
    void applyWithSlopes(FloatMatrix z, int rows) {
        if (kernel.isSlopeOfSign()) {
            apply(z, rows);
            outputs = z;
        } else if (!isIdentity) {
            kernel.apply(z, slopes, rows);
        }
    }

    /** Makes a gradient by the outputs one by the sums. */
    void multiplySlopes(FloatMatrix delta, int rows) {
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
