package hep.winnow.api.graph;

/** A function of one number. */
public enum Function {
    /** 1/(1 + e^-z). */
    SIGMOID {
        @Override
        public double of(double z, double parameter) {
            return 1 / (1 + StrictMath.exp(-z));
        }
    },
    /** The hyperbolic tangent. */
    TANH {
        @Override
        public double of(double z, double parameter) {
            return StrictMath.tanh(z);
        }
    },
    /** max(z, 0). */
    RELU {
        @Override
        public double of(double z, double parameter) {
            return Math.max(z, 0);
        }
    },
    /** z from 0 on, parameter · z below. */
    LEAKY {
        @Override
        public double of(double z, double parameter) {
            return z < 0 ? parameter * z : z;
        }
    },
    /** z from 0 on, parameter · (e^z - 1) below. */
    ELU {
        @Override
        public double of(double z, double parameter) {
            return z < 0 ? parameter * StrictMath.expm1(z) : z;
        }
    },
    /** log(1 + e^z). */
    SOFTPLUS {
        @Override
        public double of(double z, double parameter) {
            return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
        }
    },
    /** z/(1 + e^-z). */
    SWISH {
        @Override
        public double of(double z, double parameter) {
            return z / (1 + StrictMath.exp(-z));
        }
    },
    /** The square root. */
    SQRT {
        @Override
        public double of(double z, double parameter) {
            return Math.sqrt(z);
        }
    };

    /** Returns the value at {@code z}; {@code parameter} is 0 where there is none. NaN for NaN. */
    public abstract double of(double z, double parameter);
}
