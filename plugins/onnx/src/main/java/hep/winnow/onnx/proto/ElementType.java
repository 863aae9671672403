package hep.winnow.onnx.proto;

import java.util.Arrays;
import java.util.Optional;

/** Types of numbers that we write and check. */
public enum ElementType {
    FLOAT(1, 4),
    INT64(7, 8),
    BOOL(9, 1),
    DOUBLE(11, 8);

    private final int code;
    private final int bytes;

    ElementType(int code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Returns its number in {@code TensorProto.DataType}. */
    public int code() {
        return code;
    }

    /** Returns the bytes of a number. */
    int bytes() {
        return bytes;
    }

    /** Returns the type of that number, if it is one of these. */
    public static Optional<ElementType> of(long code) {
        return Arrays.stream(values()).filter(t -> t.code == code).findFirst();
    }

    /** Returns {@code x} as it is in numbers of this type. */
    public double round(double x) {
        return this == FLOAT ? (float) x : x;
    }

    /** Returns the name that ONNX has for a type, for messages. */
    public static String name(long code) {
        String[] names = {
            "undefined",
            "float32",
            "uint8",
            "int8",
            "uint16",
            "int16",
            "int32",
            "int64",
            "string",
            "bool",
            "float16",
            "float64",
            "uint32",
            "uint64",
            "complex64",
            "complex128",
            "bfloat16"
        };
        return code >= 0 && code < names.length ? names[(int) code] : "type " + code;
    }
}
