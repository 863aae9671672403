package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of g += xᵀ·d whose elements stay in registers while the rows i run from {@code from} to {@code to}. {@code panel} holds the tile's columns of d, packed: row after row, and nothing between. Sums start from the row {@code start}, or from g where that is empty. {@code row}
 * is where the tile's rows stand in {@code g}. Hot: written out by hand, for HotSpot keeps vectors in registers only as local variables.
 */
final class GradientTiles {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    private static final int L = Lanes.COUNT;

    private GradientTiles() {}

    /** Inputs {@code k} to {@code k + 3}, 4 vectors of columns from {@code j} on. */
    static void gradient4x4(
            float[][] x, int k, float[][] g, int row, int j, int from, int to, float[] panel, float[] start) {
        float[] g0 = g[row + 0];
        float[] g1 = g[row + 1];
        float[] g2 = g[row + 2];
        float[] g3 = g[row + 3];
        float[] from0 = start.length > 0 ? start : g0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        FloatVector s02 = FloatVector.fromArray(S, from0, j + 2 * L);
        FloatVector s03 = FloatVector.fromArray(S, from0, j + 3 * L);
        float[] from1 = start.length > 0 ? start : g1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        FloatVector s12 = FloatVector.fromArray(S, from1, j + 2 * L);
        FloatVector s13 = FloatVector.fromArray(S, from1, j + 3 * L);
        float[] from2 = start.length > 0 ? start : g2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        FloatVector s22 = FloatVector.fromArray(S, from2, j + 2 * L);
        FloatVector s23 = FloatVector.fromArray(S, from2, j + 3 * L);
        float[] from3 = start.length > 0 ? start : g3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        FloatVector s32 = FloatVector.fromArray(S, from3, j + 2 * L);
        FloatVector s33 = FloatVector.fromArray(S, from3, j + 3 * L);
        for (int i = from; i < to; i++) {
            float[] xi = x[i];
            int p = (i - from) * (4 * L);
            FloatVector d0 = FloatVector.fromArray(S, panel, p);
            FloatVector d1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector d2 = FloatVector.fromArray(S, panel, p + 2 * L);
            FloatVector d3 = FloatVector.fromArray(S, panel, p + 3 * L);
            FloatVector a = FloatVector.broadcast(S, xi[k]);
            s00 = a.fma(d0, s00);
            s01 = a.fma(d1, s01);
            s02 = a.fma(d2, s02);
            s03 = a.fma(d3, s03);
            a = FloatVector.broadcast(S, xi[k + 1]);
            s10 = a.fma(d0, s10);
            s11 = a.fma(d1, s11);
            s12 = a.fma(d2, s12);
            s13 = a.fma(d3, s13);
            a = FloatVector.broadcast(S, xi[k + 2]);
            s20 = a.fma(d0, s20);
            s21 = a.fma(d1, s21);
            s22 = a.fma(d2, s22);
            s23 = a.fma(d3, s23);
            a = FloatVector.broadcast(S, xi[k + 3]);
            s30 = a.fma(d0, s30);
            s31 = a.fma(d1, s31);
            s32 = a.fma(d2, s32);
            s33 = a.fma(d3, s33);
        }
        s00.intoArray(g0, j);
        s01.intoArray(g0, j + L);
        s02.intoArray(g0, j + 2 * L);
        s03.intoArray(g0, j + 3 * L);
        s10.intoArray(g1, j);
        s11.intoArray(g1, j + L);
        s12.intoArray(g1, j + 2 * L);
        s13.intoArray(g1, j + 3 * L);
        s20.intoArray(g2, j);
        s21.intoArray(g2, j + L);
        s22.intoArray(g2, j + 2 * L);
        s23.intoArray(g2, j + 3 * L);
        s30.intoArray(g3, j);
        s31.intoArray(g3, j + L);
        s32.intoArray(g3, j + 2 * L);
        s33.intoArray(g3, j + 3 * L);
    }

