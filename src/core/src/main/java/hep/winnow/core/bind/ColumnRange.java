package hep.winnow.core.bind;

import hep.winnow.core.lang.Expr;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** {@code p0..p783} among columns: p0, p1 and so on to p783. */
public final class ColumnRange {
    private static final Pattern NUMBERED = Pattern.compile("(?<stem>.*?)(?<number>[0-9]{1,9})");

    private ColumnRange() {}

    /** Returns the names of a range; empty if its ends are not one name with numbers that rise. Numbers of equal width, such as {@code x01..x12}, keep it. */
    public static Optional<List<Expr.NameRef>> names(Expr.RangeExpr range) {
        if (!(range.low() instanceof Expr.NameRef low) || !(range.high() instanceof Expr.NameRef high)) {
            return Optional.empty();
        }
        Matcher first = NUMBERED.matcher(low.name());
        Matcher last = NUMBERED.matcher(high.name());
        if (!first.matches() || !last.matches() || !first.group("stem").equals(last.group("stem"))) {
            return Optional.empty();
        }
        int from = Integer.parseInt(first.group("number"));
        int to = Integer.parseInt(last.group("number"));
        int width = first.group("number").length();
        boolean isPadded = first.group("number").startsWith("0") && width > 1;
        if (from >= to || isPadded && width != last.group("number").length()) {
            return Optional.empty();
        }
        return Optional.of(IntStream.rangeClosed(from, to)
                .mapToObj(i -> name(first.group("stem"), i, isPadded ? width : 1, low.isQuoted(), range))
                .toList());
    }

    private static Expr.NameRef name(String stem, int number, int width, boolean isQuoted, Expr.RangeExpr range) {
        String digits = Integer.toString(number);
        String zeros = "0".repeat(Math.max(0, width - digits.length()));
        return new Expr.NameRef(stem + zeros + digits, isQuoted, range.span());
    }
}
