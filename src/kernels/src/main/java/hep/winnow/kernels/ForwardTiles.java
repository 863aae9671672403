package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of c += a·b whose elements stay in registers while k runs from {@code from} to {@code to}. {@code panel} holds the tile's columns of b, packed: row after row, and nothing between. Sums start from the row {@code start}, or from c where that is empty. Hot: written
 * out by hand, for HotSpot keeps vectors in registers only as local variables.
 */
final class ForwardTiles {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private ForwardTiles() {}

    /** Rows {@code i} to {@code i + 3}, 4 vectors of columns from {@code j} on. */
    static void forward4x4(float[][] a, float[][] c, int i, int j, int from, int to, float[] panel, float[] start) {
        float[] a0 = a[i + 0];
        float[] a1 = a[i + 1];
        float[] a2 = a[i + 2];
        float[] a3 = a[i + 3];
        float[] c0 = c[i + 0];
        float[] c1 = c[i + 1];
        float[] c2 = c[i + 2];
        float[] c3 = c[i + 3];
        float[] from0 = start.length > 0 ? start : c0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        FloatVector s02 = FloatVector.fromArray(S, from0, j + 2 * L);
        FloatVector s03 = FloatVector.fromArray(S, from0, j + 3 * L);
        float[] from1 = start.length > 0 ? start : c1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        FloatVector s12 = FloatVector.fromArray(S, from1, j + 2 * L);
        FloatVector s13 = FloatVector.fromArray(S, from1, j + 3 * L);
        float[] from2 = start.length > 0 ? start : c2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        FloatVector s22 = FloatVector.fromArray(S, from2, j + 2 * L);
        FloatVector s23 = FloatVector.fromArray(S, from2, j + 3 * L);
        float[] from3 = start.length > 0 ? start : c3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        FloatVector s32 = FloatVector.fromArray(S, from3, j + 2 * L);
        FloatVector s33 = FloatVector.fromArray(S, from3, j + 3 * L);
        for (int k = from; k < to; k++) {
            int p = (k - from) * (4 * L);
            FloatVector b0 = FloatVector.fromArray(S, panel, p);
            FloatVector b1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector b2 = FloatVector.fromArray(S, panel, p + 2 * L);
            FloatVector b3 = FloatVector.fromArray(S, panel, p + 3 * L);
            FloatVector x = FloatVector.broadcast(S, a0[k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = FloatVector.broadcast(S, a1[k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = FloatVector.broadcast(S, a2[k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = FloatVector.broadcast(S, a3[k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
        }
        s00.intoArray(c0, j);
        s01.intoArray(c0, j + L);
        s02.intoArray(c0, j + 2 * L);
        s03.intoArray(c0, j + 3 * L);
        s10.intoArray(c1, j);
        s11.intoArray(c1, j + L);
        s12.intoArray(c1, j + 2 * L);
        s13.intoArray(c1, j + 3 * L);
        s20.intoArray(c2, j);
        s21.intoArray(c2, j + L);
        s22.intoArray(c2, j + 2 * L);
        s23.intoArray(c2, j + 3 * L);
        s30.intoArray(c3, j);
        s31.intoArray(c3, j + L);
        s32.intoArray(c3, j + 2 * L);
        s33.intoArray(c3, j + 3 * L);
    }

    /** Rows {@code i} to {@code i + 3}, 3 vectors of columns from {@code j} on. */
    static void forward4x3(float[][] a, float[][] c, int i, int j, int from, int to, float[] panel, float[] start) {
        float[] a0 = a[i + 0];
        float[] a1 = a[i + 1];
        float[] a2 = a[i + 2];
        float[] a3 = a[i + 3];
        float[] c0 = c[i + 0];
        float[] c1 = c[i + 1];
        float[] c2 = c[i + 2];
        float[] c3 = c[i + 3];
        float[] from0 = start.length > 0 ? start : c0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        FloatVector s02 = FloatVector.fromArray(S, from0, j + 2 * L);
        float[] from1 = start.length > 0 ? start : c1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        FloatVector s12 = FloatVector.fromArray(S, from1, j + 2 * L);
        float[] from2 = start.length > 0 ? start : c2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        FloatVector s22 = FloatVector.fromArray(S, from2, j + 2 * L);
        float[] from3 = start.length > 0 ? start : c3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        FloatVector s32 = FloatVector.fromArray(S, from3, j + 2 * L);
        for (int k = from; k < to; k++) {
            int p = (k - from) * (3 * L);
            FloatVector b0 = FloatVector.fromArray(S, panel, p);
            FloatVector b1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector b2 = FloatVector.fromArray(S, panel, p + 2 * L);
            FloatVector x = FloatVector.broadcast(S, a0[k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            x = FloatVector.broadcast(S, a1[k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            x = FloatVector.broadcast(S, a2[k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            x = FloatVector.broadcast(S, a3[k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
        }
        s00.intoArray(c0, j);
        s01.intoArray(c0, j + L);
        s02.intoArray(c0, j + 2 * L);
        s10.intoArray(c1, j);
        s11.intoArray(c1, j + L);
        s12.intoArray(c1, j + 2 * L);
        s20.intoArray(c2, j);
        s21.intoArray(c2, j + L);
        s22.intoArray(c2, j + 2 * L);
        s30.intoArray(c3, j);
        s31.intoArray(c3, j + L);
        s32.intoArray(c3, j + 2 * L);
    }

    /** Rows {@code i} to {@code i + 3}, 2 vectors of columns from {@code j} on. */
    static void forward4x2(float[][] a, float[][] c, int i, int j, int from, int to, float[] panel, float[] start) {
        float[] a0 = a[i + 0];
        float[] a1 = a[i + 1];
        float[] a2 = a[i + 2];
        float[] a3 = a[i + 3];
        float[] c0 = c[i + 0];
        float[] c1 = c[i + 1];
        float[] c2 = c[i + 2];
        float[] c3 = c[i + 3];
        float[] from0 = start.length > 0 ? start : c0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        float[] from1 = start.length > 0 ? start : c1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        float[] from2 = start.length > 0 ? start : c2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        float[] from3 = start.length > 0 ? start : c3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        for (int k = from; k < to; k++) {
            int p = (k - from) * (2 * L);
            FloatVector b0 = FloatVector.fromArray(S, panel, p);
            FloatVector b1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector x = FloatVector.broadcast(S, a0[k]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = FloatVector.broadcast(S, a1[k]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = FloatVector.broadcast(S, a2[k]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = FloatVector.broadcast(S, a3[k]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        s00.intoArray(c0, j);
        s01.intoArray(c0, j + L);
        s10.intoArray(c1, j);
        s11.intoArray(c1, j + L);
        s20.intoArray(c2, j);
        s21.intoArray(c2, j + L);
        s30.intoArray(c3, j);
        s31.intoArray(c3, j + L);
    }

    /** Rows {@code i} to {@code i + 7}, 1 vector of columns from {@code j} on. */
    static void forward8x1(float[][] a, float[][] c, int i, int j, int from, int to, float[] panel, float[] start) {
        float[] a0 = a[i + 0];
        float[] a1 = a[i + 1];
        float[] a2 = a[i + 2];
        float[] a3 = a[i + 3];
        float[] a4 = a[i + 4];
        float[] a5 = a[i + 5];
        float[] a6 = a[i + 6];
        float[] a7 = a[i + 7];
        float[] c0 = c[i + 0];
        float[] c1 = c[i + 1];
        float[] c2 = c[i + 2];
        float[] c3 = c[i + 3];
        float[] c4 = c[i + 4];
        float[] c5 = c[i + 5];
        float[] c6 = c[i + 6];
        float[] c7 = c[i + 7];
        float[] from0 = start.length > 0 ? start : c0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        float[] from1 = start.length > 0 ? start : c1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        float[] from2 = start.length > 0 ? start : c2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        float[] from3 = start.length > 0 ? start : c3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        float[] from4 = start.length > 0 ? start : c4;
        FloatVector s40 = FloatVector.fromArray(S, from4, j);
        float[] from5 = start.length > 0 ? start : c5;
        FloatVector s50 = FloatVector.fromArray(S, from5, j);
        float[] from6 = start.length > 0 ? start : c6;
        FloatVector s60 = FloatVector.fromArray(S, from6, j);
        float[] from7 = start.length > 0 ? start : c7;
        FloatVector s70 = FloatVector.fromArray(S, from7, j);
        for (int k = from; k < to; k++) {
            int p = (k - from) * L;
            FloatVector b0 = FloatVector.fromArray(S, panel, p);
            FloatVector x = FloatVector.broadcast(S, a0[k]);
            s00 = x.fma(b0, s00);
            x = FloatVector.broadcast(S, a1[k]);
            s10 = x.fma(b0, s10);
            x = FloatVector.broadcast(S, a2[k]);
            s20 = x.fma(b0, s20);
            x = FloatVector.broadcast(S, a3[k]);
            s30 = x.fma(b0, s30);
            x = FloatVector.broadcast(S, a4[k]);
            s40 = x.fma(b0, s40);
            x = FloatVector.broadcast(S, a5[k]);
            s50 = x.fma(b0, s50);
            x = FloatVector.broadcast(S, a6[k]);
            s60 = x.fma(b0, s60);
            x = FloatVector.broadcast(S, a7[k]);
            s70 = x.fma(b0, s70);
        }
        s00.intoArray(c0, j);
        s10.intoArray(c1, j);
        s20.intoArray(c2, j);
        s30.intoArray(c3, j);
        s40.intoArray(c4, j);
        s50.intoArray(c5, j);
        s60.intoArray(c6, j);
        s70.intoArray(c7, j);
    }

    /** One row c += a·b, 4 vectors of columns from {@code j} on; b as it is, for packing would not pay. */
    static void row4(float[] a, int depth, float[][] b, int j, float[] c) {
        FloatVector s0 = FloatVector.fromArray(S, c, j);
        FloatVector s1 = FloatVector.fromArray(S, c, j + L);
        FloatVector s2 = FloatVector.fromArray(S, c, j + 2 * L);
        FloatVector s3 = FloatVector.fromArray(S, c, j + 3 * L);
        for (int k = 0; k < depth; k++) {
            float[] bk = b[k];
            FloatVector x = FloatVector.broadcast(S, a[k]);
            s0 = x.fma(FloatVector.fromArray(S, bk, j), s0);
            s1 = x.fma(FloatVector.fromArray(S, bk, j + L), s1);
            s2 = x.fma(FloatVector.fromArray(S, bk, j + 2 * L), s2);
            s3 = x.fma(FloatVector.fromArray(S, bk, j + 3 * L), s3);
        }
        s0.intoArray(c, j);
        s1.intoArray(c, j + L);
        s2.intoArray(c, j + 2 * L);
        s3.intoArray(c, j + 3 * L);
    }

    /** One row c += a·b, 2 vectors of columns from {@code j} on; b as it is, for packing would not pay. */
    static void row2(float[] a, int depth, float[][] b, int j, float[] c) {
        FloatVector s0 = FloatVector.fromArray(S, c, j);
        FloatVector s1 = FloatVector.fromArray(S, c, j + L);
        for (int k = 0; k < depth; k++) {
            float[] bk = b[k];
            FloatVector x = FloatVector.broadcast(S, a[k]);
            s0 = x.fma(FloatVector.fromArray(S, bk, j), s0);
            s1 = x.fma(FloatVector.fromArray(S, bk, j + L), s1);
        }
        s0.intoArray(c, j);
        s1.intoArray(c, j + L);
    }

    /** One row c += a·b, 1 vector of columns from {@code j} on; b as it is, for packing would not pay. */
    static void row1(float[] a, int depth, float[][] b, int j, float[] c) {
        FloatVector s0 = FloatVector.fromArray(S, c, j);
        for (int k = 0; k < depth; k++) {
            float[] bk = b[k];
            FloatVector x = FloatVector.broadcast(S, a[k]);
            s0 = x.fma(FloatVector.fromArray(S, bk, j), s0);
        }
        s0.intoArray(c, j);
    }

    /** Packs {@code width} vectors of columns from {@code j} on of the rows {@code from} to {@code to - 1}. */
    static void pack(float[][] b, int from, int to, int j, int width, float[] panel) {
        int p = 0;
        for (int k = from; k < to; k++) {
            float[] bk = b[k];
            for (int v = 0; v < width; v++) {
                FloatVector.fromArray(S, bk, j + v * L).intoArray(panel, p);
                p += L;
            }
        }
    }
}
