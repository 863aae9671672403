package hep.winnow.root.tree;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit that a title ends with, in brackets behind a blank: {@code pt/D [GeV]}, {@code transverse momentum [GeV/c]}. What stands there otherwise, such as the name of the member that counts an
 * array, or a remark, is no unit.
 */
final class TitleUnit {
    private static final Pattern BRACKETS = Pattern.compile(".* \\[([^\\[\\]]{1,20})\\]");
    private static final Pattern OPERATORS = Pattern.compile("[*/ ]|\\^-?[0-9]+");
    private static final Set<String> KNOWN = Set.of(
            "eV", "keV", "MeV", "GeV", "TeV", "ab", "fb", "pb", "nb", "ub", "mb", "nm", "um", "mm", "cm", "m", "km",
            "fs", "ps", "ns", "us", "ms", "s", "rad", "mrad", "deg", "T", "Hz", "kHz", "MHz", "c", "1");

    private TitleUnit() {}

    /** Returns it; empty if there is none. */
    static String of(String title) {
        Matcher matcher = BRACKETS.matcher(title);
        if (!matcher.matches()) {
            return "";
        }
        String unit = matcher.group(1);
        boolean isKnown =
                Arrays.stream(OPERATORS.split(unit)).filter(w -> !w.isEmpty()).allMatch(KNOWN::contains);
        return isKnown && Character.isLetter(unit.charAt(0)) ? unit : "";
    }
}
