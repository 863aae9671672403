package hep.winnow.core.csv;

/**
 * How fields and comments are told apart in one file.
 *
 * @param separator the byte between fields; a blank stands for runs of blanks and tabs
 * @param comment the byte that begins a comment line; {@link #NO_BYTE} for none
 */
record Dialect(byte separator, int comment) {
    /** Equal to no byte. */
    static final int NO_BYTE = 256;

    static Dialect of(char separator, CsvOptions options) {
        return new Dialect(
                (byte) separator,
                options.comment().isEmpty() ? NO_BYTE : options.comment().charAt(0));
    }

    /** Tells whether fields are parted by runs of blanks and tabs. */
    boolean isBlanks() {
        return separator == ' ';
    }

    /** Tells whether {@code b} is white space between fields, and no separator. */
    boolean isPadding(byte b) {
        return b == ' ' || b == '\r' || (b == '\t' && separator != '\t');
    }
}
