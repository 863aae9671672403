package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.UnreadableColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a tuple says of itself.
 *
 * @param name path and name: {@code /tuples/sig}
 * @param index of it among the tuples of the file
 * @param columns that can be read
 * @param entries index of each of these among the entries of a row
 * @param unreadable the others
 */
record Tuple(String name, int index, List<ColumnInfo> columns, List<Integer> entries, List<UnreadableColumn> unreadable)
        implements AidaTable {
    static final String ELEMENT = "tuple";

    Tuple {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    @Override
    public EventSource open(Path file) {
        return new AidaSource(file, this);
    }

    /** Reads the columns. */
    static Tuple read(XmlInput xml, String name, int index, Path file) {
        List<ColumnInfo> columns = new ArrayList<>();
        List<Integer> entries = new ArrayList<>();
        List<UnreadableColumn> unreadable = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int count = 0;
        int depth = 0;
        while (xml.next() && !(depth == 0 && (xml.ends("columns") || xml.ends("tuple")))) {
            depth += xml.begins("column") ? 1 : xml.ends("column") ? -1 : 0;
            if (!xml.begins("column") || depth > 1) {
                continue;
            }
            String column = ownName(xml.attribute("name").orElseThrow(() -> xml.wrong("a column has no name")));
            String type = xml.attribute("type").orElse("");
            Optional<ColumnType> known = type(type);
            if (!names.add(column)) {
                throw UserError.data(file + " has two columns '" + column + "' in the tuple " + name, "");
            }
            if (known.isPresent()) {
                columns.add(ColumnInfo.of(column, known.get()));
                entries.add(count);
            } else {
                unreadable.add(new UnreadableColumn(column, type, "tuples in tuples are not read"));
            }
            count++;
        }
        return new Tuple(name, index, columns, entries, unreadable);
    }

    /** Returns the name of a column without its default value, which may stand behind it. */
    private static String ownName(String name) {
        int at = name.indexOf('=');
        return at > 0 ? name.substring(0, at).strip() : name;
    }

    private static Optional<ColumnType> type(String name) {
        return switch (name) {
            case "double" -> Optional.of(ColumnType.DOUBLE);
            case "float" -> Optional.of(ColumnType.FLOAT);
            case "int", "short", "byte" -> Optional.of(ColumnType.INT);
            case "long" -> Optional.of(ColumnType.LONG);
            case "boolean" -> Optional.of(ColumnType.BOOLEAN);
            case "char", "string", "String", "java.lang.String" -> Optional.of(ColumnType.STRING);
            default -> Optional.empty();
        };
    }
}
