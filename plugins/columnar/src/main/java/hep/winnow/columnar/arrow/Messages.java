package hep.winnow.columnar.arrow;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The descriptions in a file, as FlatBuffers. */
final class Messages {
    private static final int VERSION_5 = 4;

    // Types by their numbers.
    private static final int INT = 2;
    private static final int FLOATING_POINT = 3;
    private static final int UTF8 = 5;
    private static final int BOOL = 6;
    private static final int LIST = 12;

    private Messages() {}

    /**
     * A message in the file.
     *
     * @param at its offset
     * @param head bytes before its body
     * @param body bytes of its body
     */
    record Block(long at, long head, long body) {}

    /**
     * Describes columns.
     *
     * @param facts metadata
     */
    static byte[] schema(List<ColumnInfo> columns, Map<String, String> facts) {
        FlatBuilder to = new FlatBuilder();
        return message(to, Message.SCHEMA, addSchema(to, columns, facts), 0);
    }

    /**
     * Describes a batch.
     *
     * @param nodes length of each field, and how many of its values are missing
     * @param buffers offset and length of each
     */
    static byte[] batch(long rows, long[] nodes, long[] buffers, long bodyLength) {
        FlatBuilder to = new FlatBuilder();
        int bufferList = to.longs(buffers, 2);
        int nodeList = to.longs(nodes, 2);
        int header = to.begin(3)
                .number(0, 8, rows)
                .point(1, nodeList)
                .point(2, bufferList)
                .end();
        return message(to, Message.BATCH, header, bodyLength);
    }

    private static byte[] message(FlatBuilder to, int kind, int header, long bodyLength) {
        int message = to.begin(4)
                .number(3, 8, bodyLength)
                .point(2, header)
                .number(0, 2, VERSION_5)
                .number(1, 1, kind)
                .end();
        return to.finish(message);
    }

    /** Describes a file: the schema again, and where its batches stand. */
    static byte[] footer(List<ColumnInfo> columns, Map<String, String> facts, List<Block> batches) {
        FlatBuilder to = new FlatBuilder();
        int schema = addSchema(to, columns, facts);
        long[] blocks = new long[3 * batches.size()];
        for (int i = 0; i < batches.size(); i++) {
            blocks[3 * i] = batches.get(i).at();
            blocks[3 * i + 1] = batches.get(i).head();
            blocks[3 * i + 2] = batches.get(i).body();
        }
        int blockList = to.longs(blocks, 3);
        int dictionaries = to.longs(new long[0], 3);
        int footer = to.begin(4)
                .point(1, schema)
                .point(2, dictionaries)
                .point(3, blockList)
                .number(0, 2, VERSION_5)
                .end();
        return to.finish(footer);
    }

    private static int addSchema(FlatBuilder to, List<ColumnInfo> columns, Map<String, String> facts) {
        List<Integer> fields = new ArrayList<>();
        for (ColumnInfo column : columns) {
            fields.add(
                    column.depth() > 0
                            ? field(to, column.name(), LIST, type(to, LIST, column.type()), List.of(item(to, column)))
                            : values(to, column.name(), column.type()));
        }
        List<Integer> pairs = new ArrayList<>();
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            int key = to.text(fact.getKey());
            int value = to.text(fact.getValue());
            pairs.add(to.begin(2).point(0, key).point(1, value).end());
        }
        int fieldList = to.vector(fields);
        int factList = to.vector(pairs);
        return to.begin(4).point(1, fieldList).point(2, factList).end();
    }

    private static int item(FlatBuilder to, ColumnInfo column) {
        return values(to, "item", column.type());
    }

    private static int values(FlatBuilder to, String name, ColumnType type) {
        int number = number(type);
        return field(to, name, number, type(to, number, type), List.of());
    }

    private static int field(FlatBuilder to, String name, int number, int type, List<Integer> children) {
        int text = to.text(name);
        int childList = to.vector(children);
        return to.begin(7)
                .point(0, text)
                .point(3, type)
                .point(5, childList)
                .number(2, 1, number)
                .end();
    }

    private static int number(ColumnType type) {
        return switch (type) {
            case INT, LONG -> INT;
            case FLOAT, DOUBLE -> FLOATING_POINT;
            case BOOLEAN -> BOOL;
            case STRING -> UTF8;
        };
    }

    private static int type(FlatBuilder to, int number, ColumnType type) {
        return switch (number) {
            case INT ->
                to.begin(2)
                        .number(0, 4, type == ColumnType.INT ? 32 : 64)
                        .number(1, 1, 1)
                        .end();
            case FLOATING_POINT ->
                to.begin(1).number(0, 2, type == ColumnType.FLOAT ? 1 : 2).end();
            default -> to.begin(0).end();
        };
    }
}
