package hep.winnow.core.expr.function;

import static hep.winnow.core.expr.function.BuiltIn.binary;
import static hep.winnow.core.expr.function.BuiltIn.fixed;
import static hep.winnow.core.expr.function.BuiltIn.groups;
import static hep.winnow.core.expr.function.BuiltIn.ternary;
import static hep.winnow.core.expr.function.BuiltIn.unary;

import java.util.List;

/**
 * Angles, momenta and masses in collider coordinates: transverse momentum pt, pseudorapidity eta, azimuth phi in rad, mass m.
 * What carries pt, energy or mass has the unit of its arguments. A negative pt gives NaN where a magnitude is needed. For formulas see {@link Kinematics}.
 */
final class KinematicFunctions {
    static final List<BuiltIn> ALL = List.of(
            binary("delta_phi(phi1, phi2)", "phi1 - phi2 in rad, wrapped to (-pi, pi].", (phi1, phi2, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Kinematics.wrap(phi1[i] - phi2[i]);
                }
            }),
            fixed(
                    "delta_r(eta1, phi1, eta2, phi2)",
                    "Distance of two directions: sqrt((eta1 - eta2)^2 + delta_phi(phi1, phi2)^2).",
                    (a, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = Kinematics.deltaR(a[0][i], a[1][i], a[2][i], a[3][i]);
                        }
                    }),
            groups(
                    "inv_mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2, ...)",
                    "Invariant mass of two or more particles; never the root of a negative number, however boosted they are.",
                    2,
                    4,
                    "(pt, eta, phi, m)",
                    Kinematics::invariantMass),
            fixed(
                    "mt(pt1, phi1, pt2, phi2)",
                    "Transverse mass of two massless particles, such as a lepton and the missing momentum:"
                            + " sqrt(2 pt1 pt2 (1 - cos(phi1 - phi2))).",
                    (a, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = Kinematics.transverseMass(a[0][i], a[1][i], a[2][i], a[3][i]);
                        }
                    }),
            groups(
                    "pt_sum(pt1, phi1, pt2, phi2, ...)",
                    "Transverse momentum of two or more particles together.",
                    2,
                    2,
                    "(pt, phi)",
                    (a, n, out) -> Kinematics.transverseSum(a, n, out, Kinematics::length)),
            groups(
                    "phi_sum(pt1, phi1, pt2, phi2, ...)",
                    "Azimuth of two or more particles together, in (-pi, pi].",
                    2,
                    2,
                    "(pt, phi)",
                    (a, n, out) -> Kinematics.transverseSum(a, n, out, Kinematics::azimuth)),
            binary("px(pt, phi)", "Momentum along x: pt cos(phi).", (pt, phi, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = pt[i] * StrictMath.cos(phi[i]);
                }
            }),
            binary("py(pt, phi)", "Momentum along y: pt sin(phi).", (pt, phi, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = pt[i] * StrictMath.sin(phi[i]);
                }
            }),
            binary("pz(pt, eta)", "Momentum along the beam: pt sinh(eta).", (pt, eta, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = pt[i] * StrictMath.sinh(eta[i]);
                }
            }),
            binary("momentum(pt, eta)", "Absolute momentum: pt cosh(eta).", (pt, eta, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = pt[i] * StrictMath.cosh(eta[i]);
                }
            }),
            ternary("energy(pt, eta, m)", "Energy: sqrt((pt cosh(eta))^2 + m^2).", (pt, eta, m, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.hypot(pt[i] * StrictMath.cosh(eta[i]), m[i]);
                }
            }),
            ternary(
                    "rapidity(pt, eta, m)",
                    "Rapidity: asinh(pt sinh(eta) / sqrt(pt^2 + m^2)); eta itself for m = 0.",
                    (pt, eta, m, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = Kinematics.rapidity(pt[i], eta[i], m[i]);
                        }
                    }),
            binary("pt_of(px, py)", "Transverse momentum: sqrt(px^2 + py^2).", (px, py, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Kinematics.length(px[i], py[i]);
                }
            }),
            binary("phi_of(px, py)", "Azimuth, in (-pi, pi].", (px, py, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = Kinematics.azimuth(px[i], py[i]);
                }
            }),
            ternary(
                    "eta_of(px, py, pz)",
                    "Pseudorapidity: asinh(pz / pt); infinite along the beam.",
                    (px, py, pz, n, out) -> {
                        for (int i = 0; i < n; i++) {
                            out[i] = ElementaryFunctions.asinh(pz[i] / Kinematics.length(px[i], py[i]));
                        }
                    }),
            unary("theta(eta)", "Polar angle of a pseudorapidity, from 0 to pi: 2 atan(exp(-eta)).", (eta, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = 2 * StrictMath.atan(StrictMath.exp(-eta[i]));
                }
            }),
            unary("cos_theta(eta)", "Cosine of the polar angle of a pseudorapidity: tanh(eta).", (eta, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = StrictMath.tanh(eta[i]);
                }
            }));

    private KinematicFunctions() {}
}
