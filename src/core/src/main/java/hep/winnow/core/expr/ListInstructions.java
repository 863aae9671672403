package hep.winnow.core.expr;

/** What makes a value per event of a list, or another list. */
final class ListInstructions {
    private ListInstructions() {}

    record Reduce(int list, ListLoops.Reduction reduction) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            double[] values = frame.numbers(list);
            int[] offsets = frame.shape(list).offsets();
            double[] out = frame.newNumbers(slot);
            for (int e = 0; e < out.length; e++) {
                out[e] = reduction.of(values, offsets[e], offsets[e + 1]);
            }
            frame.setTouched(slot, frame.allTouched(list));
        }
    }

    record Count(int list, boolean isOfConditions) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            int[] offsets = frame.shape(list).offsets();
            double[] out = frame.newNumbers(slot);
            if (isOfConditions) {
                ofConditions(frame.mask(list), offsets, out);
            } else {
                for (int e = 0; e < out.length; e++) {
                    out[e] = offsets[e + 1] - offsets[e];
                }
            }
            frame.setTouched(slot, frame.allTouched(list));
        }

        private static void ofConditions(boolean[] mask, int[] offsets, double[] out) {
            for (int e = 0; e < out.length; e++) {
                int count = 0;
                for (int i = offsets[e]; i < offsets[e + 1]; i++) {
                    count += mask[i] ? 1 : 0;
                }
                out[e] = count;
            }
        }
    }

    /** {@code any} or {@code all}: as {@code or} or {@code and} between the elements, from the first to the one that decides. */
    record Decide(int list, boolean isAny) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            boolean[] mask = frame.mask(list);
            boolean[] ofElements = frame.touched(list);
            int[] offsets = frame.shape(list).offsets();
            boolean[] out = frame.newMask(slot);
            boolean[] touched = ofElements.length == 0 ? Touch.NONE : new boolean[out.length];
            for (int e = 0; e < out.length; e++) {
                int i = offsets[e];
                while (i < offsets[e + 1] && mask[i] != isAny) {
                    i++;
                }
                boolean isDecided = i < offsets[e + 1];
                out[e] = isDecided == isAny;
                for (int k = offsets[e]; touched.length > 0 && k < (isDecided ? i + 1 : i); k++) {
                    touched[e] |= ofElements[k];
                }
            }
            frame.setTouched(slot, Touch.or(touched, frame.touchedEvents(list)));
        }
    }

    /** {@code list[conditions]}: the elements whose condition holds. */
    record Pick(int list, int mask) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape from = frame.common(list, mask);
            boolean[] isKept = frame.mask(mask, from);
            int[] offsets = new int[from.offsets().length];
            int[] places = new int[from.size()];
            int size = 0;
            for (int e = 0; e + 1 < offsets.length; e++) {
                for (int i = from.offsets()[e]; i < from.offsets()[e + 1]; i++) {
                    places[size] = i;
                    size += isKept[i] ? 1 : 0;
                }
                offsets[e + 1] = size;
            }
            frame.setShape(slot, frame.shapeOf(offsets));
            Gather.run(frame, list, places, slot);
            boolean[] dropped = Touch.anyOf(frame.touched(mask), from.offsets());
            frame.setTouchedEvents(
                    slot, Touch.or(dropped, Touch.or(frame.touchedEvents(list), frame.touchedEvents(mask))));
        }
    }

    /** {@code list[indexes]}: the elements at the indexes; missing where there is none. */
    record Take(int list, int indexes) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.shape(indexes);
            double[] index = frame.numbers(indexes);
            int[] from = frame.shape(list).offsets();
            int[] offsets = shape.offsets();
            int[] places = new int[shape.size()];
            for (int e = 0; e + 1 < offsets.length; e++) {
                for (int i = offsets[e]; i < offsets[e + 1]; i++) {
                    places[i] = ListLoops.place(index[i], from[e], from[e + 1]);
                }
            }
            frame.setShape(slot, shape);
            Gather.run(frame, list, places, slot);
            frame.setTouchedEvents(slot, Touch.or(frame.allTouched(indexes), frame.touchedEvents(list)));
        }
    }

    /** The list in the order of keys, or the indexes of that order. */
    record Sort(int list, int keys, boolean isDescending, boolean isOfIndexes) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.common(list, keys);
            int[] offsets = shape.offsets();
            double[] by = frame.numbers(keys, shape);
            int[] places = new int[shape.size()];
            for (int e = 0; e + 1 < offsets.length; e++) {
                ListLoops.order(by, isDescending, offsets[e], offsets[e + 1], places);
            }
            frame.setShape(slot, shape);
            if (isOfIndexes) {
                indexes(places, offsets, frame.newNumbers(slot));
                frame.setTouched(slot, Touch.NONE);
            } else {
                Gather.run(frame, list, places, slot);
            }
            boolean[] before = isOfIndexes ? frame.allTouched(list) : frame.touchedEvents(list);
            frame.setTouchedEvents(slot, Touch.or(before, frame.allTouched(keys)));
        }

        private static void indexes(int[] places, int[] offsets, double[] out) {
            for (int e = 0; e + 1 < offsets.length; e++) {
                for (int i = offsets[e]; i < offsets[e + 1]; i++) {
                    out[i] = places[i] - offsets[e];
                }
            }
        }
    }

    /** 0, 1, 2 and so on in each list. */
    record Position(int list) implements Instruction {
        @Override
        public void run(Frame frame, int slot) {
            Shape shape = frame.shape(list);
            int[] offsets = shape.offsets();
            frame.setShape(slot, shape);
            double[] out = frame.newNumbers(slot);
            for (int e = 0; e + 1 < offsets.length; e++) {
                for (int i = offsets[e]; i < offsets[e + 1]; i++) {
                    out[i] = i - offsets[e];
                }
            }
            frame.setTouchedEvents(slot, frame.allTouched(list));
        }
    }
}