    /** Inputs {@code k} to {@code k + 3}, 3 vectors of columns from {@code j} on. */
    static void gradient4x3(
            float[][] x, int k, float[][] g, int row, int j, int from, int to, float[] panel, float[] start) {
        float[] g0 = g[row + 0];
        float[] g1 = g[row + 1];
        float[] g2 = g[row + 2];
        float[] g3 = g[row + 3];
        float[] from0 = start.length > 0 ? start : g0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        FloatVector s02 = FloatVector.fromArray(S, from0, j + 2 * L);
        float[] from1 = start.length > 0 ? start : g1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        FloatVector s12 = FloatVector.fromArray(S, from1, j + 2 * L);
        float[] from2 = start.length > 0 ? start : g2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        FloatVector s22 = FloatVector.fromArray(S, from2, j + 2 * L);
        float[] from3 = start.length > 0 ? start : g3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        FloatVector s32 = FloatVector.fromArray(S, from3, j + 2 * L);
        for (int i = from; i < to; i++) {
            float[] xi = x[i];
            int p = (i - from) * (3 * L);
            FloatVector d0 = FloatVector.fromArray(S, panel, p);
            FloatVector d1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector d2 = FloatVector.fromArray(S, panel, p + 2 * L);
            FloatVector a = FloatVector.broadcast(S, xi[k]);
            s00 = a.fma(d0, s00);
            s01 = a.fma(d1, s01);
            s02 = a.fma(d2, s02);
            a = FloatVector.broadcast(S, xi[k + 1]);
            s10 = a.fma(d0, s10);
            s11 = a.fma(d1, s11);
            s12 = a.fma(d2, s12);
            a = FloatVector.broadcast(S, xi[k + 2]);
            s20 = a.fma(d0, s20);
            s21 = a.fma(d1, s21);
            s22 = a.fma(d2, s22);
            a = FloatVector.broadcast(S, xi[k + 3]);
            s30 = a.fma(d0, s30);
            s31 = a.fma(d1, s31);
            s32 = a.fma(d2, s32);
        }
        s00.intoArray(g0, j);
        s01.intoArray(g0, j + L);
        s02.intoArray(g0, j + 2 * L);
        s10.intoArray(g1, j);
        s11.intoArray(g1, j + L);
        s12.intoArray(g1, j + 2 * L);
        s20.intoArray(g2, j);
        s21.intoArray(g2, j + L);
        s22.intoArray(g2, j + 2 * L);
        s30.intoArray(g3, j);
        s31.intoArray(g3, j + L);
        s32.intoArray(g3, j + 2 * L);
    }

    /** Inputs {@code k} to {@code k + 3}, 2 vectors of columns from {@code j} on. */
    static void gradient4x2(
            float[][] x, int k, float[][] g, int row, int j, int from, int to, float[] panel, float[] start) {
        float[] g0 = g[row + 0];
        float[] g1 = g[row + 1];
        float[] g2 = g[row + 2];
        float[] g3 = g[row + 3];
        float[] from0 = start.length > 0 ? start : g0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        FloatVector s01 = FloatVector.fromArray(S, from0, j + L);
        float[] from1 = start.length > 0 ? start : g1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        FloatVector s11 = FloatVector.fromArray(S, from1, j + L);
        float[] from2 = start.length > 0 ? start : g2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        FloatVector s21 = FloatVector.fromArray(S, from2, j + L);
        float[] from3 = start.length > 0 ? start : g3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        FloatVector s31 = FloatVector.fromArray(S, from3, j + L);
        for (int i = from; i < to; i++) {
            float[] xi = x[i];
            int p = (i - from) * (2 * L);
            FloatVector d0 = FloatVector.fromArray(S, panel, p);
            FloatVector d1 = FloatVector.fromArray(S, panel, p + L);
            FloatVector a = FloatVector.broadcast(S, xi[k]);
            s00 = a.fma(d0, s00);
            s01 = a.fma(d1, s01);
            a = FloatVector.broadcast(S, xi[k + 1]);
            s10 = a.fma(d0, s10);
            s11 = a.fma(d1, s11);
            a = FloatVector.broadcast(S, xi[k + 2]);
            s20 = a.fma(d0, s20);
            s21 = a.fma(d1, s21);
            a = FloatVector.broadcast(S, xi[k + 3]);
            s30 = a.fma(d0, s30);
            s31 = a.fma(d1, s31);
        }
        s00.intoArray(g0, j);
        s01.intoArray(g0, j + L);
        s10.intoArray(g1, j);
        s11.intoArray(g1, j + L);
        s20.intoArray(g2, j);
        s21.intoArray(g2, j + L);
        s30.intoArray(g3, j);
        s31.intoArray(g3, j + L);
    }

