package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.UnreadableColumn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the columns in the arrays of a file. */
final class Layout {
    private static final String OFFSETS = ".offsets";
    private static final int FLAT = 2;

    private final Path file;
    private final List<Part> parts = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();
    private long rows = -1;

    private Layout(Path file) {
        this.file = file;
    }

    /** Returns the columns of a lone array. */
    static Layout ofArray(Path file, NpyArray array, List<String> names) {
        Layout layout = new Layout(file);
        layout.rows = array.rows();
        layout.add("", array, names);
        layout.check();
        return layout;
    }

    /** Returns the columns of the arrays of an archive: of those that are as long as the longest. */
    static Layout ofMembers(Path file, Map<String, NpyArray> arrays) {
        Layout layout = new Layout(file);
        layout.rows = arrays.entrySet().stream()
                .filter(e -> e.getValue().dimensions() > 0)
                .mapToLong(e -> events(e.getKey(), e.getValue(), arrays))
                .max()
                .orElse(-1);
        if (layout.rows < 0) {
            throw UserError.data(
                    file + " holds no array with rows", "expected members NAME.npy of one or two dimensions");
        }
        arrays.forEach((name, array) -> layout.addMember(name, array, arrays));
        layout.check();
        return layout;
    }

    /** Returns how many events a member tells of: its rows, or those of its offsets; -1 for offsets themselves. */
    private static long events(String name, NpyArray array, Map<String, NpyArray> arrays) {
        if (isOffsets(name, array, arrays)) {
            return -1;
        }
        return offsets(name, arrays).map(o -> o.rows() - 1).orElse(array.rows());
    }

    /** Tells whether an array says where the lists of another one begin: its name is that of the other, with {@code .offsets} behind it. */
    private static boolean isOffsets(String name, NpyArray array, Map<String, NpyArray> arrays) {
        return name.endsWith(OFFSETS)
                && arrays.containsKey(name.substring(0, name.length() - OFFSETS.length()))
                && isWhole(array);
    }

    private static boolean isWhole(NpyArray array) {
        RowType type = array.header().type();
        return array.dimensions() == 1
                && array.rows() > 0
                && type.isPlain()
                && "iu".indexOf(type.fields().get(0).type().kind()) >= 0
                && type.fields().get(0).type().column().isPresent();
    }

    private static Optional<NpyArray> offsets(String name, Map<String, NpyArray> arrays) {
        return Optional.ofNullable(arrays.get(name + OFFSETS)).filter(Layout::isWhole);
    }

    private void addMember(String name, NpyArray array, Map<String, NpyArray> arrays) {
        if (isOffsets(name, array, arrays)) {
            return;
        }
        if (array.dimensions() == 0) {
            unreadable.add(new UnreadableColumn(name, describe(array), "it is one value, not one per event"));
        } else if (events(name, array, arrays) != rows) {
            unreadable.add(new UnreadableColumn(
                    name,
                    describe(array),
                    "it has " + events(name, array, arrays) + " rows, but the longest array has " + rows));
        } else {
            int before = parts.size();
            add(name, array, List.of());
            Optional<NpyArray> offsets = offsets(name, arrays);
            for (int i = before; i < parts.size() && offsets.isPresent(); i++) {
                parts.set(i, parts.get(i).jagged(offsets.get()));
            }
        }
    }

    private static String describe(NpyArray array) {
        RowType type = array.header().type();
        return (type.isPlain() ? type.fields().get(0).type().descr() : "record")
                + array.header().shapeText();
    }

    private void add(String name, NpyArray array, List<String> names) {
        NpyHeader header = array.header();
        if (!header.type().isPlain()) {
            addFields(name, array, names);
            return;
        }
        long columns = header.rowElements();
        boolean isFlat = array.dimensions() <= FLAT;
        if (!isFlat || columns > RowType.MAX_FIELDS) {
            String reason = isFlat
                    ? "it has " + columns + " columns, which are more than " + RowType.MAX_FIELDS
                            + ": is it transposed?"
                    : "it has " + array.dimensions() + " dimensions: reshape it to events x columns";
            unreadable.add(new UnreadableColumn(name.isEmpty() ? "c0" : name, describe(array), reason));
            return;
        }
        checkNames(names, columns);
        Field element = header.type().fields().get(0);
        for (int i = 0; i < columns; i++) {
            boolean isLone = array.dimensions() < FLAT;
            String own = name.isEmpty() ? "c" + i : isLone ? name : name + i;
            addElement(element.named(names.isEmpty() ? own : names.get(i)), array, i, (int) columns);
        }
    }

    private void addElement(Field element, NpyArray array, int column, int columns) {
        NpyHeader header = array.header();
        int bytes = header.type().bytes();
        if (header.isFortran()) {
            addPart(element, array, header.bytes() + header.rows() * bytes * column, bytes);
        } else if ((long) bytes * columns > RowType.MAX_BYTES) {
            unreadable.add(new UnreadableColumn(
                    element.name(), describe(array), "its rows are of more than " + RowType.MAX_BYTES + " bytes"));
        } else {
            Field inRow = new Field(element.name(), element.type(), element.dimensions(), bytes * column);
            addPart(inRow, array, header.bytes(), bytes * columns);
        }
    }

    private void addFields(String name, NpyArray array, List<String> names) {
        if (!names.isEmpty()) {
            throw UserError.macro(
                    "columns= names the columns of " + file + ", which has names of its own", "leave out columns=");
        }
        RowType type = array.header().type();
        if (array.dimensions() > 1) {
            unreadable.add(new UnreadableColumn(
                    name.isEmpty() ? "c0" : name,
                    describe(array),
                    "it is an array of records of " + array.dimensions() + " dimensions: reshape it to one"));
            return;
        }
        for (Field field : type.fields()) {
            Field own = name.isEmpty() ? field : field.named(name + "." + field.name());
            addPart(own, array, array.header().bytes(), type.bytes());
        }
    }

    private void addPart(Field field, NpyArray array, long start, int stride) {
        if (field.type().column().isEmpty()) {
            unreadable.add(new UnreadableColumn(
                    field.name(), field.type().descr(), field.type().reason()));
        } else {
            parts.add(Part.of(field, array, start, stride));
        }
    }

    private void checkNames(List<String> names, long columns) {
        if (!names.isEmpty() && names.size() != columns) {
            throw UserError.macro(
                    "columns= has " + names.size() + " names, but the array of " + file + " has " + columns
                            + " columns",
                    "name each of them");
        }
    }

    private void check() {
        Set<String> names = new HashSet<>();
        for (Part part : parts) {
            if (!names.add(part.info().name())) {
                throw UserError.data(
                        file + " has two columns '" + part.info().name() + "'", "rename one where the file is made");
            }
        }
        if (parts.isEmpty()) {
            String why = unreadable.isEmpty()
                    ? "its array has no columns"
                    : "'" + unreadable.get(0).name() + "': " + unreadable.get(0).reason();
            throw UserError.data(
                    file + " has no column that can be read: " + why, "save numbers of one or two dimensions");
        }
    }

    List<Part> parts() {
        return parts;
    }

    List<UnreadableColumn> unreadable() {
        return unreadable;
    }

    long rows() {
        return rows;
    }
}
