package hep.winnow.core.macro;

/** Keys of the inputs and scalars that the engine delivers to expressions. */
public final class Columns {
    private Columns() {}

    /** A column that samples read, by name. */
    public record ColumnKey(String name) {}

    /**
     * An output of a model.
     *
     * @param model the model
     * @param output index of its output; -1 for the model's own score: the only output, or the index of the likeliest class
     */
    public record ModelKey(ModelDecl model, int output) {}

    /** A number that a statement finds, such as {@code best.cut}. */
    public record FieldKey(String name, String field) {}

    /** A measure, such as {@code auc(nn, test)}, by the place of its call. */
    public record MeasureKey(hep.winnow.core.bind.Bound call) {
        @Override
        @SuppressWarnings("ReferenceEquality") // two calls are two, however alike
        public boolean equals(Object other) {
            return other instanceof MeasureKey key && key.call == call;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(call);
        }
    }
}
