package hep.winnow.kernels;

import java.util.Arrays;

/** The functions behind {@link ActivationKernel}. */
final class Activations {
    private Activations() {}

    record Identity() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {}

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Arrays.fill(slope, 0, n, 1f);
        }
    }

    record Sigmoid() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.functions(Part.SIGMOID).sigmoid(z, z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.functions(Part.FUNCTIONS).sigmoidSlope(z, slope, n);
        }
    }

    record Tanh() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.functions(Part.FUNCTIONS).tanh(z, z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.functions(Part.FUNCTIONS).tanhSlope(z, slope, n);
        }
    }

    record Relu() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.rectifiers(Part.RECTIFIERS).relu(z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            ScalarRectifiers.step(z, slope, 0, n);
            apply(z, n);
        }

        @Override
        public boolean isSlopeOfSign() {
            return true;
        }

        @Override
        public void multiplySlope(float[] delta, float[] y, int n) {
            Kernels.rectifiers(Part.RECTIFIERS).multiplyReluSlope(delta, y, n);
        }
    }

    record Leaky(float below) implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.rectifiers(Part.LEAKY).leaky(z, n, below);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.rectifiers(Part.LEAKY).leakySlope(z, slope, n, below);
        }
    }

    record Elu(float alpha, float scale) implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.functions(Part.FUNCTIONS).elu(z, n, alpha, scale);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.functions(Part.FUNCTIONS).eluSlope(z, slope, n, alpha, scale);
        }
    }

    record Softplus() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.functions(Part.FUNCTIONS).softplus(z, z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.functions(Part.FUNCTIONS).softplusSlope(z, slope, n);
        }
    }

    record Swish() implements ActivationKernel {
        @Override
        public void apply(float[] z, int n) {
            Kernels.functions(Part.FUNCTIONS).swish(z, n);
        }

        @Override
        public void apply(float[] z, float[] slope, int n) {
            Kernels.functions(Part.FUNCTIONS).swishSlope(z, slope, n);
        }
    }
}
