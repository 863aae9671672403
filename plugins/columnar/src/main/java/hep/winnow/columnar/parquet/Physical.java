package hep.winnow.columnar.parquet;

import hep.winnow.columnar.file.Damage;

/** The types of stored values, in the order of their numbers. */
enum Physical {
    BOOLEAN(0),
    INT32(4),
    INT64(8),
    INT96(12),
    FLOAT(4),
    DOUBLE(8),
    BYTE_ARRAY(0),
    FIXED_LEN_BYTE_ARRAY(0);

    private final int bytes;

    Physical(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the number of bytes of a value; 0 where it varies. */
    int bytes() {
        return bytes;
    }

    static Physical of(long number) {
        Physical[] all = values();
        if (number < 0 || number >= all.length) {
            throw new Damage.Found("there is no type " + number);
        }
        return all[(int) number];
    }
}
