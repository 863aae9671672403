package hep.winnow.root.ntuple;

import java.util.Optional;

/** How the elements of a column are stored, in the order of the numbers that the format gives them. */
enum Encoding {
    BIT(Kind.WHOLE, 1),
    BYTE(Kind.WHOLE, 8),
    CHAR(Kind.WHOLE, 8),
    INT8(Kind.WHOLE, 8),
    UINT8(Kind.WHOLE, 8),
    INT16(Kind.WHOLE, 16),
    UINT16(Kind.WHOLE, 16),
    INT32(Kind.WHOLE, 32),
    UINT32(Kind.LONG, 32),
    INT64(Kind.LONG, 64),
    UINT64(Kind.LONG, 64),
    REAL16(Kind.REAL, 16),
    REAL32(Kind.REAL, 32),
    REAL64(Kind.DOUBLE, 64),
    INDEX32(Kind.INDEX, 32),
    INDEX64(Kind.INDEX, 64),
    SWITCH(Kind.SWITCH, 96),
    SPLIT_INT16(Kind.WHOLE, 16),
    SPLIT_UINT16(Kind.WHOLE, 16),
    SPLIT_INT32(Kind.WHOLE, 32),
    SPLIT_UINT32(Kind.LONG, 32),
    SPLIT_INT64(Kind.LONG, 64),
    SPLIT_UINT64(Kind.LONG, 64),
    SPLIT_REAL16(Kind.REAL, 16),
    SPLIT_REAL32(Kind.REAL, 32),
    SPLIT_REAL64(Kind.DOUBLE, 64),
    SPLIT_INDEX32(Kind.INDEX, 32),
    SPLIT_INDEX64(Kind.INDEX, 64),
    REAL32_TRUNC(Kind.REAL, 10, 31),
    REAL32_QUANT(Kind.REAL, 1, 32);

    /** What the elements are. */
    enum Kind {
        /** Whole numbers that fit into an {@code int}, and truth values. */
        WHOLE,
        /** Other whole numbers. */
        LONG,
        /** Numbers that a {@code float} holds. */
        REAL,
        /** Numbers that need a {@code double}. */
        DOUBLE,
        /** Ends of lists, counted from the beginning of the cluster. */
        INDEX,
        /** Which alternative of a variant there is, and where its value lies. */
        SWITCH
    }

    private static final Encoding[] ALL = values();

    private final Kind kind;
    private final int fewestBits;
    private final int mostBits;

    Encoding(Kind kind, int bits) {
        this(kind, bits, bits);
    }

    Encoding(Kind kind, int fewestBits, int mostBits) {
        this.kind = kind;
        this.fewestBits = fewestBits;
        this.mostBits = mostBits;
    }

    /** Returns the encoding of a number, if it is known and can have so many bits. */
    static Optional<Encoding> of(int number, int bits) {
        return number < ALL.length && bits >= ALL[number].fewestBits && bits <= ALL[number].mostBits
                ? Optional.of(ALL[number])
                : Optional.empty();
    }

    Kind kind() {
        return kind;
    }

    /** Tells whether a value may be too large for a {@code long}. */
    boolean isUnsigned64() {
        return this == UINT64 || this == SPLIT_UINT64;
    }

    boolean isNumber() {
        return kind != Kind.INDEX && kind != Kind.SWITCH;
    }

    boolean isReal() {
        return kind == Kind.REAL || kind == Kind.DOUBLE;
    }
}
