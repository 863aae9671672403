package hep.winnow.core.expr;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions as C, ROOT, numpy and TMVA call them, and what they are called here. */
final class ForeignNames {
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("fabs", "abs(x)"),
            Map.entry("ln", "log(x)"),
            Map.entry("power", "x^y or pow(x, y)"),
            Map.entry("sqr", "x^2"),
            Map.entry("sq", "x^2"),
            Map.entry("mod", "x % y"),
            Map.entry("fmod", "x % y"),
            Map.entry("arcsin", "asin(x)"),
            Map.entry("arccos", "acos(x)"),
            Map.entry("arctan", "atan(x)"),
            Map.entry("arctan2", "atan2(y, x)"),
            Map.entry("arcsinh", "asinh(x)"),
            Map.entry("arctanh", "atanh(x)"),
            Map.entry("signum", "sign(x)"),
            Map.entry("sgn", "sign(x)"),
            Map.entry("is_nan", "isnan(x)"),
            Map.entry("minimum", "min(x, y)"),
            Map.entry("maximum", "max(x, y)"),
            Map.entry("clip", "clamp(x, low, high)"),
            Map.entry("where", "c ? a : b"),
            Map.entry("if", "c ? a : b"),
            Map.entry("iif", "c ? a : b"),
            Map.entry("dphi", "delta_phi(phi1, phi2)"),
            Map.entry("deltaphi", "delta_phi(phi1, phi2)"),
            Map.entry("dr", "delta_r(eta1, phi1, eta2, phi2)"),
            Map.entry("deltar", "delta_r(eta1, phi1, eta2, phi2)"),
            Map.entry("mass", "inv_mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2, ...)"),
            Map.entry("invmass", "inv_mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2, ...)"),
            Map.entry("invariantmass", "inv_mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2, ...)"),
            Map.entry("invariant_mass", "inv_mass(pt1, eta1, phi1, m1, pt2, eta2, phi2, m2, ...)"),
            Map.entry("transverse_mass", "mt(pt1, phi1, pt2, phi2)"));

    private ForeignNames() {}

    /** Returns how it is written here. */
    static Optional<String> of(String name) {
        return Optional.ofNullable(OURS.get(name.toLowerCase(Locale.ROOT)));
    }
}
