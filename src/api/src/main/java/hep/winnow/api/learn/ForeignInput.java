package hep.winnow.api.learn;

/**
 * An input of a model of another program.
 *
 * @param name as the file calls it; what stands in for a name where it does not, see {@code isNamed}
 * @param isNamed whether the file names it; if not, the macro has to say by {@code inputs=} what it is
 * @param expression how it is computed from columns, as text of the macro language; the name itself, in backquotes if need be, if it is a column; empty if that is not known or cannot be said in this language
 * @param origin the same as the file spells it, for messages and the record; empty if it does not tell
 * @param unit such as {@code GeV}; empty if the file does not tell
 * @param low least value in the training; NaN if the file does not tell
 * @param high greatest value in the training; NaN if the file does not tell
 */
public record ForeignInput(
        String name, boolean isNamed, String expression, String origin, String unit, double low, double high) {
    /** Returns an input that the file names, and tells no more of. */
    public static ForeignInput named(String name) {
        boolean isPlain = name.matches("[A-Za-z_][A-Za-z0-9_]*");
        String expression = isPlain ? name : "`" + name + "`";
        boolean isWritable = name.chars().noneMatch(c -> c == '`' || c < ' ');
        return new ForeignInput(name, true, isWritable ? expression : "", name, "", Double.NaN, Double.NaN);
    }

    /** Returns an input that the file does not name, by its place from 0. */
    public static ForeignInput unnamed(int index) {
        return unnamed("input " + index);
    }

    /** Returns an input that the file does not name, with what stands in for a name in messages, such as {@code jets 2} for a number of several. */
    public static ForeignInput unnamed(String label) {
        return new ForeignInput(label, false, "", "", "", Double.NaN, Double.NaN);
    }
}
