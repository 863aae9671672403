package hep.winnow.root.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** The checksum XXH3 of 64 bits with seed 0 and the default secret, by the public description of the algorithm. */
public final class Xxh3 {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P32_1 = 0x9E3779B1L;
    private static final long P32_2 = 0x85EBCA77L;
    private static final long P32_3 = 0xC2B2AE3DL;
    private static final long P64_1 = 0x9E3779B185EBCA87L;
    private static final long P64_2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P64_3 = 0x165667B19E3779F9L;
    private static final long P64_4 = 0x85EBCA77C2B2AE63L;
    private static final long P64_5 = 0x27D4EB2F165667C5L;
    private static final long MIX_1 = 0x165667919E3779F9L;
    private static final long MIX_2 = 0x9FB21C651E98DF25L;

    /** The constant with which the algorithm mixes its input. */
    private static final byte[] SECRET = HexFormat.of()
            .parseHex("b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                    + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                    + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                    + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                    + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                    + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

    private static final long[] SECRET_WORDS = words();
    private static final int STRIPE = 64;
    private static final int STRIPES = 16;
    private static final int BLOCK = STRIPES * STRIPE;
    private static final int SHORT = 16;
    private static final int MIDDLE = 128;
    private static final int LONGISH = 240;

    private Xxh3() {}

    private static long[] words() {
        long[] words = new long[SECRET.length / 8];
        for (int i = 0; i < words.length; i++) {
            words[i] = secret(8 * i);
        }
        return words;
    }

    private static long secret(int at) {
        return (long) LONG.get(SECRET, at);
    }

    /** Returns the checksum of bytes. */
    public static long of(byte[] bytes, int from, int length) {
        if (length <= SHORT) {
            return ofShort(bytes, from, length);
        }
        if (length <= MIDDLE) {
            return ofMiddle(bytes, from, length);
        }
        return length <= LONGISH ? ofLongish(bytes, from, length) : ofLong(bytes, from, length);
    }

    private static long ofShort(byte[] b, int from, int length) {
        if (length > 8) {
            long low = (long) LONG.get(b, from) ^ secret(24) ^ secret(32);
            long high = (long) LONG.get(b, from + length - 8) ^ secret(40) ^ secret(48);
            return avalanche(length + Long.reverseBytes(low) + high + fold(low, high));
        }
        if (length >= 4) {
            long first = (int) INT.get(b, from);
            long last = (int) INT.get(b, from + length - 4) & 0xffffffffL;
            long mixed = last + (first << 32) ^ secret(8) ^ secret(16);
            mixed ^= Long.rotateLeft(mixed, 49) ^ Long.rotateLeft(mixed, 24);
            mixed *= MIX_2;
            mixed ^= (mixed >>> 35) + length;
            mixed *= MIX_2;
            return mixed ^ mixed >>> 28;
        }
        if (length > 0) {
            int joined = (b[from] & 0xff) << 16
                    | (b[from + length / 2] & 0xff) << 24
                    | b[from + length - 1] & 0xff
                    | length << 8;
            long flip = ((int) INT.get(SECRET, 0) ^ (int) INT.get(SECRET, 4)) & 0xffffffffL;
            return avalancheOf64(joined & 0xffffffffL ^ flip);
        }
        return avalancheOf64(secret(56) ^ secret(64));
    }

    private static long ofMiddle(byte[] b, int from, int length) {
        long sum = length * P64_1;
        for (int i = (length - 1) / 32; i >= 0; i--) {
            sum += mix(b, from + 16 * i, 32 * i);
            sum += mix(b, from + length - 16 * (i + 1), 32 * i + 16);
        }
        return avalanche(sum);
    }

    private static long ofLongish(byte[] b, int from, int length) {
        long sum = length * P64_1;
        for (int i = 0; i < 8; i++) {
            sum += mix(b, from + 16 * i, 16 * i);
        }
        long rest = mix(b, from + length - 16, 119);
        for (int i = 8; i < length / 16; i++) {
            rest += mix(b, from + 16 * i, 16 * (i - 8) + 3);
        }
        return avalanche(avalanche(sum) + rest);
    }

    private static long ofLong(byte[] b, int from, int length) {
        long[] sums = {P32_3, P64_1, P64_2, P64_3, P64_4, P32_2, P64_5, P32_1};
        int blocks = (length - 1) / BLOCK;
        for (int i = 0; i < blocks; i++) {
            accumulate(sums, b, from + i * BLOCK, STRIPES);
            for (int k = 0; k < sums.length; k++) {
                sums[k] = (sums[k] ^ sums[k] >>> 47 ^ SECRET_WORDS[STRIPES + k]) * P32_1;
            }
        }
        int rest = from + blocks * BLOCK;
        accumulate(sums, b, rest, (length - 1 - blocks * BLOCK) / STRIPE);
        int last = from + length - STRIPE;
        for (int k = 0; k < sums.length; k++) {
            long value = (long) LONG.get(b, last + 8 * k);
            sums[k ^ 1] += value;
            sums[k] += halves(value ^ secret(121 + 8 * k));
        }
        long hash = length * P64_1;
        for (int k = 0; k < 4; k++) {
            hash += fold(sums[2 * k] ^ secret(11 + 16 * k), sums[2 * k + 1] ^ secret(19 + 16 * k));
        }
        return avalanche(hash);
    }

    /** Takes up stripes of 64 bytes. Hot: eight sums in registers. */
    private static void accumulate(long[] sums, byte[] b, int from, int stripes) {
        long s0 = sums[0];
        long s1 = sums[1];
        long s2 = sums[2];
        long s3 = sums[3];
        long s4 = sums[4];
        long s5 = sums[5];
        long s6 = sums[6];
        long s7 = sums[7];
        for (int n = 0; n < stripes; n++) {
            int at = from + n * STRIPE;
            long v0 = (long) LONG.get(b, at);
            long v1 = (long) LONG.get(b, at + 8);
            long v2 = (long) LONG.get(b, at + 16);
            long v3 = (long) LONG.get(b, at + 24);
            long v4 = (long) LONG.get(b, at + 32);
            long v5 = (long) LONG.get(b, at + 40);
            long v6 = (long) LONG.get(b, at + 48);
            long v7 = (long) LONG.get(b, at + 56);
            s0 += v1 + halves(v0 ^ SECRET_WORDS[n]);
            s1 += v0 + halves(v1 ^ SECRET_WORDS[n + 1]);
            s2 += v3 + halves(v2 ^ SECRET_WORDS[n + 2]);
            s3 += v2 + halves(v3 ^ SECRET_WORDS[n + 3]);
            s4 += v5 + halves(v4 ^ SECRET_WORDS[n + 4]);
            s5 += v4 + halves(v5 ^ SECRET_WORDS[n + 5]);
            s6 += v7 + halves(v6 ^ SECRET_WORDS[n + 6]);
            s7 += v6 + halves(v7 ^ SECRET_WORDS[n + 7]);
        }
        sums[0] = s0;
        sums[1] = s1;
        sums[2] = s2;
        sums[3] = s3;
        sums[4] = s4;
        sums[5] = s5;
        sums[6] = s6;
        sums[7] = s7;
    }

    private static long halves(long key) {
        return (key & 0xffffffffL) * (key >>> 32);
    }

    private static long mix(byte[] b, int at, int secretAt) {
        return fold((long) LONG.get(b, at) ^ secret(secretAt), (long) LONG.get(b, at + 8) ^ secret(secretAt + 8));
    }

    /** Returns the lower half of the product of 128 bits, xor the upper half. */
    private static long fold(long a, long b) {
        long high = Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
        return a * b ^ high;
    }

    private static long avalanche(long all) {
        long hash = (all ^ all >>> 37) * MIX_1;
        return hash ^ hash >>> 32;
    }

    private static long avalancheOf64(long all) {
        long hash = (all ^ all >>> 33) * P64_2;
        hash = (hash ^ hash >>> 29) * P64_3;
        return hash ^ hash >>> 32;
    }
}
