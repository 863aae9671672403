package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.CompoundDataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the tables of a file. Links to other places and other files are not followed. */
final class TableFinder {
    private static final int MAX_NODES = 100_000;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAMES = 1 << 17;
    private static final String VALUES = "values";
    private static final String OFFSETS = "offsets";
    private static final List<String> NAME_LISTS = List.of("columns", "column_names", "names", "labels");

    private final List<Table> tables = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();
    private int nodes;

    private TableFinder() {}

    /** Returns the names of the tables of a file, sorted as its groups are. */
    static List<String> names(Path file) {
        return Guard.with(file, hdf -> all(hdf).stream().map(Table::name).toList());
    }

    /**
     * Returns one table.
     *
     * @param wanted its name; may be empty if there is one only
     */
    static Table find(Path file, HdfFile hdf, Optional<String> wanted) {
        List<Table> tables = all(hdf);
        List<String> names = tables.stream().map(Table::name).toList();
        String list = names.isEmpty() ? "there are none" : "there are \"" + String.join("\", \"", names) + "\"";
        if (wanted.isPresent()) {
            String name = wanted.get().length() > 1 ? wanted.get().replaceAll("^/+|/+$", "") : wanted.get();
            return tables.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> UserError.data(file + " has no table \"" + wanted.get() + "\"", list));
        }
        if (tables.size() != 1) {
            throw UserError.data(
                    file + " holds " + (tables.isEmpty() ? "no table" : tables.size() + " tables"),
                    tables.isEmpty() ? "expected datasets of one length in a group" : "say which: table=…; " + list);
        }
        return tables.get(0);
    }

    private static List<Table> all(HdfFile hdf) {
        TableFinder finder = new TableFinder();
        finder.walk(hdf, 0);
        return finder.tables;
    }

    private void walk(Group group, int depth) {
        boolean isIndex = text(group, "CLASS").filter(c -> c.endsWith("INDEX")).isPresent();
        if (depth > MAX_DEPTH || isIndex || !seen.add(group.getAddress())) {
            return;
        }
        Map<String, Node> children = children(group);
        String kind = text(group, "pandas_type").orElse("");
        if (kind.equals("frame")) {
            tables.add(PandasFrame.fixed(name(group), children));
        } else if (kind.startsWith("frame") && children.get("table") instanceof Dataset records) {
            tables.add(PandasFrame.table(name(group), group, records));
        } else {
            plain(group, children);
            children.values().stream()
                    .filter(Group.class::isInstance)
                    .map(Group.class::cast)
                    .filter(inner -> !isJagged(inner))
                    .forEach(inner -> walk(inner, depth + 1));
        }
    }

    /** Returns what a group holds, in the order in which it was put there if the group keeps that; its objects then lie in the file in this order. Otherwise by name. */
    private Map<String, Node> children(Group group) {
        Map<String, Node> named = new TreeMap<>();
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            if (++nodes > MAX_NODES) {
                break;
            }
            if (!child.getValue().isLink()) {
                named.put(child.getKey(), child.getValue());
            }
        }
        if (!group.isLinkCreationOrderTracked()) {
            return named;
        }
        Map<String, Node> ordered = new LinkedHashMap<>();
        named.entrySet().stream()
                .sorted(Comparator.comparingLong(child -> child.getValue().getAddress()))
                .forEach(child -> ordered.put(child.getKey(), child.getValue()));
        return ordered;
    }

    /** Tells whether a group is a jagged column: its values, and where the list of each event ends. */
    private static boolean isJagged(Group group) {
        return group.getChildren().keySet().equals(Set.of(VALUES, OFFSETS))
                && group.getChild(VALUES) instanceof Dataset
                && group.getChild(OFFSETS) instanceof Dataset;
    }

    private void plain(Group group, Map<String, Node> children) {
        List<Node> columns = new ArrayList<>();
        for (Node child : children.values()) {
            if (child instanceof Dataset dataset && dataset.isCompound() && !dataset.isScalar()) {
                TableMaker maker = new TableMaker(name(child), dataset.getDimensions()[0]);
                if (dataset.getDimensions().length == 1 && dataset.getDataType() instanceof CompoundDataType) {
                    maker.addFields(dataset, field -> List.of());
                } else {
                    maker.refuse(child.getName(), dataset, "it is an array of records of several dimensions");
                }
                tables.add(maker.table());
            } else if (child instanceof Dataset || child instanceof Group inner && isJagged(inner)) {
                columns.add(child);
            }
        }
        long rows = columns.stream().mapToLong(TableFinder::rows).max().orElse(-1);
        if (rows >= 0) {
            TableMaker maker = new TableMaker(name(group), rows);
            for (Node column : columns) {
                if (column instanceof Dataset dataset) {
                    maker.add(column.getName(), dataset, columnNames(dataset));
                } else if (column instanceof Group inner) {
                    maker.addLists(
                            column.getName(), (Dataset) inner.getChild(VALUES), (Dataset) inner.getChild(OFFSETS));
                }
            }
            tables.add(maker.table());
        }
    }

    /** Returns how many rows a column has; -1 for a single value. */
    private static long rows(Node column) {
        int[] dimensions = column instanceof Group jagged
                ? ((Dataset) jagged.getChild(OFFSETS)).getDimensions()
                : ((Dataset) column).getDimensions();
        return dimensions.length == 0 ? -1 : dimensions[0] - (column instanceof Group ? 1 : 0);
    }

    /** Returns what an attribute of a dataset of two dimensions calls its columns; empty if there is none. */
    private static List<String> columnNames(Dataset dataset) {
        if (dataset.getDimensions().length != 2) {
            return List.of();
        }
        for (String list : NAME_LISTS) {
            Attribute attribute = dataset.getAttributes().get(list);
            if (attribute != null
                    && attribute.getSize() <= MAX_NAMES
                    && attribute.getData() instanceof String[] names) {
                return Arrays.asList(names);
            }
        }
        return List.of();
    }

    /** Returns the text of an attribute. */
    static Optional<String> text(Node node, String attribute) {
        Attribute found = node.getAttributes().get(attribute);
        return found == null || found.isEmpty() || !(found.getData() instanceof String text)
                ? Optional.empty()
                : Optional.of(text);
    }

    private static String name(Node node) {
        String path = node.getPath().replaceAll("^/+|/+$", "");
        return path.isEmpty() ? "/" : path;
    }
}
