package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Finds the columns of a schema, which is a tree, and where each stands in a batch: lengths and buffers are numbered in the order in which one walks it. */
final class SchemaReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_FIELDS = 100_000;

    // Types that are made of others, by their numbers.
    private static final int LIST = 12;
    private static final int STRUCT = 13;
    private static final int UNION = 14;
    private static final int FIXED_LIST = 16;
    private static final int MAP = 17;
    private static final int LARGE_LIST = 21;
    private static final int RUNS = 22;
    private static final int LIST_VIEW = 25;
    private static final int LARGE_LIST_VIEW = 26;

    private final List<Leaf> leaves = new ArrayList<>();
    private final Map<Long, Value> dictionaries = new HashMap<>();
    private int fields;
    private int nodes;
    private int buffers;
    private int views;

    private SchemaReader() {}

    static Schema read(FlatTable schema) {
        if (schema.i16(0, 0) != 0) {
            throw new Damage.Found("its numbers have their highest byte first: write it on another machine");
        }
        SchemaReader reader = new SchemaReader();
        List<FlatTable> top = schema.tables(1);
        List<Integer> tops = new ArrayList<>();
        for (FlatTable field : top) {
            tops.add(reader.nodes);
            reader.field(field, new Above("", List.of(), 0, true), false);
        }
        return new Schema(reader.leaves, reader.dictionaries, tops);
    }

    /**
     * Where in the tree a field stands.
     *
     * @param name of the field above; empty at the top
     * @param path as in {@link Leaf}
     * @param isRead whether what is below can be read, or is only counted
     */
    private record Above(String name, List<Leaf.Step> path, int depth, boolean isRead) {
        Above below(String fieldName, Leaf.Step step) {
            List<Leaf.Step> longer = new ArrayList<>(path);
            longer.add(step);
            return new Above(fieldName, longer, depth + 1, isRead);
        }
    }

    private void field(FlatTable field, Above above, boolean isNameless) {
        if (above.depth() > MAX_DEPTH || ++fields > MAX_FIELDS) {
            throw new Damage.Found(
                    "its schema has more than " + MAX_FIELDS + " fields, or is nested deeper than " + MAX_DEPTH);
        }
        String own = field.text(0);
        String name = isNameless ? above.name() : above.name().isEmpty() ? own : above.name() + "." + own;
        int type = field.i8(2, 0);
        Leaf.Place place = new Leaf.Place(nodes++, buffers, views);
        if (field.table(4).isPresent()) {
            encoded(field, field.table(4).get(), new Above(name, above.path(), above.depth(), above.isRead()), place);
            return;
        }
        List<FlatTable> children = field.tables(5);
        switch (type) {
            case STRUCT -> {
                buffers += 1;
                Above here = above.below(name, new Leaf.Step(Leaf.Kind.STRUCTURE, place, 0));
                children.forEach(child -> field(child, here, false));
            }
            case LIST, MAP -> list(name, children, above, new Leaf.Step(Leaf.Kind.LIST, place, 0), 2);
            case LARGE_LIST -> list(name, children, above, new Leaf.Step(Leaf.Kind.LARGE_LIST, place, 0), 2);
            case FIXED_LIST -> {
                int size = field.need(3, "length of lists").i32(0, 0);
                if (size < 0) {
                    throw new Damage.Found("it has lists of length " + size);
                }
                list(name, children, above, new Leaf.Step(Leaf.Kind.FIXED_LIST, place, size), 1);
            }
            case UNION ->
                refused(
                        name,
                        type,
                        children,
                        above,
                        place,
                        field.need(3, "kind of a union").i16(0, 0) + 1);
            case RUNS -> refused(name, type, children, above, place, 0);
            case LIST_VIEW, LARGE_LIST_VIEW -> refused(name, type, children, above, place, 3);
            default -> values(name, Value.of(type, field.need(3, "type of a field")), above, place, type);
        }
    }

    private void list(String name, List<FlatTable> children, Above above, Leaf.Step step, int ownBuffers) {
        buffers += ownBuffers;
        if (children.size() != 1) {
            throw new Damage.Found("a list has " + children.size() + " kinds of items");
        }
        field(children.get(0), above.below(name, step), true);
    }

    /** Counts what a field that cannot be read has, and names it once. */
    private void refused(
            String name, int type, List<FlatTable> children, Above above, Leaf.Place place, int ownBuffers) {
        Value value = Value.refused("it holds values of type " + Value.name(type) + ", which is not read");
        add(name, type, above, new Content(place, value, OptionalLong.empty(), value));
        buffers += ownBuffers;
        Above here = new Above(name, above.path(), above.depth() + 1, false);
        children.forEach(child -> field(child, here, false));
    }

    private void values(String name, Value value, Above above, Leaf.Place place, int type) {
        if (type > LARGE_LIST_VIEW || type < 1) {
            throw new Damage.Found("the column '" + name + "' is of type " + type + ", which is not known here");
        }
        add(name, type, above, new Content(place, value, OptionalLong.empty(), value));
        switch (value.kind()) {
            case NULL -> {}
            case TEXT -> buffers += 3;
            case VIEW -> {
                buffers += 2;
                views++;
            }
            default -> buffers += 2;
        }
    }

    /** Adds a field that holds numbers of the words of a dictionary. */
    private void encoded(FlatTable field, FlatTable encoding, Above here, Leaf.Place place) {
        buffers += 2;
        Value index = encoding.table(1).map(t -> Value.of(2, t)).orElse(new Value(Value.Kind.WHOLE, 4, true, 0, ""));
        boolean isNested = !field.tables(5).isEmpty();
        Value word = isNested
                ? Value.refused("its dictionary holds lists or structures")
                : Value.of(field.i8(2, 0), field.need(3, "type of a field"));
        if (word.kind() == Value.Kind.NULL) {
            word = Value.refused("its dictionary holds nothing");
        }
        long id = encoding.i64(0, 0);
        Value known = dictionaries.putIfAbsent(id, word);
        if (known != null && !known.equals(word)) {
            throw new Damage.Found("its dictionary " + id + " holds words of two types");
        }
        add(here.name(), field.i8(2, 0), here, new Content(place, index, OptionalLong.of(id), word));
    }

    /** What a leaf says of its values. */
    private record Content(Leaf.Place place, Value value, OptionalLong dictionary, Value word) {}

    private void add(String name, int type, Above above, Content content) {
        if (above.isRead()) {
            leaves.add(new Leaf(
                    name,
                    Value.name(type),
                    above.path(),
                    content.place(),
                    content.value(),
                    content.dictionary(),
                    content.word()));
        }
    }
}
