package hep.winnow.core.run;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.learn.GenerativeModel;
import hep.winnow.api.run.Workers;
import hep.winnow.core.macro.GeneratedSource;
import hep.winnow.core.model.Pipeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Draws events from a model, in blocks of fixed size: each with a random stream of its own, so that the number of threads does not matter. */
final class GeneratedBlocks implements BlockReader {
    private static final int BLOCK = 4096;

    private final GeneratedSource source;
    private final Pipeline pipeline;
    private final GenerativeModel model;
    private final List<String> columns;
    private final Workers workers;
    private final Deque<EventBlock> ready = new ArrayDeque<>();
    private long begun;

    /** Opens a reader of some columns of the source's schema; {@code pipeline} is that of its model. */
    GeneratedBlocks(GeneratedSource source, Pipeline pipeline, List<String> columns, Workers workers) {
        this.source = source;
        this.pipeline = pipeline;
        this.model = (GenerativeModel) pipeline.model();
        this.columns = List.copyOf(columns);
        this.workers = workers;
    }

    @Override
    public Optional<EventBlock> next() {
        if (ready.isEmpty() && begun * BLOCK < source.count()) {
            fill();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void fill() {
        long blocks = (source.count() + BLOCK - 1) / BLOCK;
        int now = (int) Math.min(blocks - begun, 2L * workers.threads());
        long first = begun;
        EventBlock[] made = new EventBlock[now];
        workers.forEach(now, i -> made[i] = block(first + i));
        begun += now;
        ready.addAll(List.of(made));
    }

    private EventBlock block(long number) {
        int rows = (int) Math.min(BLOCK, source.count() - number * BLOCK);
        float[] x = new float[rows * model.inputs()];
        model.generate(source.random().stream(number), rows, x);
        double[][] inputs = pipeline.restore(x, rows);
        List<Column> asked = new ArrayList<>();
        for (String column : columns) {
            for (int f = 0; f < inputs.length; f++) {
                if (source.schema().get(f).name().equals(column)) {
                    asked.add(column(source.schema().get(f), inputs[f]));
                }
            }
        }
        return new EventBlock(rows, asked);
    }

    private static Column column(ColumnInfo info, double[] values) {
        if (info.type() != ColumnType.FLOAT) {
            return new Column.Doubles(values);
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Column.Floats(floats);
    }

    @Override
    public void close() {
        ready.clear();
    }
}
