package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.UnreadableColumn;
import java.io.IOException;
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
record Tuple(
        String name, int index, List<ColumnInfo> columns, List<Integer> entries, List<UnreadableColumn> unreadable) {
    private static final int MOST = 10_000;

    Tuple {
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
    }

    /** Returns the tuples of a file, in order. */
    static List<Tuple> all(Path file) {
        List<Tuple> tuples = new ArrayList<>();
        try (XmlInput xml = XmlInput.open(file)) {
            while (xml.next()) {
                if (xml.begins("tuple")) {
                    tuples.add(read(xml, tuples.size(), file));
                    if (tuples.size() > MOST) {
                        throw UserError.data(file + " has more than " + MOST + " tuples", "split the file");
                    }
                }
            }
        } catch (IOException e) {
            throw UserError.data(file + " cannot be closed: " + e.getMessage(), "")
                    .because(e);
        }
        return tuples;
    }

    /** Returns one tuple; no name is needed if there is one only. */
    static Tuple find(Path file, Optional<String> wanted) {
        List<Tuple> tuples = all(file);
        String names = "there are \""
                + String.join("\", \"", tuples.stream().map(Tuple::name).toList()) + "\"";
        if (wanted.isPresent()) {
            return tuples.stream()
                    .filter(t -> t.name().equals(wanted.get()) || t.name().equals("/" + wanted.get()))
                    .findFirst()
                    .orElseThrow(() -> UserError.data(file + " has no tuple \"" + wanted.get() + "\"", names));
        }
        if (tuples.size() != 1) {
            throw UserError.data(
                    file + " holds " + (tuples.isEmpty() ? "no tuple" : tuples.size() + " tuples"),
                    tuples.isEmpty() ? "histograms hold no events" : "say which: table=…; " + names);
        }
        return tuples.get(0);
    }

    private static Tuple read(XmlInput xml, int index, Path file) {
        String own = xml.attribute("name").orElse("");
        String path = xml.attribute("path").orElse("/").replaceAll("/+$", "");
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
            String column = xml.attribute("name").orElseThrow(() -> xml.wrong("a column has no name"));
            String type = xml.attribute("type").orElse("");
            Optional<ColumnType> known = type(type);
            if (!names.add(column)) {
                throw UserError.data(file + " has two columns '" + column + "' in the tuple " + path + "/" + own, "");
            }
            if (known.isPresent()) {
                columns.add(ColumnInfo.of(column, known.get()));
                entries.add(count);
            } else {
                unreadable.add(new UnreadableColumn(column, type, "tuples in tuples are not read"));
            }
            count++;
        }
        return new Tuple(path + "/" + own, index, columns, entries, unreadable);
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
