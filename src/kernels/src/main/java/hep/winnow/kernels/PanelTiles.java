package hep.winnow.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a {@link PanelLayer}: some outputs of some vectors of events, whose sums stay in registers while the inputs are gone through. Weights stand tile by tile. What is less than {@code floor} becomes {@code floor}. Hot: written out by hand,
 * for HotSpot keeps vectors in registers only as local variables.
 */
final class PanelTiles {
    private static final VectorSpecies<Float> S = Lanes.SPECIES;
    /** Whether sums are raised to the floor before they are written. HotSpot 17 makes objects of the sums then, in every second process. */
    static final boolean RECTIFIES = Runtime.version().feature() > 17;

    private static final int L = Lanes.COUNT;
    private static final int EVENTS = PanelLayer.EVENTS;

    private PanelTiles() {}

    /** Four outputs from {@code j} on, 4 vectors of events from {@code i} on. */
    static void tile4x4(float[] w, int j, int depth, float[] bias, float floor, float[] in, int i, float[] out) {
        FloatVector s00 = FloatVector.broadcast(S, bias[j + 0]);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        FloatVector s10 = FloatVector.broadcast(S, bias[j + 1]);
        FloatVector s11 = s10;
        FloatVector s12 = s10;
        FloatVector s13 = s10;
        FloatVector s20 = FloatVector.broadcast(S, bias[j + 2]);
        FloatVector s21 = s20;
        FloatVector s22 = s20;
        FloatVector s23 = s20;
        FloatVector s30 = FloatVector.broadcast(S, bias[j + 3]);
        FloatVector s31 = s30;
        FloatVector s32 = s30;
        FloatVector s33 = s30;
        int from = j * depth;
        for (int k = 0; k < depth; k++) {
            int p = i + k * EVENTS;
            int q = from + k * 4;
            FloatVector x0 = FloatVector.fromArray(S, in, p);
            FloatVector x1 = FloatVector.fromArray(S, in, p + L);
            FloatVector x2 = FloatVector.fromArray(S, in, p + 2 * L);
            FloatVector x3 = FloatVector.fromArray(S, in, p + 3 * L);
            FloatVector a = FloatVector.broadcast(S, w[q + 0]);
            s00 = a.fma(x0, s00);
            s01 = a.fma(x1, s01);
            s02 = a.fma(x2, s02);
            s03 = a.fma(x3, s03);
            a = FloatVector.broadcast(S, w[q + 1]);
            s10 = a.fma(x0, s10);
            s11 = a.fma(x1, s11);
            s12 = a.fma(x2, s12);
            s13 = a.fma(x3, s13);
            a = FloatVector.broadcast(S, w[q + 2]);
            s20 = a.fma(x0, s20);
            s21 = a.fma(x1, s21);
            s22 = a.fma(x2, s22);
            s23 = a.fma(x3, s23);
            a = FloatVector.broadcast(S, w[q + 3]);
            s30 = a.fma(x0, s30);
            s31 = a.fma(x1, s31);
            s32 = a.fma(x2, s32);
            s33 = a.fma(x3, s33);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        int to = j * EVENTS + i;
        (RECTIFIES ? least.max(s00) : s00).intoArray(out, to);
        (RECTIFIES ? least.max(s01) : s01).intoArray(out, to + L);
        (RECTIFIES ? least.max(s02) : s02).intoArray(out, to + 2 * L);
        (RECTIFIES ? least.max(s03) : s03).intoArray(out, to + 3 * L);
        (RECTIFIES ? least.max(s10) : s10).intoArray(out, to + EVENTS);
        (RECTIFIES ? least.max(s11) : s11).intoArray(out, to + EVENTS + L);
        (RECTIFIES ? least.max(s12) : s12).intoArray(out, to + EVENTS + 2 * L);
        (RECTIFIES ? least.max(s13) : s13).intoArray(out, to + EVENTS + 3 * L);
        (RECTIFIES ? least.max(s20) : s20).intoArray(out, to + 2 * EVENTS);
        (RECTIFIES ? least.max(s21) : s21).intoArray(out, to + 2 * EVENTS + L);
        (RECTIFIES ? least.max(s22) : s22).intoArray(out, to + 2 * EVENTS + 2 * L);
        (RECTIFIES ? least.max(s23) : s23).intoArray(out, to + 2 * EVENTS + 3 * L);
        (RECTIFIES ? least.max(s30) : s30).intoArray(out, to + 3 * EVENTS);
        (RECTIFIES ? least.max(s31) : s31).intoArray(out, to + 3 * EVENTS + L);
        (RECTIFIES ? least.max(s32) : s32).intoArray(out, to + 3 * EVENTS + 2 * L);
        (RECTIFIES ? least.max(s33) : s33).intoArray(out, to + 3 * EVENTS + 3 * L);
    }

    /** Four outputs from {@code j} on, 2 vectors of events from {@code i} on. */
    static void tile4x2(float[] w, int j, int depth, float[] bias, float floor, float[] in, int i, float[] out) {
        FloatVector s00 = FloatVector.broadcast(S, bias[j + 0]);
        FloatVector s01 = s00;
        FloatVector s10 = FloatVector.broadcast(S, bias[j + 1]);
        FloatVector s11 = s10;
        FloatVector s20 = FloatVector.broadcast(S, bias[j + 2]);
        FloatVector s21 = s20;
        FloatVector s30 = FloatVector.broadcast(S, bias[j + 3]);
        FloatVector s31 = s30;
        int from = j * depth;
        for (int k = 0; k < depth; k++) {
            int p = i + k * EVENTS;
            int q = from + k * 4;
            FloatVector x0 = FloatVector.fromArray(S, in, p);
            FloatVector x1 = FloatVector.fromArray(S, in, p + L);
            FloatVector a = FloatVector.broadcast(S, w[q + 0]);
            s00 = a.fma(x0, s00);
            s01 = a.fma(x1, s01);
            a = FloatVector.broadcast(S, w[q + 1]);
            s10 = a.fma(x0, s10);
            s11 = a.fma(x1, s11);
            a = FloatVector.broadcast(S, w[q + 2]);
            s20 = a.fma(x0, s20);
            s21 = a.fma(x1, s21);
            a = FloatVector.broadcast(S, w[q + 3]);
            s30 = a.fma(x0, s30);
            s31 = a.fma(x1, s31);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        int to = j * EVENTS + i;
        (RECTIFIES ? least.max(s00) : s00).intoArray(out, to);
        (RECTIFIES ? least.max(s01) : s01).intoArray(out, to + L);
        (RECTIFIES ? least.max(s10) : s10).intoArray(out, to + EVENTS);
        (RECTIFIES ? least.max(s11) : s11).intoArray(out, to + EVENTS + L);
        (RECTIFIES ? least.max(s20) : s20).intoArray(out, to + 2 * EVENTS);
        (RECTIFIES ? least.max(s21) : s21).intoArray(out, to + 2 * EVENTS + L);
        (RECTIFIES ? least.max(s30) : s30).intoArray(out, to + 3 * EVENTS);
        (RECTIFIES ? least.max(s31) : s31).intoArray(out, to + 3 * EVENTS + L);
    }

    /** One output from {@code j} on, 4 vectors of events from {@code i} on. */
    static void tile1x4(float[] w, int j, int depth, float[] bias, float floor, float[] in, int i, float[] out) {
        FloatVector s00 = FloatVector.broadcast(S, bias[j]);
        FloatVector s01 = s00;
        FloatVector s02 = s00;
        FloatVector s03 = s00;
        int from = j * depth;
        for (int k = 0; k < depth; k++) {
            int p = i + k * EVENTS;
            int q = from + k;
            FloatVector x0 = FloatVector.fromArray(S, in, p);
            FloatVector x1 = FloatVector.fromArray(S, in, p + L);
            FloatVector x2 = FloatVector.fromArray(S, in, p + 2 * L);
            FloatVector x3 = FloatVector.fromArray(S, in, p + 3 * L);
            FloatVector a = FloatVector.broadcast(S, w[q]);
            s00 = a.fma(x0, s00);
            s01 = a.fma(x1, s01);
            s02 = a.fma(x2, s02);
            s03 = a.fma(x3, s03);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        int to = j * EVENTS + i;
        (RECTIFIES ? least.max(s00) : s00).intoArray(out, to);
        (RECTIFIES ? least.max(s01) : s01).intoArray(out, to + L);
        (RECTIFIES ? least.max(s02) : s02).intoArray(out, to + 2 * L);
        (RECTIFIES ? least.max(s03) : s03).intoArray(out, to + 3 * L);
    }

    /** One output from {@code j} on, 2 vectors of events from {@code i} on. */
    static void tile1x2(float[] w, int j, int depth, float[] bias, float floor, float[] in, int i, float[] out) {
        FloatVector s00 = FloatVector.broadcast(S, bias[j]);
        FloatVector s01 = s00;
        int from = j * depth;
        for (int k = 0; k < depth; k++) {
            int p = i + k * EVENTS;
            int q = from + k;
            FloatVector x0 = FloatVector.fromArray(S, in, p);
            FloatVector x1 = FloatVector.fromArray(S, in, p + L);
            FloatVector a = FloatVector.broadcast(S, w[q]);
            s00 = a.fma(x0, s00);
            s01 = a.fma(x1, s01);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        int to = j * EVENTS + i;
        (RECTIFIES ? least.max(s00) : s00).intoArray(out, to);
        (RECTIFIES ? least.max(s01) : s01).intoArray(out, to + L);
    }

    /** One event, 4 vectors of outputs from {@code j} on; weights stand input by input. */
    static void row4(float[] w, int stride, int j, int depth, float[] bias, float floor, float[] in, float[] out) {
        FloatVector s0 = FloatVector.fromArray(S, bias, j);
        FloatVector s1 = FloatVector.fromArray(S, bias, j + L);
        FloatVector s2 = FloatVector.fromArray(S, bias, j + 2 * L);
        FloatVector s3 = FloatVector.fromArray(S, bias, j + 3 * L);
        for (int k = 0; k < depth; k++) {
            int p = j + k * stride;
            FloatVector x = FloatVector.broadcast(S, in[k]);
            s0 = x.fma(FloatVector.fromArray(S, w, p), s0);
            s1 = x.fma(FloatVector.fromArray(S, w, p + L), s1);
            s2 = x.fma(FloatVector.fromArray(S, w, p + 2 * L), s2);
            s3 = x.fma(FloatVector.fromArray(S, w, p + 3 * L), s3);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        (RECTIFIES ? least.max(s0) : s0).intoArray(out, j);
        (RECTIFIES ? least.max(s1) : s1).intoArray(out, j + L);
        (RECTIFIES ? least.max(s2) : s2).intoArray(out, j + 2 * L);
        (RECTIFIES ? least.max(s3) : s3).intoArray(out, j + 3 * L);
    }

    /** One event, one vector of outputs from {@code j} on; weights stand input by input. */
    static void row1(float[] w, int stride, int j, int depth, float[] bias, float floor, float[] in, float[] out) {
        FloatVector s0 = FloatVector.fromArray(S, bias, j);
        for (int k = 0; k < depth; k++) {
            int p = j + k * stride;
            FloatVector x = FloatVector.broadcast(S, in[k]);
            s0 = x.fma(FloatVector.fromArray(S, w, p), s0);
        }
        FloatVector least = FloatVector.broadcast(S, floor);
        (RECTIFIES ? least.max(s0) : s0).intoArray(out, j);
    }

    /** One event and one output. */
    static void one(float[] w, int depth, float[] bias, float floor, float[] in, float[] out) {
        float sum = bias[0];
        for (int k = 0; k < depth; k++) {
            sum = Math.fma(in[k], w[k], sum);
        }
        out[0] = Math.max(sum, floor);
    }
}
