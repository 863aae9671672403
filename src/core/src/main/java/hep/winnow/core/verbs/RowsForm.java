package hep.winnow.core.verbs;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.step.PartForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How blocks of saved events are kept on their way: the values of their columns, bit by bit, or their lines of text. Saved events carry no physical weight, so that nothing is scaled. */
final class RowsForm implements PartForm<SaveEvents.Rows> {
    @Override
    public void write(SaveEvents.Rows part, DataOutput out) throws IOException {
        if (part instanceof SaveEvents.Text text) {
            out.writeBoolean(true);
            out.writeInt(text.events());
            out.writeInt(text.rows().length);
            out.write(text.rows());
            return;
        }
        EventBlock block = ((SaveEvents.Columns) part).block();
        out.writeBoolean(false);
        out.writeInt(block.size());
        out.writeInt(block.columns().size());
        for (Column column : block.columns()) {
            write(column, out);
        }
    }

    private static void write(Column column, DataOutput out) throws IOException {
        out.writeBoolean(column instanceof Column.Lists);
        if (column instanceof Column.Lists lists) {
            for (int i = 0; i <= lists.size(); i++) {
                out.writeInt(lists.offsets()[i]);
            }
            out.writeInt(lists.values().size());
            write(lists.values(), out);
            return;
        }
        out.writeUTF(column.type().name());
        out.writeInt(column.size());
        for (int i = 0; i < column.size(); i++) {
            if (column instanceof Column.Strings strings) {
                LongText.write(strings.values()[i], out);
            } else if (column instanceof Column.Longs longs) {
                out.writeLong(longs.values()[i]);
            } else if (column instanceof Column.Ints ints) {
                out.writeInt(ints.values()[i]);
            } else if (column instanceof Column.Booleans booleans) {
                out.writeBoolean(booleans.values()[i]);
            } else if (column instanceof Column.Floats floats) {
                out.writeInt(Float.floatToRawIntBits(floats.values()[i]));
            } else {
                out.writeLong(Double.doubleToRawLongBits(((Column.Doubles) column).values()[i]));
            }
        }
    }

    @Override
    public SaveEvents.Rows read(DataInput in) throws IOException {
        boolean isText = in.readBoolean();
        int events = in.readInt();
        int count = in.readInt();
        if (isText) {
            byte[] rows = new byte[count];
            in.readFully(rows);
            return new SaveEvents.Text(rows, events);
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column(in, events));
        }
        return new SaveEvents.Columns(new EventBlock(events, columns));
    }

    private static Column column(DataInput in, int events) throws IOException {
        if (!in.readBoolean()) {
            return values(in);
        }
        int[] offsets = new int[events + 1];
        for (int i = 0; i <= events; i++) {
            offsets[i] = in.readInt();
        }
        return new Column.Lists(offsets, column(in, in.readInt()));
    }

    private static Column values(DataInput in) throws IOException {
        ColumnType type = ColumnType.valueOf(in.readUTF());
        int n = in.readInt();
        switch (type) {
            case STRING -> {
                String[] values = new String[n];
                for (int i = 0; i < n; i++) {
                    values[i] = LongText.read(in);
                }
                return new Column.Strings(values);
            }
            case LONG -> {
                long[] values = new long[n];
                for (int i = 0; i < n; i++) {
                    values[i] = in.readLong();
                }
                return new Column.Longs(values);
            }
            case INT -> {
                int[] values = new int[n];
                for (int i = 0; i < n; i++) {
                    values[i] = in.readInt();
                }
                return new Column.Ints(values);
            }
            case BOOLEAN -> {
                boolean[] values = new boolean[n];
                for (int i = 0; i < n; i++) {
                    values[i] = in.readBoolean();
                }
                return new Column.Booleans(values);
            }
            case FLOAT -> {
                float[] values = new float[n];
                for (int i = 0; i < n; i++) {
                    values[i] = Float.intBitsToFloat(in.readInt());
                }
                return new Column.Floats(values);
            }
            default -> {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) {
                    values[i] = Double.longBitsToDouble(in.readLong());
                }
                return new Column.Doubles(values);
            }
        }
    }

    @Override
    public SaveEvents.Rows scaled(SaveEvents.Rows part, IntToDoubleFunction factor) {
        return part;
    }
}
