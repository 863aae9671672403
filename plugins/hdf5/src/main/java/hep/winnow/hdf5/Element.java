package hep.winnow.hdf5;

import hep.winnow.api.event.ColumnType;
import io.jhdf.object.datatype.BitField;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** What types of elements are to us. */
final class Element {
    private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");

    private Element() {}

    /** Returns the type of a column of such elements, or of its lists; empty if there is none. */
    static Optional<ColumnType> column(DataType type) {
        if (type instanceof FixedPoint whole) {
            return whole(whole);
        }
        if (type instanceof FloatingPoint real) {
            boolean isPlain = real.getBitOffset() == 0 && real.getBitPrecision() == 8 * real.getSize();
            int bytes = isPlain ? real.getSize() : 0;
            return switch (bytes) {
                case 2, 4 -> Optional.of(ColumnType.FLOAT);
                case 8 -> Optional.of(ColumnType.DOUBLE);
                default -> Optional.empty();
            };
        }
        if (type instanceof EnumDataType words) {
            return Optional.of(isTruth(words) ? ColumnType.BOOLEAN : ColumnType.STRING);
        }
        if (type instanceof BitField bits) {
            return bits.getSize() == 1 ? Optional.of(ColumnType.BOOLEAN) : Optional.empty();
        }
        if (type instanceof VariableLength lists) {
            return lists.isVariableLengthString() ? Optional.of(ColumnType.STRING) : listed(lists);
        }
        return type instanceof StringData ? Optional.of(ColumnType.STRING) : Optional.empty();
    }

    private static Optional<ColumnType> whole(FixedPoint type) {
        int bytes = type.getSize();
        boolean isPlain = type.getBitOffset() == 0 && type.getBitPrecision() == 8 * bytes;
        if (!isPlain || bytes != 1 && bytes != 2 && bytes != 4 && bytes != 8) {
            return Optional.empty();
        }
        return Optional.of(bytes < 4 || bytes == 4 && type.isSigned() ? ColumnType.INT : ColumnType.LONG);
    }

    private static Optional<ColumnType> listed(VariableLength type) {
        DataType parent = type.getParent();
        return parent instanceof FixedPoint || parent instanceof FloatingPoint ? column(parent) : Optional.empty();
    }

    /** Tells whether the elements are lists of any length. */
    static boolean isList(DataType type) {
        return type instanceof VariableLength lists && !lists.isVariableLengthString();
    }

    /** Tells whether a type is how h5py writes truth values. */
    static boolean isTruth(EnumDataType type) {
        Collection<String> words = type.getEnumMapping().values();
        return words.size() == TRUTHS.size() && TRUTHS.containsAll(words);
    }

    /** Returns what the file calls a type. */
    static String name(DataType type) {
        return type.getClass().getSimpleName() + " of " + type.getSize() + " bytes";
    }
}
