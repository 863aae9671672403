package hep.winnow.text.arff;

/**
 * A word of a line.
 *
 * @param text without the quotes
 * @param isQuoted whether it stood in quotes: then a question mark is one
 */
record Token(String text, boolean isQuoted) {
    boolean isMissing() {
        return !isQuoted && text.equals("?");
    }
}
