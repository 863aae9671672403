package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.UnreadableColumn;
import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.ArrayDataType;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers the columns of a table, dataset by dataset. */
final class TableMaker {
    /** Greatest number of columns of a dataset. */
    static final int MAX_COLUMNS = 1 << 17;

    /** Greatest number of bytes of a row. */
    static final int MAX_ROW_BYTES = 1 << 26;

    private static final int MAX_DEPTH = 16;

    private final String name;
    private final long rows;
    private final List<TableColumn> columns = new ArrayList<>();
    private final List<UnreadableColumn> unreadable = new ArrayList<>();

    TableMaker(String name, long rows) {
        this.name = name;
        this.rows = rows;
    }

    /** Returns what was gathered. */
    Table table() {
        Set<String> names = new HashSet<>();
        for (TableColumn column : columns) {
            if (!names.add(column.info().name())) {
                throw UserError.data(
                        "the table " + name + " has two columns '"
                                + column.info().name() + "'",
                        "rename one where the file is made");
            }
        }
        return new Table(name, rows, columns, unreadable);
    }

    /** Puts columns in the order of their names in a list; others stand behind. */
    void sortAs(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(names.get(i), i);
        }
        places.putIfAbsent("index", -1);
        columns.sort(Comparator.comparingInt(c -> places.getOrDefault(c.info().name(), names.size())));
    }

    void refuse(String column, Dataset dataset, String reason) {
        unreadable.add(new UnreadableColumn(column, Element.name(dataset.getDataType()), reason));
    }

    /** Adds a dataset of one dimension, or of two, whose columns have these names; none for those that follow from its own. */
    void add(String column, Dataset dataset, List<String> names) {
        int[] dimensions = dataset.getDimensions();
        if (dimensions.length == 0 || dimensions[0] != rows) {
            String length = dimensions.length == 0 ? "it is one value" : "it has " + dimensions[0] + " rows";
            refuse(column, dataset, length + ", but the table has " + rows + " rows");
        } else if (dimensions.length == 1) {
            addElement(names.isEmpty() ? column : names.get(0), dataset.getDataType(), place(dataset), List.of());
        } else if (dimensions.length > 2) {
            refuse(column, dataset, "it has " + dimensions.length + " dimensions: reshape it to events x columns");
        } else {
            addColumns(column, dataset, names);
        }
    }

    private void addColumns(String column, Dataset dataset, List<String> names) {
        int n = dataset.getDimensions()[1];
        DataType type = dataset.getDataType();
        if (n > MAX_COLUMNS || (long) n * type.getSize() > MAX_ROW_BYTES) {
            refuse(column, dataset, "it has " + n + " columns: is it transposed?");
            return;
        }
        if (!names.isEmpty() && names.size() != n) {
            throw UserError.data(
                    "the dataset " + dataset.getPath() + " has " + n + " columns, but its list of names has "
                            + names.size(),
                    "mend the list where the file is made");
        }
        for (int i = 0; i < n; i++) {
            String own = names.isEmpty() ? column + i : names.get(i);
            addElement(own, type, place(dataset).behind(i * type.getSize()), List.of());
        }
    }

    /** Adds the fields of records, nested ones with the names of all levels. */
    void addFields(Dataset dataset, FieldNames names) {
        addFields("", (CompoundDataType) dataset.getDataType(), place(dataset), names, 0);
    }

    /** Says what the elements of a field of several are called; empty if they are a list. */
    @FunctionalInterface
    interface FieldNames {
        List<String> of(String field);
    }

    private record Place(String dataset, int offset, String unit) {
        Place behind(int bytes) {
            return new Place(dataset, offset + bytes, unit);
        }
    }

    private static Place place(Dataset dataset) {
        return new Place(dataset.getPath(), 0, unit(dataset));
    }

    private void addFields(String outer, CompoundDataType type, Place place, FieldNames names, int depth) {
        if (depth > MAX_DEPTH || type.getMembers().size() > MAX_COLUMNS || type.getSize() > MAX_ROW_BYTES) {
            unreadable.add(new UnreadableColumn(outer, Element.name(type), "its records are too large"));
            return;
        }
        for (CompoundDataType.CompoundDataMember member : type.getMembers()) {
            String own = outer.isEmpty() ? member.getName() : outer + "." + member.getName();
            Place at = place.behind(member.getOffset());
            if (member.getOffset() < 0
                    || (long) member.getOffset() + member.getDataType().getSize() > type.getSize()) {
                throw UserError.data(
                        "the field '" + own + "' of " + place.dataset() + " reaches beyond its record", Guard.HELP);
            }
            if (member.getDataType() instanceof CompoundDataType inner) {
                addFields(own, inner, at, names, depth + 1);
            } else if (member.getDataType() instanceof ArrayDataType array) {
                addArray(own, array, at, names.of(own));
            } else {
                List<String> told = names.of(own);
                addElement(told.size() == 1 ? told.get(0) : own, member.getDataType(), at, List.of());
            }
        }
    }

    private void addArray(String field, ArrayDataType array, Place place, List<String> names) {
        DataType base = array.getBaseType();
        List<Integer> dimensions = new ArrayList<>();
        long elements = 1;
        for (int d : array.getArrayTypeDimensions()) {
            dimensions.add(d);
            elements = Math.min(MAX_ROW_BYTES + 1L, elements * Math.max(0, d));
        }
        if (elements * Math.max(1, base.getSize()) > array.getSize()) {
            throw UserError.data(
                    "the field '" + field + "' of " + place.dataset() + " has more elements than bytes", Guard.HELP);
        }
        if (names.isEmpty()) {
            addElement(field, base, place, dimensions);
            return;
        }
        if (names.size() != elements) {
            throw UserError.data(
                    "the field '" + field + "' of " + place.dataset() + " has " + elements
                            + " elements, but its list of names has " + names.size(),
                    Guard.HELP);
        }
        for (int i = 0; i < names.size(); i++) {
            addElement(names.get(i), base, place.behind(i * base.getSize()), List.of());
        }
    }

    private void addElement(String column, DataType type, Place place, List<Integer> dimensions) {
        Optional<ColumnType> known = Element.column(type);
        if (known.isEmpty() || type.getSize() <= 0 || type.getSize() > MAX_ROW_BYTES) {
            unreadable.add(new UnreadableColumn(
                    column, Element.name(type), "its elements are neither numbers, truth values nor texts"));
            return;
        }
        int depth = dimensions.size() + (Element.isList(type) ? 1 : 0);
        columns.add(new TableColumn(
                new ColumnInfo(column, known.get(), depth, place.unit()),
                place.dataset(),
                type,
                place.offset(),
                dimensions,
                Optional.empty()));
    }

    /** Adds a jagged column: values of all events, and where the list of each begins and ends. */
    void addLists(String column, Dataset values, Dataset offsets) {
        Optional<ColumnType> known = Element.column(values.getDataType());
        if (!(offsets.getDataType() instanceof FixedPoint) || !isLine(offsets) || !isLine(values)) {
            refuse(column, values, "its offsets must be whole numbers, and both its datasets of one dimension");
        } else if (offsets.getDimensions()[0] != rows + 1) {
            refuse(
                    column,
                    values,
                    "it has " + (offsets.getDimensions()[0] - 1) + " lists, but the table has " + rows + " rows");
        } else if (known.isEmpty() || Element.isList(values.getDataType())) {
            refuse(column, values, "the values of its lists are neither numbers, truth values nor texts");
        } else {
            columns.add(new TableColumn(
                    new ColumnInfo(column, known.get(), 1, unit(values)),
                    values.getPath(),
                    values.getDataType(),
                    0,
                    List.of(),
                    Optional.of(offsets.getPath())));
        }
    }

    private static boolean isLine(Dataset dataset) {
        return dataset.getDimensions().length == 1;
    }

    /** Returns the unit of a dataset, as netCDF files have it. */
    private static String unit(Dataset dataset) {
        return TableFinder.text(dataset, "units").orElse("");
    }
}
