package hep.winnow.root.tree;

import hep.winnow.root.file.Damage;
import java.util.Locale;

/**
 * The range in which the numbers of a packed member lie: {@code [min,max]} or {@code [min,max,bits]} in the comment behind it.
 *
 * @param low lower bound
 * @param high upper bound; not above the lower one where the numbers have any size, and a short mantissa
 * @param bits of one number; 32 if not told
 * @param isEmpty whether no range is told
 */
record PackedRange(double low, double high, int bits, boolean isEmpty) {
    private static final PackedRange NONE = new PackedRange(0, 0, 32, true);
    private static final int MOST_BITS = 32;

    /** Finds the range in a comment. Brackets in front of it that tell the size of an array are not it. */
    static PackedRange of(String title) {
        int from = title.indexOf('[');
        while (from >= 0) {
            int to = title.indexOf(']', from);
            if (to < 0) {
                return NONE;
            }
            String inside = title.substring(from + 1, to);
            if (inside.contains(",")) {
                return parse(inside);
            }
            from = title.indexOf('[', to);
        }
        return NONE;
    }

    private static PackedRange parse(String inside) {
        String[] parts = inside.split(",", -1);
        try {
            double low = number(parts[0]);
            double high = number(parts[1]);
            int bits = parts.length > 2 ? Integer.parseInt(parts[2].strip()) : MOST_BITS;
            boolean isSound = bits >= 2 && bits <= MOST_BITS;
            return new PackedRange(low, high, isSound ? bits : MOST_BITS, false);
        } catch (NumberFormatException e) {
            throw new Damage.Refused("the range [" + inside + "] of its numbers is not understood");
        }
    }

    private static double number(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        if (!word.contains("pi")) {
            return Double.parseDouble(word);
        }
        double sign = word.startsWith("-") ? -1 : 1;
        String rest = word.startsWith("-") ? word.substring(1) : word;
        return sign
                * switch (rest.replace(" ", "")) {
                    case "pi" -> Math.PI;
                    case "2pi", "2*pi", "twopi" -> 2 * Math.PI;
                    case "pi/2" -> Math.PI / 2;
                    case "pi/4" -> Math.PI / 4;
                    default -> throw new NumberFormatException(text);
                };
    }
}
