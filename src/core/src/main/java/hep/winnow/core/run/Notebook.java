package hep.winnow.core.run;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.core.macro.GeneratedSource;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Carries out a macro that grows, a few statements at a time: models that were trained are not trained again, and of samples that were read the columns stay in memory as long as there is room. What a run of the whole macro would
 * give is given: only the time differs. For one thread at a time.
 */
public final class Notebook implements AutoCloseable {
    private final Figures figures;
    private final long room;
    private final Map<String, KeptSource> sources = new LinkedHashMap<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private Earlier earlier = Earlier.NONE;

    /** What was there before a program was carried out, and whether it was carried out from the beginning. */
    private record Step(Earlier before, boolean isAnew) {}

    /**
     * Makes an empty one.
     *
     * @param figures what draws and writes figures
     * @param room for columns of events, in bytes
     */
    public Notebook(Figures figures, long room) {
        this.figures = figures;
        this.room = room;
    }

    /**
     * Carries out the statements of a program that were not carried out yet. If it fails or is interrupted, nothing has changed.
     *
     * @param program whose first statements are those of the programs before it
     */
    public RunResult run(Program program, RunOptions options, RunListener listener) {
        return run(program, options, listener, earlier, false);
    }

    /** Carries out all statements of a program, as if none had been: something that holds for all of them, such as the seed, is another. */
    public RunResult runAnew(Program program, RunOptions options, RunListener listener) {
        sources.clear();
        boolean isDone = false;
        try {
            RunResult result = run(program, options, listener, Earlier.NONE, true);
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                sources.clear();
            }
        }
    }

    private RunResult run(Program program, RunOptions options, RunListener listener, Earlier base, boolean isAnew) {
        try (Engine engine =
                new Engine(program, options, figures, new Quiet(listener), this::source, Inflow.NONE, base)) {
            RunResult result = engine.run();
            Earlier next = engine.left();
            steps.push(new Step(earlier, isAnew));
            earlier = next;
            return result;
        }
    }

    /** Carries out the statements of a program that were not carried out yet, and takes no note of it: the next run does not go on from it. */
    public RunResult look(Program program, RunOptions options, RunListener listener) {
        try (Engine engine =
                new Engine(program, options, figures, new Quiet(listener), this::source, Inflow.UNTOLD, earlier)) {
            return engine.run();
        }
    }

    /** Takes note of a program that has nothing new to carry out, so that {@link #back} takes it back. */
    public void note() {
        steps.push(new Step(earlier, false));
    }

    /** Takes note of a program without statements to carry out whose samples are others than before. */
    public void noteAnew() {
        sources.clear();
        steps.push(new Step(earlier, true));
        earlier = Earlier.NONE;
    }

    /** Tells whether a program has statements that were not carried out. */
    public boolean isBehind(Program program) {
        return program.statements().stream().mapToInt(Planned::number).anyMatch(n -> n > earlier.done());
    }

    /**
     * Takes back the last program that was carried out or noted.
     *
     * @param samples whose columns may stay in memory
     */
    public void back(List<String> samples) {
        if (!steps.isEmpty()) {
            Step last = steps.pop();
            earlier = last.before();
            sources.keySet().retainAll(last.isAnew() ? List.of() : samples);
        }
    }

    private EventSource source(SampleDecl sample) {
        if (sample.source() instanceof GeneratedSource) {
            return sample.source();
        }
        KeptSource kept = sources.get(sample.name());
        if (kept == null || kept.isChanged()) {
            sources.remove(sample.name());
            kept = new KeptSource(sample.source(), this::hasRoom);
            sources.put(sample.name(), kept);
        }
        return kept;
    }

    private boolean hasRoom(long bytes) {
        return bytes + sources.values().stream().mapToLong(KeptSource::bytes).sum() <= room;
    }

    @Override
    public void close() {
        sources.clear();
        steps.clear();
    }

    /** Tells nothing of the reading of what is in memory. */
    private final class Quiet implements RunListener {
        private final RunListener listener;
        private boolean isReplayed;

        Quiet(RunListener listener) {
            this.listener = listener;
        }

        @Override
        public void text(int line, String text) {
            listener.text(line, text);
        }

        @Override
        public void warning(int line, String message) {
            listener.warning(line, message);
        }

        @Override
        public void began(int line, String statement) {
            listener.began(line, statement);
        }

        @Override
        public void reading(String sample, long events, long bytes, long totalBytes) {
            KeptSource source = sources.get(sample);
            isReplayed = source != null && source.isReplayed();
            if (!isReplayed) {
                listener.reading(sample, events, bytes, totalBytes);
            }
        }

        @Override
        public void progressDone() {
            if (!isReplayed) {
                listener.progressDone();
            }
            isReplayed = false;
        }

        @Override
        public void epoch(String model, EpochReport report, int epochs) {
            listener.epoch(model, report, epochs);
        }

        @Override
        public boolean stopsTraining() {
            return listener.stopsTraining();
        }
    }
}
