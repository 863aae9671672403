package hep.winnow.core.expr.function;

import java.util.function.DoubleBinaryOperator;

/** The formulas of {@link KinematicFunctions}, for one event or a run of them. */
public final class Kinematics {
    private Kinematics() {}

    /** Returns the distance of two directions: sqrt((eta1 - eta2)^2 + (phi1 - phi2)^2) with the difference of azimuths wrapped to (-pi, pi]. */
    public static double deltaR(double eta1, double phi1, double eta2, double phi2) {
        double eta = eta1 - eta2;
        double phi = wrap(phi1 - phi2);
        return Math.sqrt(eta * eta + phi * phi);
    }

    /** Returns an angle, wrapped to (-pi, pi]; exact for a double pi, and NaN for what is not finite. */
    static double wrap(double angle) {
        if (angle > -Math.PI && angle <= Math.PI) {
            return angle;
        }
        double wrapped = StrictMath.IEEEremainder(angle, 2 * Math.PI);
        return wrapped == -Math.PI ? Math.PI : wrapped;
    }

    static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    static double azimuth(double x, double y) {
        double angle = StrictMath.atan2(y, x);
        return angle == -Math.PI ? Math.PI : angle;
    }

    /** Returns {@code 2 sqrt(pt1 pt2) |sin((phi1 - phi2) / 2)|}, the careful form of sqrt(2 pt1 pt2 (1 - cos(phi1 - phi2))). */
    static double transverseMass(double pt1, double phi1, double pt2, double phi2) {
        if (pt1 < 0 || pt2 < 0) {
            return Double.NaN;
        }
        return 2 * Math.sqrt(pt1 * pt2) * Math.abs(StrictMath.sin(0.5 * (phi1 - phi2)));
    }

    /** Returns {@code asinh(pt sinh(eta) / sqrt(pt^2 + m^2))}; eta itself for m = 0. */
    static double rapidity(double pt, double eta, double m) {
        if (pt < 0 || Double.isNaN(pt)) {
            return Double.NaN;
        }
        if (m == 0) {
            return eta;
        }
        return ElementaryFunctions.asinh(pt * StrictMath.sinh(eta) / length(pt, m));
    }

    /** Writes {@code f(sum of px, sum of py)} of particles given as pt1, phi1, pt2, phi2, ... */
    static void transverseSum(double[][] a, int n, double[] out, DoubleBinaryOperator f) {
        for (int i = 0; i < n; i++) {
            double px = 0;
            double py = 0;
            for (int k = 0; k < a.length; k += 2) {
                px += a[k][i] * StrictMath.cos(a[k + 1][i]);
                py += a[k][i] * StrictMath.sin(a[k + 1][i]);
            }
            out[i] = f.applyAsDouble(px, py);
        }
    }

    /**
     * Writes the invariant mass of particles given as pt1, eta1, phi1, m1, pt2, ...
     *
     * <p>E^2 - p^2 of the sum loses all digits for light, boosted particles. Instead, with transverse masses mt and rapidities y,
     *
     * <pre>
     * M^2 = sum_i m_i^2 + 2 sum_{i&lt;j} (E_i E_j - p_i p_j)
     * E_1 E_2 - p_1 p_2 = 2 mt_1 mt_2 sinh^2((y_1 - y_2)/2) + 2 pt_1 pt_2 sin^2((phi_1 - phi_2)/2)
     *                   + (pt_1^2 m_2^2 + pt_2^2 m_1^2 + m_1^2 m_2^2) / (mt_1 mt_2 + pt_1 pt_2)
     * </pre>
     *
     * in which no term is negative: nothing cancels and nothing has to be clamped. Only m^2 counts, so that a mass of -1e-4 that
     * comes of rounding in an ntuple is as good as 1e-4. A negative pt gives NaN.
     */
    public static void invariantMass(double[][] a, int n, double[] out) {
        int count = a.length / 4;
        double[] pt = new double[count];
        double[] y = new double[count];
        double[] phi = new double[count];
        double[] m = new double[count];
        for (int i = 0; i < n; i++) {
            double square = 0;
            for (int k = 0; k < count; k++) {
                pt[k] = a[4 * k][i];
                phi[k] = a[4 * k + 2][i];
                m[k] = a[4 * k + 3][i];
                y[k] = rapidity(pt[k], a[4 * k + 1][i], m[k]);
                square += m[k] * m[k];
                for (int j = 0; j < k; j++) {
                    square += 2 * product(pt[j], y[j], phi[j], m[j], pt[k], y[k], phi[k], m[k]);
                }
            }
            out[i] = Math.sqrt(square);
        }
    }

    /** Returns the product of two four-vectors, each given as pt, rapidity, phi, m. */
    private static double product(
            double pt1, double y1, double phi1, double m1, double pt2, double y2, double phi2, double m2) {
        double mt1 = length(pt1, m1);
        double mt2 = length(pt2, m2);
        double sinh = StrictMath.sinh(0.5 * (y1 - y2));
        double sin = StrictMath.sin(0.5 * (phi1 - phi2));
        double scale = mt1 * mt2 + pt1 * pt2;
        double masses = pt1 * pt1 * m2 * m2 + pt2 * pt2 * m1 * m1 + m1 * m1 * m2 * m2;
        return 2 * (mt1 * mt2 * sinh * sinh + pt1 * pt2 * sin * sin) + (scale == 0 ? 0 : masses / scale);
    }
}
