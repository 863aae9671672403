package hep.winnow.columnar.parquet;

import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import java.util.ArrayList;
import java.util.List;

/** Finds the leaves of a schema, which is a tree, written as a list in the order in which one walks it. */
final class SchemaReader {
    private static final int MAX_DEPTH = 32;
    private static final int OPTIONAL = 1;
    private static final int REPEATED = 2;

    // Converted types: what stored values stand for, in files of all ages.
    private static final int MAP = 1;
    private static final int MAP_KEY_VALUE = 2;
    private static final int LIST = 3;
    private static final int DECIMAL = 5;
    private static final int UINT_8 = 11;
    private static final int UINT_32 = 13;
    private static final int UINT_64 = 14;

    // Logical types, which say the same in newer files.
    private static final int LOGICAL_MAP = 2;
    private static final int LOGICAL_LIST = 3;
    private static final int LOGICAL_DECIMAL = 5;
    private static final int LOGICAL_INTEGER = 10;
    private static final int LOGICAL_FLOAT16 = 15;
    private static final int MAX_SCALE = 30;

    private final List<Thrift.Fields> elements;
    private final List<Leaf> leaves = new ArrayList<>();
    private int next;

    private SchemaReader(List<Thrift.Fields> elements) {
        this.elements = elements;
    }

    static List<Leaf> leaves(List<Thrift.Fields> elements) {
        SchemaReader reader = new SchemaReader(elements);
        if (elements.isEmpty()) {
            throw new Damage.Found("it has no schema");
        }
        long children = elements.get(reader.next++).number(5, 0);
        for (long i = 0; i < children; i++) {
            reader.read(new Place(List.of(), List.of(), 0, 0, 0, 0));
        }
        return reader.leaves;
    }

    /** Where in the tree an element stands: its path, the part of it that makes the name, levels, and how many levels from here on are no part of names. */
    private record Place(
            List<String> path, List<String> name, int definition, int repetition, int itemDefinition, int nameless) {}

    private void read(Place above) {
        if (next >= elements.size() || above.path().size() > MAX_DEPTH) {
            throw new Damage.Found("its schema is torn");
        }
        Thrift.Fields element = elements.get(next++);
        String own = element.text(4);
        long repetition = element.number(3, 0);
        int definition = above.definition() + (repetition == OPTIONAL || repetition == REPEATED ? 1 : 0);
        int depth = above.repetition() + (repetition == REPEATED ? 1 : 0);
        int item = repetition == REPEATED ? definition : above.itemDefinition();
        List<String> path = with(above.path(), own);
        List<String> name = above.nameless() > 0 ? above.name() : with(above.name(), own);
        long kind = element.number(6, -1);
        long children = element.number(5, 0);
        boolean isList = kind == LIST || element.struct(10).has(LOGICAL_LIST);
        boolean isMap =
                kind == MAP || kind == MAP_KEY_VALUE || element.struct(10).has(LOGICAL_MAP);
        if (children == 0 && element.has(1)) {
            leaves.add(new Leaf(
                    String.join(".", name),
                    path,
                    Physical.of(element.number(1)),
                    definition,
                    depth,
                    item,
                    meaning(element, depth),
                    (int) Math.max(0, Math.min(element.number(2, 0), 1 << 20))));
            return;
        }
        Place here = new Place(path, name, definition, depth, item, nameless(above, isList, isMap, children));
        for (long i = 0; i < children; i++) {
            read(here);
        }
    }

    /** Below a list stand a repeated group and its item, whatever these are called; in old files the group is the item. Below a map stands a repeated group. */
    private static int nameless(Place above, boolean isList, boolean isMap, long children) {
        if (isList) {
            return 2;
        }
        return isMap || above.nameless() == 2 && children == 1 ? 1 : 0;
    }

    private static List<String> with(List<String> path, String name) {
        List<String> all = new ArrayList<>(path);
        all.add(name);
        return all;
    }

    private static Leaf.Meaning meaning(Thrift.Fields element, int repetition) {
        if (repetition > 1) {
            return refused("it has lists of lists");
        }
        int kind = (int) element.number(6, -1);
        Thrift.Fields logical = element.struct(10);
        boolean isDecimal = kind == DECIMAL || logical.has(LOGICAL_DECIMAL);
        long scale =
                isDecimal ? element.number(7, logical.struct(LOGICAL_DECIMAL).number(1, 0)) : 0;
        if (scale < 0 || scale > MAX_SCALE) {
            return refused("it has " + scale + " digits behind the point");
        }
        Thrift.Fields whole = logical.struct(LOGICAL_INTEGER);
        boolean isUnsigned = kind >= UINT_8 && kind <= UINT_64 || whole.has(2) && !whole.truth(2, true);
        boolean isWide = kind == UINT_32 || isUnsigned && whole.number(1, 0) == 32;
        return switch (Physical.of(element.number(1))) {
            case BOOLEAN -> read(ColumnType.BOOLEAN);
            case INT32 ->
                isDecimal
                        ? new Leaf.Meaning(ColumnType.DOUBLE, false, (int) scale, "")
                        : new Leaf.Meaning(isWide ? ColumnType.LONG : ColumnType.INT, isUnsigned, 0, "");
            case INT64 ->
                isDecimal
                        ? new Leaf.Meaning(ColumnType.DOUBLE, false, (int) scale, "")
                        : new Leaf.Meaning(ColumnType.LONG, isUnsigned, 0, "");
            case FLOAT -> read(ColumnType.FLOAT);
            case DOUBLE -> read(ColumnType.DOUBLE);
            case INT96 -> refused("it holds times of 96 bits: write them as 64 bits");
            case BYTE_ARRAY -> isDecimal ? refused("it holds decimal numbers as bytes") : read(ColumnType.STRING);
            case FIXED_LEN_BYTE_ARRAY ->
                logical.has(LOGICAL_FLOAT16) && element.number(2, 0) == 2
                        ? read(ColumnType.FLOAT)
                        : refused("it holds bytes of no type that is read");
        };
    }

    private static Leaf.Meaning read(ColumnType type) {
        return new Leaf.Meaning(type, false, 0, "");
    }

    private static Leaf.Meaning refused(String why) {
        return new Leaf.Meaning(ColumnType.DOUBLE, false, 0, why);
    }
}
