package hep.winnow.root.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;

/** A branch of one {@code std::string} an event, or of vectors of texts, or of vectors of vectors of numbers: a {@code TBranchElement}. */
final class ObjectBranch extends Branch {
    private static final int COUNTED = 0x40000000;

    /** Version with which ROOT streams a vector, and that of its class in the tree. */
    private static final int VECTOR = 9;

    private static final int VECTOR_CLASS = 6;
    private static final int STRING_CLASS = 2;

    /** The checksum that ROOT has for {@code std::string}. */
    private static final int STRING_CHECKSUM = 0xCE81D3E7;

    private static final int SPLIT = 99;
    private static final int WHOLE = -1;

    private final ColumnInfo column;
    private final String type;
    private final int codec;
    private final ObjectLeaf leaf;

    ObjectBranch(ColumnInfo column, int codec) {
        super(column.name(), column.unit(), 0);
        this.column = column;
        this.codec = codec;
        this.leaf = new ObjectLeaf(column.name());
        this.type = type(column);
    }

    private static String type(ColumnInfo column) {
        String name = column.type() == ColumnType.STRING
                ? "string"
                : LeafType.of(column.type()).cpp();
        for (int d = 0; d < column.depth(); d++) {
            name = "vector<" + name + (name.endsWith(">") ? " >" : ">");
        }
        return name;
    }

    /** Adds the values of events. */
    void add(Column values, int from, int to) {
        for (int i = from; i < to; i++) {
            basket().begin();
            if (values instanceof Column.Strings texts) {
                basket().values().text(Texts.utf8(texts.values()[i], column.name()));
            } else if (values instanceof Column.Lists lists) {
                vector(lists, i);
            }
        }
    }

    private void vector(Column.Lists lists, int event) {
        ByteSink out = basket().values();
        int at = out.size();
        int first = lists.offsets()[event];
        int last = lists.offsets()[event + 1];
        out.i32(0).i16(VECTOR).i32(last - first);
        for (int k = first; k < last; k++) {
            if (lists.values() instanceof Column.Strings texts) {
                out.text(Texts.utf8(texts.values()[k], column.name()));
            } else if (lists.values() instanceof Column.Lists inner) {
                numbers(inner, k, out);
            }
        }
        out.set32(at, COUNTED | out.size() - at - Integer.BYTES);
    }

    private void numbers(Column.Lists lists, int list, ByteSink out) {
        int first = lists.offsets()[list];
        int last = lists.offsets()[list + 1];
        out.i32(last - first);
        LeafType.put(
                lists.values(),
                first,
                last,
                out.next((last - first) * LeafType.of(column.type()).bytes()));
    }

    @Override
    boolean hasEqualEntries() {
        return false;
    }

    @Override
    Streamed leaf() {
        return leaf;
    }

    @Override
    String title() {
        return column.name();
    }

    @Override
    public String className() {
        return "TBranchElement";
    }

    @Override
    public void write(ObjectWriter to) {
        boolean isVector = column.depth() > 0;
        to.part(10, () -> {
            base(to, codec, isVector ? SPLIT : 0);
            to.out().text(type).text("").text("");
            to.out()
                    .i32(isVector ? checksum(type) : STRING_CHECKSUM)
                    .i16(isVector ? VECTOR_CLASS : STRING_CLASS)
                    .i32(WHOLE)
                    .i32(isVector ? 0 : WHOLE)
                    .i32(WHOLE)
                    .i32(0);
            to.nothing().nothing();
        });
    }

    /** Returns the checksum that ROOT has for a container, which comes from its name alone. */
    private static int checksum(String type) {
        return type.chars().reduce(0, (sum, c) -> 3 * sum + c);
    }
}
