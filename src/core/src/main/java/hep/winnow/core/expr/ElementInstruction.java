package hep.winnow.core.expr;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One element of the list of each event. Where there is none it is the other value, or else missing: NaN, the empty string, or a condition that does not hold
 * and has met a missing value.
 */
final class ElementInstruction implements Instruction {
    private final int list;
    private final int index;
    private final double fixed;
    private final Optional<Integer> otherwise;

    /** Takes the index and what stands in for an element that is not there from slots. */
    ElementInstruction(int list, int index, Optional<Integer> otherwise) {
        this.list = list;
        this.index = index;
        this.fixed = 0;
        this.otherwise = otherwise;
    }

    /** Takes the element of one index. */
    ElementInstruction(int list, double fixed) {
        this.list = list;
        this.index = -1;
        this.fixed = fixed;
        this.otherwise = Optional.empty();
    }

    @Override
    public void run(Frame frame, int slot) {
        int[] places = places(frame);
        switch (frame.type(slot)) {
            case BOOLEAN -> masks(frame, places, slot);
            case STRING -> strings(frame, places, slot);
            default -> numbers(frame, places, slot);
        }
        frame.setTouched(slot, touched(frame, places, frame.type(slot) == ValueType.BOOLEAN));
    }

    private int[] places(Frame frame) {
        int[] offsets = frame.shape(list).offsets();
        double @Nullable [] indexes = index < 0 || frame.isUniform(index) ? null : frame.numbers(index);
        double one = index < 0 ? fixed : frame.uniform(index);
        int[] places = new int[frame.size()];
        for (int e = 0; e < places.length; e++) {
            places[e] = ListLoops.place(indexes == null ? one : indexes[e], offsets[e], offsets[e + 1]);
        }
        return places;
    }

    private void numbers(Frame frame, int[] places, int slot) {
        double[] values = frame.numbers(list);
        double @Nullable [] other = otherwise.isPresent() ? frame.numbers(otherwise.get()) : null;
        double[] out = frame.newNumbers(slot);
        for (int e = 0; e < places.length; e++) {
            out[e] = places[e] >= 0 ? values[places[e]] : other == null ? Double.NaN : other[e];
        }
    }

    private void masks(Frame frame, int[] places, int slot) {
        boolean[] values = frame.mask(list);
        boolean @Nullable [] other = otherwise.isPresent() ? frame.mask(otherwise.get()) : null;
        boolean[] out = frame.newMask(slot);
        for (int e = 0; e < places.length; e++) {
            out[e] = places[e] >= 0 ? values[places[e]] : other != null && other[e];
        }
    }

    private void strings(Frame frame, int[] places, int slot) {
        String[] values = frame.strings(list);
        String @Nullable [] other = otherwise.isPresent() ? frame.strings(otherwise.get()) : null;
        String[] out = frame.newStrings(slot);
        for (int e = 0; e < places.length; e++) {
            out[e] = places[e] >= 0 ? values[places[e]] : other == null ? "" : other[e];
        }
    }

    private boolean[] touched(Frame frame, int[] places, boolean isCondition) {
        boolean[] ofList = frame.touched(list);
        boolean[] ofOther = otherwise.isPresent() ? frame.touched(otherwise.get()) : Touch.NONE;
        boolean[] out = new boolean[places.length];
        boolean any = false;
        for (int e = 0; e < places.length; e++) {
            if (places[e] >= 0) {
                out[e] = ofList.length > 0 && ofList[places[e]];
            } else {
                out[e] = otherwise.isPresent() ? ofOther.length > 0 && ofOther[e] : isCondition;
            }
            any |= out[e];
        }
        boolean[] before = index < 0 ? Touch.NONE : frame.touched(index);
        return Touch.or(any ? out : Touch.NONE, Touch.or(before, frame.touchedEvents(list)));
    }
}
