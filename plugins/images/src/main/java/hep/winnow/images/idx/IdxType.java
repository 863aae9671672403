package hep.winnow.images.idx;

import hep.winnow.api.event.ColumnType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The type of the values of an IDX file; all are big-endian. */
enum IdxType {
    UBYTE(0x08, 1, ColumnType.FLOAT) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.get(i) & 0xff;
        }
    },
    BYTE(0x09, 1, ColumnType.FLOAT) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.get(i);
        }
    },
    SHORT(0x0b, 2, ColumnType.FLOAT) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.getShort(2 * i);
        }
    },
    INT(0x0c, 4, ColumnType.DOUBLE) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.getInt(4 * i);
        }
    },
    FLOAT(0x0d, 4, ColumnType.FLOAT) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.getFloat(4 * i);
        }
    },
    DOUBLE(0x0e, 8, ColumnType.DOUBLE) {
        @Override
        double at(ByteBuffer data, int i) {
            return data.getDouble(8 * i);
        }
    };

    private final int code;
    private final int bytes;
    private final ColumnType column;

    IdxType(int code, int bytes, ColumnType column) {
        this.code = code;
        this.bytes = bytes;
        this.column = column;
    }

    /** Returns the type of that code. */
    static Optional<IdxType> of(int code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }

    /** Returns the number of bytes of a value. */
    int bytes() {
        return bytes;
    }

    /** Returns the type of a column that holds such values without loss. */
    ColumnType column() {
        return column;
    }

    /** Tells whether values can be labels: whole numbers. */
    boolean isWhole() {
        return this != FLOAT && this != DOUBLE;
    }

    /** Returns value {@code i} of the data. */
    abstract double at(ByteBuffer data, int i);
}
