package hep.winnow.core.macro;

/** Keys of the inputs and scalars that the engine delivers to expressions. */
public final class Columns {
    private Columns() {}

    /** A column that samples read, by name. */
    public record ColumnKey(String name) {}

    /** An output of a model. */
    public record ModelKey(ModelDecl model, Output output) {}

    /** Which output of a model. */
    public sealed interface Output {}

    /** What the model's own name stands for: its only main output, or the index of the likeliest class. */
    public record Score() implements Output {}

    /** A main output, by its index from 0. */
    public record Main(int index) implements Output {}

    /** An output that has a name, by its index in {@link ModelDecl#namedOutputs()}. */
    public record NamedOutput(int index) implements Output {}

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
