package hep.winnow.columnar.arrow;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.BitPacker;
import hep.winnow.columnar.file.PlainValues;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of one column on their way into a batch. No value is missing, and so the buffers that would tell of it are empty. */
final class ColumnBuffers {
    private static final byte[] NONE = {};

    private final ColumnInfo info;
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final ByteArrayOutputStream textEnds = new ByteArrayOutputStream();
    private final ByteArrayOutputStream listEnds = new ByteArrayOutputStream();
    private final BitPacker truths = new BitPacker(values);
    private long events;
    private long count;

    ColumnBuffers(ColumnInfo info) {
        this.info = info;
        begin();
    }

    private void begin() {
        events = 0;
        count = 0;
        if (info.type() == ColumnType.STRING) {
            PlainValues.writeInt(0, textEnds);
        }
        if (info.depth() > 0) {
            PlainValues.writeInt(0, listEnds);
        }
    }

    /** Adds the values of a block. */
    void add(Column column) {
        events += column.size();
        if (column instanceof Column.Lists lists) {
            for (int i = 1; i <= lists.size(); i++) {
                PlainValues.writeInt(Math.toIntExact(count + lists.offsets()[i]), listEnds);
            }
            addValues(lists.values());
        } else {
            addValues(column);
        }
    }

    private void addValues(Column column) {
        count += column.size();
        if (column instanceof Column.Booleans c) {
            for (boolean x : c.values()) {
                truths.add(x);
            }
        } else if (column instanceof Column.Strings c) {
            for (String text : c.values()) {
                values.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                PlainValues.writeInt(values.size(), textEnds);
            }
        } else {
            PlainValues.write(column, values);
        }
    }

    /** Returns how many bytes there are by now. */
    long size() {
        return (long) values.size() + textEnds.size() + listEnds.size();
    }

    /** Returns the length of each field, and how many of its values are missing: none. */
    List<Long> nodes() {
        return info.depth() > 0 ? List.of(events, 0L, count, 0L) : List.of(events, 0L);
    }

    /** Returns the buffers of a batch, and begins anew. */
    List<byte[]> take() {
        truths.end();
        List<byte[]> buffers = new ArrayList<>();
        if (info.depth() > 0) {
            buffers.add(NONE);
            buffers.add(listEnds.toByteArray());
        }
        buffers.add(NONE);
        if (info.type() == ColumnType.STRING) {
            buffers.add(textEnds.toByteArray());
        }
        buffers.add(values.toByteArray());
        values.reset();
        textEnds.reset();
        listEnds.reset();
        begin();
        return buffers;
    }
}
