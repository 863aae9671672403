package hep.winnow.api.hist;

/**
 * Weighted sums of powers of two values, from which come means, spreads and their correlation. Values are taken relative to a fixed place and in a fixed unit, those of the axes, so that sums of
 * several threads or jobs can be added, and a mean far from zero costs no digits. Weights may be negative. Not safe for several threads.
 *
 * <p>With u and v the values so taken, the sums are Σw u^a v^b for a + b ≤ 2 and Σw² u^a v^b for a + b ≤ 4.
 */
public final class Moments {
    private static final int ORDER = 4;
    private static final int FIRST = index(3, 0);
    private static final int SUMS = FIRST + index(ORDER + 1, 0);

    private final double middleX;
    private final double middleY;
    private final double unitX;
    private final double unitY;
    private final double[] sums = new double[SUMS];

    /** Makes empty sums of (x - middleX) / unitX and (y - middleY) / unitY; units are above zero. */
    public Moments(double middleX, double middleY, double unitX, double unitY) {
        this.middleX = middleX;
        this.middleY = middleY;
        this.unitX = unitX;
        this.unitY = unitY;
    }

    /** Returns the place of u^a v^b among all powers, those of low order first. */
    private static int index(int a, int b) {
        int order = a + b;
        return order * (order + 1) / 2 + b;
    }

    /** Adds one event. */
    public void add(double x, double y, double weight) {
        double u = (x - middleX) / unitX;
        double v = (y - middleY) / unitY;
        double w2 = weight * weight;
        double pu = 1;
        for (int a = 0; a <= ORDER; a++) {
            double p = pu;
            for (int b = 0; a + b <= ORDER; b++) {
                if (a + b <= 2) {
                    sums[index(a, b)] += weight * p;
                }
                sums[FIRST + index(a, b)] += w2 * p;
                p *= v;
            }
            pu *= u;
        }
    }

    /** Adds sums such as {@link #sums()} returns, of the same place and unit. */
    public void addSums(double[] more) {
        if (more.length != SUMS) {
            throw new IllegalArgumentException("there are " + SUMS + " sums, found " + more.length);
        }
        for (int i = 0; i < SUMS; i++) {
            sums[i] += more[i];
        }
    }

    /** Returns a copy with all weights multiplied by {@code factor}. */
    Moments scaled(double factor) {
        Moments out = new Moments(middleX, middleY, unitX, unitY);
        for (int i = 0; i < SUMS; i++) {
            out.sums[i] = sums[i] * (i < FIRST ? factor : factor * factor);
        }
        return out;
    }

    /** Returns all sums, a copy: Σw u^a v^b by rising order and then rising b, then Σw² u^a v^b alike. */
    public double[] sums() {
        return sums.clone();
    }

    private double mean(int a, int b) {
        return sums[index(a, b)] / sums[0];
    }

    /** Returns the weighted mean of x; NaN where weights sum to 0. */
    public double meanX() {
        return middleX + unitX * mean(1, 0);
    }

    /** Returns the weighted mean of y; NaN where weights sum to 0. */
    public double meanY() {
        return middleY + unitY * mean(0, 1);
    }

    /** Returns the weighted standard deviation of x; NaN where weights leave no variance of a positive size or zero. */
    public double spreadX() {
        return unitX * Math.sqrt(mean(2, 0) - mean(1, 0) * mean(1, 0));
    }

    /** Returns the weighted standard deviation of y, as {@link #spreadX}. */
    public double spreadY() {
        return unitY * Math.sqrt(mean(0, 2) - mean(0, 1) * mean(0, 1));
    }

    /** Returns the weighted (Pearson's) correlation coefficient; NaN where one of the spreads is zero or none. With negative weights it may lie outside -1 to 1. */
    public double correlation() {
        double xx = mean(2, 0) - mean(1, 0) * mean(1, 0);
        double yy = mean(0, 2) - mean(0, 1) * mean(0, 1);
        double xy = mean(1, 1) - mean(1, 0) * mean(0, 1);
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
    }

    /**
     * Returns the standard error of {@link #correlation} by linear propagation: Var r = Σ w² (s t − r (s² + t²)/2)² / (Σw)², with s and t the standardised values. For normal values of unit
     * weight this is the known (1 − r²)²/n. NaN where there is no correlation.
     */
    public double correlationError() {
        double r = correlation();
        double mx = mean(1, 0);
        double my = mean(0, 1);
        double sx = Math.sqrt(mean(2, 0) - mx * mx);
        double sy = Math.sqrt(mean(0, 2) - my * my);
        // s = (u - mx)/sx and t = (v - my)/sy make the influence a polynomial of second order in u and v.
        double[] c = new double[index(3, 0)];
        double uv = 1 / (sx * sy);
        double uu = -r / (2 * sx * sx);
        double vv = -r / (2 * sy * sy);
        c[index(1, 1)] = uv;
        c[index(2, 0)] = uu;
        c[index(0, 2)] = vv;
        c[index(1, 0)] = -uv * my - 2 * uu * mx;
        c[index(0, 1)] = -uv * mx - 2 * vv * my;
        c[0] = uv * mx * my + uu * mx * mx + vv * my * my;
        double variance = 0;
        for (int a = 0; a <= 2; a++) {
            for (int b = 0; a + b <= 2; b++) {
                variance += c[index(a, b)] * times(c, a, b);
            }
        }
        return Math.sqrt(Math.max(0, variance)) / Math.abs(sums[0]);
    }

    private double times(double[] c, int a, int b) {
        double sum = 0;
        for (int i = 0; i <= 2; i++) {
            for (int k = 0; i + k <= 2; k++) {
                sum += c[index(i, k)] * sums[FIRST + index(a + i, b + k)];
            }
        }
        return sum;
    }
}
