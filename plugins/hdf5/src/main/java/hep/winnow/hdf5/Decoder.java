package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.kernels.FloatMath;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Turns the rows of a dataset into columns. Numbers are decoded here, texts and lists, which lie elsewhere in the file, by the library. */
final class Decoder {
    private static final int MAX_VALUES = 1 << 27;

    private final Path file;
    private final TableColumn column;
    private final HdfBackingStorage storage;

    Decoder(Path file, TableColumn column, HdfBackingStorage storage) {
        this.file = file;
        this.column = column;
        this.storage = storage;
    }

    /** Returns the column of {@code n} rows of {@code stride} bytes. */
    Column column(ByteBuffer rows, int stride, int n) {
        DataType type = column.type();
        int bytes = type.getSize();
        int elements = column.elements();
        if (column.dimensions().isEmpty() && (type instanceof FixedPoint || type instanceof FloatingPoint)) {
            return numbers(type, rows, column.offset(), stride, n);
        }
        ByteBuffer packed = ByteBuffer.allocate(Math.multiplyExact(Math.multiplyExact(n, elements), bytes));
        for (int i = 0; i < n; i++) {
            packed.put(i * elements * bytes, rows, i * stride + column.offset(), elements * bytes);
        }
        return Column.Lists.ofShape(values(type, packed, n * elements), column.dimensions(), n);
    }

    /** Returns {@code n} values that lie one behind the other. */
    Column values(DataType type, ByteBuffer packed, int n) {
        if (type instanceof FixedPoint || type instanceof FloatingPoint) {
            return numbers(type, packed, 0, type.getSize(), n);
        }
        if (type instanceof BitField) {
            boolean[] out = new boolean[n];
            for (int i = 0; i < n; i++) {
                out[i] = packed.get(i) != 0;
            }
            return new Column.Booleans(out);
        }
        if (n == 0) {
            return Element.isList(type) ? new Column.Lists(new int[1], none()) : none();
        }
        Object data =
                Guard.call(file, () -> type.fillData(packed.order(ByteOrder.LITTLE_ENDIAN), new int[] {n}, storage));
        if (Element.isList(type)) {
            return lists((Object[]) data);
        }
        String[] texts = (String[]) data;
        for (int i = 0; i < n; i++) {
            if (texts[i] == null) {
                texts[i] = "";
            }
        }
        return type instanceof EnumDataType words && Element.isTruth(words) ? truths(texts) : new Column.Strings(texts);
    }

    private static Column truths(String[] texts) {
        boolean[] out = new boolean[texts.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = texts[i].equals("TRUE");
        }
        return new Column.Booleans(out);
    }

    private Column none() {
        return switch (column.info().type()) {
            case FLOAT -> new Column.Floats(new float[0]);
            case DOUBLE -> new Column.Doubles(new double[0]);
            case INT -> new Column.Ints(new int[0]);
            case LONG -> new Column.Longs(new long[0]);
            case BOOLEAN -> new Column.Booleans(new boolean[0]);
            case STRING -> new Column.Strings(new String[0]);
        };
    }

    /** Returns the lists of any length that the library gives as one array each. */
    private Column lists(Object[] data) {
        int[] offsets = new int[data.length + 1];
        long total = 0;
        for (int i = 0; i < data.length; i++) {
            total += data[i] == null ? 0 : java.lang.reflect.Array.getLength(data[i]);
            if (total > MAX_VALUES) {
                throw UserError.data(file + " has lists too long for one block in " + column.dataset(), Guard.HELP);
            }
            offsets[i + 1] = (int) total;
        }
        ListValues values = new ListValues(column.info().type(), (int) total);
        for (int i = 0; i < data.length; i++) {
            if (data[i] != null) {
                values.put(data[i], offsets[i]);
            }
        }
        return new Column.Lists(offsets, values.column());
    }

    private Column numbers(DataType type, ByteBuffer data, int offset, int stride, int n) {
        ByteBuffer in = data.duplicate().order(((OrderedDataType) type).getByteOrder());
        int bytes = type.getSize();
        boolean isSigned = !(type instanceof FixedPoint whole) || whole.isSigned();
        switch (column.info().type()) {
            case FLOAT -> {
                float[] out = new float[n];
                for (int i = 0; i < n; i++) {
                    int at = offset + i * stride;
                    out[i] = bytes == 2 ? FloatMath.ofHalf(in.getShort(at)) : in.getFloat(at);
                }
                return new Column.Floats(out);
            }
            case DOUBLE -> {
                double[] out = new double[n];
                for (int i = 0; i < n; i++) {
                    out[i] = in.getDouble(offset + i * stride);
                }
                return new Column.Doubles(out);
            }
            case INT -> {
                int[] out = new int[n];
                for (int i = 0; i < n; i++) {
                    out[i] = (int) whole(in, offset + i * stride, bytes, isSigned);
                }
                return new Column.Ints(out);
            }
            default -> {
                long[] out = new long[n];
                for (int i = 0; i < n; i++) {
                    out[i] = whole(in, offset + i * stride, bytes, isSigned);
                    if (!isSigned && out[i] < 0) {
                        throw tooGreat(out[i]);
                    }
                }
                return new Column.Longs(out);
            }
        }
    }

    /** Returns {@code n} whole numbers that lie one behind the other; those beyond 2^63 - 1 are negative. */
    static long[] wholes(DataType type, ByteBuffer packed, int n) {
        FixedPoint whole = (FixedPoint) type;
        ByteBuffer in = packed.duplicate().order(whole.getByteOrder());
        long[] out = new long[n];
        for (int i = 0; i < n; i++) {
            out[i] = whole(in, i * whole.getSize(), whole.getSize(), whole.isSigned());
        }
        return out;
    }

    private UserError tooGreat(long value) {
        return UserError.data(
                file + " holds " + Long.toUnsignedString(value) + " in '"
                        + column.info().name() + "', which is beyond 2^63 - 1",
                "save it as a double, or with a sign if only equality matters");
    }

    private static long whole(ByteBuffer in, int at, int bytes, boolean isSigned) {
        return switch (bytes) {
            case 1 -> isSigned ? in.get(at) : in.get(at) & 0xff;
            case 2 -> isSigned ? in.getShort(at) : in.getShort(at) & 0xffff;
            case 4 -> isSigned ? in.getInt(at) : in.getInt(at) & 0xffffffffL;
            default -> in.getLong(at);
        };
    }
}
