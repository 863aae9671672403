package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.core.schema.DefinedVerb;
import java.util.List;
import java.util.Optional;

/**
 * What a macro names, as far as a check could tell: for completion, hover texts and going to a declaration. Of a macro with errors it holds what could be understood.
 *
 * @param columns of the files, each name once, in the order of the samples
 * @param declared names in the order of the macro
 * @param splits names of what is split, so that parts can be written behind a point
 * @param verbs that the macro defines
 */
public record Names(List<Column> columns, List<Declared> declared, List<String> splits, List<DefinedVerb> verbs) {
    /** No names. */
    public static final Names NONE = new Names(List.of(), List.of(), List.of(), List.of());

    public Names {
        columns = List.copyOf(columns);
        declared = List.copyOf(declared);
        splits = List.copyOf(splits);
        verbs = List.copyOf(verbs);
    }

    /**
     * A column.
     *
     * @param info name, type and unit
     * @param samples that have it
     */
    public record Column(ColumnInfo info, List<String> samples) {
        public Column {
            samples = List.copyOf(samples);
        }
    }

    /** What a name stands for. */
    public enum Kind {
        SAMPLE("sample"),
        REGION("region"),
        DEFINE("define"),
        MODEL("model"),
        RESULT("result"),
        TABLE("lookup table"),
        PARAM("param"),
        LET("let");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns it in words. */
        public String word() {
            return word;
        }
    }

    /**
     * A name of the macro.
     *
     * @param name as it is written
     * @param kind what it stands for
     * @param detail in a few words: a formula, a learner, cuts
     * @param fields what {@code NAME.field} may ask for
     * @param place where it is declared, if that is known
     */
    public record Declared(String name, Kind kind, String detail, List<String> fields, Optional<Span> place) {
        public Declared {
            fields = List.copyOf(fields);
        }
    }

    /** Returns what a name was declared as. */
    public Optional<Declared> find(String name) {
        return declared.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** Returns the column of a name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.info().name().equals(name)).findFirst();
    }

    /** Returns all that was declared as something, in order. */
    public List<Declared> of(Kind kind) {
        return declared.stream().filter(d -> d.kind() == kind).toList();
    }
}
