package hep.winnow.core.expr;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns numbers in one unit into numbers in another one of the same dimension. */
public final class UnitConversion {
    private static final List<Set<String>> DIMENSIONS = List.of(
            Set.of("eV", "keV", "MeV", "GeV", "TeV"),
            Set.of("ab", "fb", "pb", "nb", "ub", "mb"),
            Set.of("um", "mm", "cm", "m"),
            Set.of("ps", "ns", "us", "ms", "s"),
            Set.of("rad", "deg"));

    private UnitConversion() {}

    /** Tells whether a text is a unit that can be converted into others. */
    public static boolean isKnown(String unit) {
        return DIMENSIONS.stream().anyMatch(d -> d.contains(unit));
    }

    /**
     * Returns an expression in another unit; empty if one of the units is unknown, or they are of different dimensions. From smaller to larger units is a division, so that powers of ten lose nothing:
     * 25000 MeV are 25 GeV.
     */
    public static Optional<TypedExpr> convert(TypedExpr expr, String from, String to) {
        boolean isOne = DIMENSIONS.stream().anyMatch(d -> d.contains(from) && d.contains(to));
        if (!isOne) {
            return Optional.empty();
        }
        double ratio = Units.value(to).getAsDouble() / Units.value(from).getAsDouble();
        boolean isDivided = ratio > 1;
        double factor = isDivided
                ? ratio
                : Units.value(from).getAsDouble() / Units.value(to).getAsDouble();
        double round = Math.rint(factor);
        boolean isPower = Math.abs(factor - round) < 1e-9 * round;
        TypedExpr constant = TypedExpr.Constant.of(isPower ? round : factor);
        return Optional.of(new TypedExpr.Binary(
                isDivided ? hep.winnow.core.lang.Expr.BinaryOp.DIVIDE : hep.winnow.core.lang.Expr.BinaryOp.MULTIPLY,
                expr,
                constant));
    }
}
