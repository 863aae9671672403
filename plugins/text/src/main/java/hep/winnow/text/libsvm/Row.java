package hep.winnow.text.libsvm;

import hep.winnow.text.BadRow;
import hep.winnow.text.Reals;
import java.util.Arrays;

/** A line that was read: its label, and its pairs, whose indexes rise. */
final class Row {
    private static final int MOST_DIGITS = 18;

    private String line = "";
    private int at;
    private double label;
    private boolean hasQuery;
    private long query;
    private int[] indexes = new int[64];
    private double[] values = new double[64];
    private int size;

    /** Reads a line; false if it is empty, or a comment. */
    boolean read(String text) throws BadRow {
        int comment = text.indexOf('#');
        line = comment < 0 ? text : text.substring(0, comment);
        at = 0;
        size = 0;
        hasQuery = false;
        if (!skipBlanks()) {
            return false;
        }
        int from = at;
        int end = wordEnd();
        if (line.substring(from, end).indexOf(',') >= 0) {
            throw new BadRow(
                    "the line has several labels, '" + Reals.shortened(line.substring(from, end)) + "'; expected one");
        }
        label = Reals.parse(line, from, end);
        at = end;
        while (skipBlanks()) {
            pair(wordEnd());
        }
        return true;
    }

    private boolean skipBlanks() {
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at < line.length();
    }

    private int wordEnd() {
        int end = at;
        while (end < line.length() && line.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    private void pair(int end) throws BadRow {
        int colon = line.indexOf(':', at);
        if (colon < 0 || colon >= end) {
            throw new BadRow("expected index:value, found '" + Reals.shortened(line.substring(at, end)) + "'");
        }
        if (line.startsWith("qid:", at)) {
            query(colon + 1, end);
        } else {
            add(readIndex(colon), Reals.parse(line, colon + 1, end));
        }
        at = end;
    }

    private void query(int from, int end) throws BadRow {
        if (hasQuery || size > 0) {
            throw new BadRow("qid stands once, behind the label");
        }
        hasQuery = true;
        query = whole(from, end);
    }

    private int readIndex(int colon) throws BadRow {
        long index = whole(at, colon);
        if (index > Survey.MOST) {
            throw new BadRow("the index " + index + " is beyond " + Survey.MOST + ", the greatest that is read");
        }
        if (size > 0 && index <= indexes[size - 1]) {
            throw new BadRow("the index " + index + " stands behind " + indexes[size - 1] + "; indexes must rise");
        }
        return (int) index;
    }

    private long whole(int from, int end) throws BadRow {
        long value = 0;
        boolean isWhole = end > from && end - from <= MOST_DIGITS;
        for (int i = from; i < end && isWhole; i++) {
            int digit = line.charAt(i) - '0';
            isWhole = digit >= 0 && digit <= 9;
            value = 10 * value + digit;
        }
        if (!isWhole) {
            throw new BadRow("'" + Reals.shortened(line.substring(from, end)) + "' is no index");
        }
        return value;
    }

    private void add(int index, double value) {
        if (size == indexes.length) {
            indexes = Arrays.copyOf(indexes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        indexes[size] = index;
        values[size++] = value;
    }

    double label() {
        return label;
    }

    boolean hasQuery() {
        return hasQuery;
    }

    long query() {
        return query;
    }

    /** Returns the number of pairs. */
    int size() {
        return size;
    }

    /** Returns the index of pair {@code i}. */
    int index(int i) {
        return indexes[i];
    }

    /** Returns the value of pair {@code i}. */
    double value(int i) {
        return values[i];
    }
}
