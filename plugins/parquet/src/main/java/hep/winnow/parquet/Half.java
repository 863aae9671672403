package hep.winnow.parquet;

/** Floats of 16 bits. */
final class Half {
    private Half() {}

    /** Returns the value of a float of 16 bits (IEEE 754 binary16): a sign, 5 bits of exponent, 10 of fraction. */
    static float value(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float value = fraction * 0x1p-24f;
            return sign == 0 ? value : -value;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
