package hep.winnow.api.diagnostic;

/**
 * A place in a macro: a half-open range of UTF-16 offsets into the text of one file.
 *
 * @param file the file as the user named it
 * @param start offset of the first character
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(String file, int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span must be ordered, found " + start + ".." + end);
        }
    }

    /** Returns the smallest span that holds this one and {@code other}, both of one file. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }
}
