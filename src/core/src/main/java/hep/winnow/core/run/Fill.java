package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventSink;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.PartForm;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.ScopeDecl;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * One statement in a pass: what its blocks gave so far, per scope. The parts of the blocks of a file are merged first, then those of the files, so that files that were gathered elsewhere give the
 * same bits.
 */
final class Fill<P> {
    private final Optional<Planned> statement;
    private final EventStep<P> step;
    private final Optional<PartForm<P>> form;
    private final Weighting weighting;
    private final List<Optional<P>> gathered;
    private List<Optional<P>> ofFile;
    private int sample = -1;
    private int file = -1;
    private Optional<EventSink<P>> sink = Optional.empty();

    /** Makes the fill of a statement: with a form it takes weights that are scaled at its end. */
    Fill(Planned statement, EventStep<P> step) {
        this(Optional.of(statement), step, step.form().isPresent() ? Weighting.UNSCALED : Weighting.PHYSICAL);
    }

    /** Makes the fill of what the run asks for itself. */
    Fill(EventStep<P> step, Weighting weighting) {
        this(Optional.empty(), step, weighting);
    }

    private Fill(Optional<Planned> statement, EventStep<P> step, Weighting weighting) {
        this.statement = statement;
        this.step = step;
        this.form = step.form();
        this.weighting = weighting;
        this.gathered = none();
        this.ofFile = none();
    }

    private List<Optional<P>> none() {
        return new ArrayList<>(Collections.nCopies(step.scopes().size(), Optional.empty()));
    }

    /** Returns the statement; empty for what the run asks for itself. */
    Optional<Planned> statement() {
        return statement;
    }

    /** Tells whether its parts go to a sink as they come. */
    boolean hasSink() {
        return sink.isPresent();
    }

    List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < step.scopes().size(); i++) {
            queries.add(new Query(
                    (ScopeDecl) step.scopes().get(i),
                    step.columns(i).stream()
                            .map(c -> ((ColumnExpression) c).typed())
                            .toList(),
                    weighting));
        }
        return queries;
    }

    /** Makes it ready for blocks. */
    void open(StepContext context) {
        sink = step.sink(context);
    }

    /** Makes it ready for blocks of which a sink's are written to {@code rows} instead. */
    void open(StepContext context, RowsFile rows) {
        try (EventSink<P> own = step.sink(context).orElse(null)) {
            sink = own == null ? Optional.empty() : Optional.of(new Recorder(rows));
        }
    }

    /** Writes each part, for {@link #replay}. */
    private final class Recorder implements EventSink<P> {
        private final RowsFile rows;

        Recorder(RowsFile rows) {
            this.rows = rows;
        }

        @Override
        public void accept(int scope, P part) {
            rows.add(scope, out -> form.orElseThrow().write(part, out));
        }

        @Override
        public void finish(StepContext context) {
            rows.end();
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    /**
     * Collects one frame's tables, one per scope; what is returned adds them to what was gathered, and is called in the order of the frames.
     *
     * @param frame that they are of
     */
    Runnable collect(List<Optional<EventTable>> tables, Frame frame) {
        List<Optional<P>> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            int scope = i;
            parts.add(tables.get(i).map(t -> step.collect(scope, t)));
        }
        int from = frame.sample().index();
        return () -> add(from, frame.part(), parts);
    }

    private void add(int fromSample, int fromFile, List<Optional<P>> parts) {
        if (fromSample != sample || fromFile != file) {
            endFile();
            sample = fromSample;
            file = fromFile;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPresent() && sink.isPresent()) {
                sink.get().accept(i, parts.get(i).get());
            } else {
                merge(ofFile, i, parts.get(i));
            }
        }
    }

    private void merge(List<Optional<P>> into, int scope, Optional<P> part) {
        if (part.isPresent()) {
            Optional<P> before = into.get(scope);
            into.set(scope, before.isPresent() ? Optional.of(step.merge(before.get(), part.get())) : part);
        }
    }

    /** Adds what the blocks of a file gave to the whole. */
    void endFile() {
        for (int i = 0; i < ofFile.size(); i++) {
            merge(gathered, i, ofFile.get(i));
        }
        ofFile = none();
    }

    /** Writes what the blocks gave since the last call, those of one file, and forgets it. */
    void writeFile(DataOutput out) throws IOException {
        for (Optional<P> part : ofFile) {
            out.writeBoolean(part.isPresent());
            if (part.isPresent()) {
                form.orElseThrow().write(part.get(), out);
            }
        }
        ofFile = none();
        file = -1;
    }

    /** Adds what {@link #writeFile} wrote. */
    void readFile(DataInput in) throws IOException {
        endFile();
        for (int i = 0; i < ofFile.size(); i++) {
            if (in.readBoolean()) {
                ofFile.set(i, Optional.of(form.orElseThrow().read(in)));
            }
        }
        endFile();
    }

    /** Hands what a {@link RowsFile} holds to the sink. */
    void replay(int scope, DataInput in) throws IOException {
        sink.orElseThrow().accept(scope, form.orElseThrow().read(in));
    }

    /**
     * Hands the result to the step; a scope that no block came from is an empty one.
     *
     * @param scale factors from the weights of the files to the physical ones, by sample
     */
    void finish(StepContext context, IntToDoubleFunction scale) {
        if (sink.isPresent()) {
            sink.get().finish(context);
            return;
        }
        endFile();
        List<P> results = new ArrayList<>();
        for (int i = 0; i < gathered.size(); i++) {
            int scope = i;
            P result = gathered.get(i).orElseGet(() -> step.collect(scope, empty(step.columns(scope))));
            results.add(form.isPresent() ? form.get().scaled(result, scale) : result);
        }
        step.finish(results, context);
    }

    /** Leaves nothing half done behind. */
    void close() {
        sink.ifPresent(EventSink::close);
    }

    private static Column empty(EventExpression expression) {
        Column values = expression.type() == ColumnType.STRING
                ? new Column.Strings(new String[0])
                : new Column.Doubles(new double[0]);
        return expression.depth() == 0 ? values : new Column.Lists(new int[1], values);
    }

    private static EventTable empty(List<EventExpression> columns) {
        List<Column> none = columns.stream().map(Fill::empty).toList();
        return new EventTable(none, new double[0], new int[0], new int[0], new long[0]);
    }
}
