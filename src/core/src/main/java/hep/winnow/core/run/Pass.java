package hep.winnow.core.run;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.step.EventStep;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;

/** One pass over the events, for all that shares it. */
final class Pass implements AutoCloseable {
    private final Engine engine;
    private final List<Fill<?>> fills = new ArrayList<>();
    private final Batch batch;

    /** Makes a pass for statements, and for what the run itself asks for. */
    Pass(Engine engine, List<Planned> statements, List<WeightSums> own) {
        this.engine = engine;
        for (Planned statement : statements) {
            fills.add(fill(statement, ((Action.Fill) statement.action()).step()));
        }
        own.forEach(sums -> fills.add(new Fill<>(sums, sums.weighting())));
        this.batch = new Batch(fills.stream().flatMap(f -> f.queries().stream()).toList());
    }

    private static <P> Fill<P> fill(Planned statement, EventStep<P> step) {
        return new Fill<>(statement, step);
    }

    List<Fill<?>> fills() {
        return fills;
    }

    /** Makes all ready for blocks. */
    void open(Consumer<Fill<?>> how) {
        fills.forEach(fill -> guard(fill, () -> how.accept(fill)));
    }

    /** Makes all ready for blocks of a whole run. */
    void open() {
        open(fill -> fill.open(engine.context(fill)));
    }

    boolean asksFor(int sample) {
        return batch.asksFor(sample);
    }

    /** Takes frames of a sample, in order. */
    void take(List<Frame> frames) {
        List<List<Runnable>> merges = new ArrayList<>();
        frames.forEach(f -> merges.add(List.of()));
        engine.workers().forEach(frames.size(), i -> merges.set(i, collect(frames.get(i))));
        merges.forEach(m -> m.forEach(Runnable::run));
    }

    /** Collects a frame for all fills; what is returned adds it to what they have, and is called in the order of the frames. */
    private List<Runnable> collect(Frame frame) {
        List<Optional<EventTable>> tables = batch.run(frame);
        List<Runnable> merges = new ArrayList<>();
        int at = 0;
        for (Fill<?> fill : fills) {
            int count = fill.queries().size();
            merges.add(fill.collect(tables.subList(at, at + count), frame));
            at += count;
        }
        return merges;
    }

    /** Hands all results to their steps: first what the run itself asked for, which others may need. */
    void finish(Runnable between, IntToDoubleFunction scale) {
        fills.stream().filter(f -> f.statement().isEmpty()).forEach(f -> f.finish(engine.context(f), i -> 1));
        between.run();
        fills.stream()
                .filter(f -> f.statement().isPresent())
                .forEach(f -> guard(f, () -> f.finish(engine.context(f), scale)));
    }

    private void guard(Fill<?> fill, Runnable body) {
        if (fill.statement().isPresent()) {
            engine.guard(fill.statement().get(), body);
        } else {
            body.run();
        }
    }

    @Override
    public void close() {
        fills.forEach(Fill::close);
    }
}
