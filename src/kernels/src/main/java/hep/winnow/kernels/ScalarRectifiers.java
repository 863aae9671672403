package hep.winnow.kernels;

/** Rectifiers in plain loops that HotSpot vectorises. Those with {@code from} leave out the numbers before it. */
final class ScalarRectifiers implements Rectifiers {
    /** Its square lifts the least positive float above 1. */
    static final float GREAT = 0x1p100f;

    @Override
    public void relu(float[] z, int n) {
        relu(z, 0, n);
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        leaky(z, 0, n, below);
    }

    @Override
    public void multiplyReluSlope(float[] delta, float[] y, int n) {
        multiplyReluSlope(delta, y, 0, n);
    }

    @Override
    public void leakySlope(float[] z, float[] slope, int n, float below) {
        leakySlope(z, slope, 0, n, below);
    }

    static void relu(float[] z, int from, int n) {
        for (int i = from; i < n; i++) {
            z[i] = Math.max(z[i], 0f);
        }
    }

    static void leaky(float[] z, int from, int n, float below) {
        for (int i = from; i < n; i++) {
            z[i] = Math.max(z[i], 0f) + below * Math.min(z[i], 0f);
        }
    }

    static void multiplyReluSlope(float[] delta, float[] y, int from, int n) {
        for (int i = from; i < n; i++) {
            delta[i] *= Math.min(y[i] * GREAT * GREAT, 1f);
        }
    }

    static void leakySlope(float[] z, float[] slope, int from, int n, float below) {
        step(z, slope, from, n);
        for (int i = from; i < n; i++) {
            slope[i] -= below * (slope[i] - 1);
        }
        leaky(z, from, n, below);
    }

    /** Writes 1 above 0, and 0 below; by arithmetic, for a branch that follows the sign of a sum is guessed wrong every other time. */
    static void step(float[] z, float[] out, int from, int n) {
        for (int i = from; i < n; i++) {
            out[i] = Math.min(Math.max(z[i] * GREAT * GREAT, 0f), 1f);
        }
    }
}