    /** Inputs {@code k} to {@code k + 7}, 1 vector of columns from {@code j} on. */
    static void gradient8x1(
            float[][] x, int k, float[][] g, int row, int j, int from, int to, float[] panel, float[] start) {
        float[] g0 = g[row + 0];
        float[] g1 = g[row + 1];
        float[] g2 = g[row + 2];
        float[] g3 = g[row + 3];
        float[] g4 = g[row + 4];
        float[] g5 = g[row + 5];
        float[] g6 = g[row + 6];
        float[] g7 = g[row + 7];
        float[] from0 = start.length > 0 ? start : g0;
        FloatVector s00 = FloatVector.fromArray(S, from0, j);
        float[] from1 = start.length > 0 ? start : g1;
        FloatVector s10 = FloatVector.fromArray(S, from1, j);
        float[] from2 = start.length > 0 ? start : g2;
        FloatVector s20 = FloatVector.fromArray(S, from2, j);
        float[] from3 = start.length > 0 ? start : g3;
        FloatVector s30 = FloatVector.fromArray(S, from3, j);
        float[] from4 = start.length > 0 ? start : g4;
        FloatVector s40 = FloatVector.fromArray(S, from4, j);
        float[] from5 = start.length > 0 ? start : g5;
        FloatVector s50 = FloatVector.fromArray(S, from5, j);
        float[] from6 = start.length > 0 ? start : g6;
        FloatVector s60 = FloatVector.fromArray(S, from6, j);
        float[] from7 = start.length > 0 ? start : g7;
        FloatVector s70 = FloatVector.fromArray(S, from7, j);
        for (int i = from; i < to; i++) {
            float[] xi = x[i];
            int p = (i - from) * L;
            FloatVector d0 = FloatVector.fromArray(S, panel, p);
            FloatVector a = FloatVector.broadcast(S, xi[k]);
            s00 = a.fma(d0, s00);
            a = FloatVector.broadcast(S, xi[k + 1]);
            s10 = a.fma(d0, s10);
            a = FloatVector.broadcast(S, xi[k + 2]);
            s20 = a.fma(d0, s20);
            a = FloatVector.broadcast(S, xi[k + 3]);
            s30 = a.fma(d0, s30);
            a = FloatVector.broadcast(S, xi[k + 4]);
            s40 = a.fma(d0, s40);
            a = FloatVector.broadcast(S, xi[k + 5]);
            s50 = a.fma(d0, s50);
            a = FloatVector.broadcast(S, xi[k + 6]);
            s60 = a.fma(d0, s60);
            a = FloatVector.broadcast(S, xi[k + 7]);
            s70 = a.fma(d0, s70);
        }
        s00.intoArray(g0, j);
        s10.intoArray(g1, j);
        s20.intoArray(g2, j);
        s30.intoArray(g3, j);
        s40.intoArray(g4, j);
        s50.intoArray(g5, j);
        s60.intoArray(g6, j);
        s70.intoArray(g7, j);
    }

    // What was just read adds the sum to itself, not the other way round: HotSpot knows its class. That of a sum which
    // came from the round before it may not know, and then each sum becomes an object.

    /** Sums of the first {@code rows} rows of d, 4 vectors of columns from {@code j} on. */
    static void sum4(float[][] d, int rows, int j, float[] out) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        for (int i = 0; i < rows; i++) {
            float[] di = d[i];
            s0 = FloatVector.fromArray(S, di, j).add(s0);
            s1 = FloatVector.fromArray(S, di, j + L).add(s1);
            s2 = FloatVector.fromArray(S, di, j + 2 * L).add(s2);
            s3 = FloatVector.fromArray(S, di, j + 3 * L).add(s3);
        }
        s0.intoArray(out, j);
        s1.intoArray(out, j + L);
        s2.intoArray(out, j + 2 * L);
        s3.intoArray(out, j + 3 * L);
    }

    /** Sums of the first {@code rows} rows of d, a vector of columns from {@code j} on. */
    static void sum1(float[][] d, int rows, int j, float[] out) {
        FloatVector s = FloatVector.zero(S);
        for (int i = 0; i < rows; i++) {
            s = FloatVector.fromArray(S, d[i], j).add(s);
        }
        s.intoArray(out, j);
    }
}
