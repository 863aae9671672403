package hep.winnow.root.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum XXH64 with seed 0, by the public description of the algorithm. */
public final class Xxh64 {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private Xxh64() {}

    /** Returns the checksum of bytes. */
    public static long of(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        long hash = P5;
        if (length >= STRIPE) {
            long a = P1;
            a += P2;
            long b = P2;
            long c = 0;
            long d = -P1;
            for (; at + STRIPE <= end; at += STRIPE) {
                a = round(a, (long) LONG.get(bytes, at));
                b = round(b, (long) LONG.get(bytes, at + 8));
                c = round(c, (long) LONG.get(bytes, at + 16));
                d = round(d, (long) LONG.get(bytes, at + 24));
            }
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            hash = merge(merge(merge(merge(hash, a), b), c), d);
        }
        return avalanche(tail(hash + length, bytes, at, end));
    }

    private static long tail(long begun, byte[] bytes, int from, int end) {
        long hash = begun;
        int at = from;
        for (; at + 8 <= end; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(bytes, at)), 27) * P1 + P4;
        }
        if (at + 4 <= end) {
            hash = Long.rotateLeft(hash ^ ((int) INT.get(bytes, at) & 0xffffffffL) * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ (bytes[at] & 0xff) * P5, 11) * P1;
        }
        return hash;
    }

    private static long avalanche(long all) {
        long hash = (all ^ all >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }

    private static long round(long sum, long input) {
        return Long.rotateLeft(sum + input * P2, 31) * P1;
    }

    private static long merge(long hash, long sum) {
        return (hash ^ round(0, sum)) * P1 + P4;
    }
}
