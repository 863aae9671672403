package hep.winnow.text.arff;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A column as the file declares it.
 *
 * @param kind of its values
 * @param words of a nominal one, in their order
 * @param pattern of dates
 */
record Attribute(String name, Kind kind, Set<String> words, String pattern) {
    enum Kind {
        NUMERIC,
        NOMINAL,
        STRING,
        DATE,
        /** Tables in a cell, which are not read. */
        RELATIONAL
    }

    Attribute {
        words = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(words));
    }

    boolean isText() {
        return kind == Kind.NOMINAL || kind == Kind.STRING;
    }

    /** Returns what stands for a value that a sparse row leaves out: 0, or the first word. */
    String sparseText() {
        return kind == Kind.NOMINAL ? List.copyOf(words).get(0) : "";
    }

    ColumnInfo column() {
        return ColumnInfo.of(name, isText() ? ColumnType.STRING : ColumnType.DOUBLE);
    }
}
