package hep.winnow.kernels;

/** Rectifiers in plain loops that HotSpot vectorises. */
final class ScalarRectifiers implements Rectifiers {
    @Override
    public void relu(float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(z[i], 0f);
        }
    }

    @Override
    public void leaky(float[] z, int n, float below) {
        for (int i = 0; i < n; i++) {
            z[i] = z[i] > 0 ? z[i] : below * z[i];
        }
    }

    @Override
    public void reluSlope(float[] z, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            slope[i] = z[i] > 0 ? 1f : 0f;
        }
        relu(z, n);
    }

    @Override
    public void leakySlope(float[] z, float[] slope, int n, float below) {
        for (int i = 0; i < n; i++) {
            slope[i] = z[i] > 0 ? 1f : below;
        }
        leaky(z, n, below);
    }
}
