package hep.winnow.columnar.parquet;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.BitPacker;
import hep.winnow.columnar.file.PlainValues;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The values of one column on their way into a page: as they are, with levels before them if they are in lists. */
final class ColumnBytes {
    private final ColumnInfo info;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream repetition = new ByteArrayOutputStream();
    private final ByteArrayOutputStream definition = new ByteArrayOutputStream();
    private final BitPacker truths = new BitPacker(values);
    private final BitPacker repetitions = new BitPacker(repetition);
    private final BitPacker definitions = new BitPacker(definition);
    private long count;

    ColumnBytes(ColumnInfo info) {
        this.info = info;
    }

    /** Adds the values of a block. */
    void add(Column column) {
        if (!(column instanceof Column.Lists lists)) {
            count += column.size();
            addValues(column);
            return;
        }
        for (int i = 0; i < lists.size(); i++) {
            int length = lists.length(i);
            for (int k = 0; k < Math.max(1, length); k++) {
                repetitions.add(k > 0);
                definitions.add(length > 0);
            }
            count += Math.max(1, length);
        }
        addValues(lists.values());
    }

    private void addValues(Column column) {
        if (column instanceof Column.Booleans c) {
            for (boolean x : c.values()) {
                truths.add(x);
            }
        } else if (column instanceof Column.Strings c) {
            addTexts(c.values());
        } else {
            PlainValues.write(column, values);
        }
    }

    private void addTexts(String[] texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            PlainValues.writeInt(bytes.length, values);
            values.writeBytes(bytes);
        }
    }

    /** Returns how many bytes there are by now. */
    long size() {
        return (long) values.size() + repetition.size() + definition.size();
    }

    /** Returns the number of values, empty lists among them. */
    long count() {
        return count;
    }

    /** Returns the number of the type of the values. */
    static int physical(ColumnType type) {
        return switch (type) {
            case BOOLEAN -> 0;
            case INT -> 1;
            case LONG -> 2;
            case FLOAT -> 4;
            case DOUBLE -> 5;
            case STRING -> 6;
        };
    }

    /** Returns the bytes of a page, and begins anew. */
    byte[] take() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        if (info.depth() > 0) {
            addLevels(repetitions, repetition, page);
            addLevels(definitions, definition, page);
        }
        truths.end();
        page.writeBytes(values.toByteArray());
        values.reset();
        count = 0;
        return page.toByteArray();
    }

    /** Adds levels as one run of groups of eight bits, with their length before them. */
    private void addLevels(BitPacker packer, ByteArrayOutputStream bits, ByteArrayOutputStream page) {
        packer.end();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        long groups = bits.size();
        long run = groups << 1 | 1;
        while ((run & ~0x7fL) != 0) {
            head.write((int) (run & 0x7f | 0x80));
            run >>>= 7;
        }
        head.write((int) run);
        int length = groups == 0 ? 0 : head.size() + bits.size();
        PlainValues.writeInt(length, page);
        if (groups > 0) {
            page.writeBytes(head.toByteArray());
            page.writeBytes(bits.toByteArray());
        }
        bits.reset();
    }
}
