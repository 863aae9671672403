package hep.winnow.kernels;

/** Rectifiers in plain loops that HotSpot vectorises. Those with {@code from} leave out the numbers before it. */
final class ScalarRectifiers implements Rectifiers {
    @Override
    public void relu(float[] z, int n) {
        relu(z, 0, n);
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        leaky(z, 0, n, below);
    }

    @Override
    public void reluSlope(float[] z, float[] slope, int n) {
        reluSlope(z, slope, 0, n);
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
            z[i] = z[i] > 0 ? z[i] : below * z[i];
        }
    }

    static void reluSlope(float[] z, float[] slope, int from, int n) {
        for (int i = from; i < n; i++) {
            slope[i] = z[i] > 0 ? 1f : 0f;
        }
        relu(z, from, n);
    }

    static void leakySlope(float[] z, float[] slope, int from, int n, float below) {
        for (int i = from; i < n; i++) {
            slope[i] = z[i] > 0 ? 1f : below;
        }
        leaky(z, from, n, below);
    }
}
