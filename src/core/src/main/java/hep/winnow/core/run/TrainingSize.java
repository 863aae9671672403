package hep.winnow.core.run;

import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.spill.Kept;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a training takes in memory: the table of its events, the inputs as floats, weights, classes and targets, and what a fit of scales and transforms needs besides. It depends on the macro and the events alone.
 *
 * @param events of both parts, at most
 * @param bytes in memory
 */
record TrainingSize(long events, long bytes, int features) {
    /** Weight, class and place in the order. */
    private static final int EXAMPLE_BYTES = 16;

    static TrainingSize of(
            KeptEvents events, ModelDecl decl, Query train, Optional<Query> valid, TrainingOptions options) {
        int inputs = decl.inputs().size();
        long row = KeptEvents.ROW_BYTES + EXAMPLE_BYTES + (long) Float.BYTES * inputs;
        for (ColumnExpression input : decl.inputs()) {
            row += Kept.width(input.type());
        }
        int others = train.columns().size() - inputs;
        row += 2L * Double.BYTES * others;
        row += (long) Double.BYTES * (options.transform().isEmpty() ? 2 : 2 * inputs);
        long limit = events.memory().limit();
        long most = events.most(Stream.concat(Stream.of(train), valid.stream()).toList());
        TrainingSize atMost = new TrainingSize(most, row * most, inputs);
        if (atMost.fits(limit)) {
            return atMost;
        }
        long rows = events.count(train) + valid.map(events::count).orElse(0L);
        return new TrainingSize(rows, row * rows, inputs);
    }

    /** Returns what the inputs alone take as floats. */
    long inputBytes() {
        return (long) Float.BYTES * features * events;
    }

    /** Tells whether they can be held in so many bytes, and in arrays. */
    boolean fits(long limit) {
        return bytes <= limit && events * features <= Integer.MAX_VALUE - 8;
    }
}
