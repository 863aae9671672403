package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.JoinedSource;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One job of a batch: what the statements of a macro gather from some files of a sample, left in a folder for {@link Merging}. The files are merged one by one, so that it does not matter which
 * files a job has.
 */
public final class Gathering {
    private final Program program;
    private final int sample;
    private final RunOptions options;
    private final RunListener listener;

    /**
     * Makes the jobs of a batch.
     *
     * @param program the macro, checked with all files of the batch
     * @param sample whose files they are
     * @param options threads and version; the folder counts for nothing
     * @param listener told how reading goes
     */
    public Gathering(Program program, int sample, RunOptions options, RunListener listener) {
        this.program = program;
        this.sample = sample;
        this.options = options;
        this.listener = listener;
    }

    /**
     * What a job read.
     *
     * @param events how many
     * @param skipped rows that were left out
     */
    public record Count(long events, long skipped) {}

    /**
     * Gathers from some files of the sample.
     *
     * @param first the first one, from 0
     * @param count how many, at least 1
     * @param folder for what is gathered
     * @throws RunFailure where a statement fails
     * @throws UserError where a file cannot be read
     */
    public Count gather(int first, int count, Path folder) {
        SampleDecl batched = program.samples().get(sample);
        List<EventSource> files = batched.source().parts().subList(first, first + count);
        RunOptions here = new RunOptions(folder, options.threads(), options.version());
        try (Engine engine = new Engine(
                program,
                here,
                Figures.NONE,
                listener,
                s -> s.index() == sample ? JoinedSource.of(files) : s.source(),
                Inflow.NONE,
                Earlier.NONE)) {
            return gather(engine, count, folder);
        }
    }

    private Count gather(Engine engine, int count, Path folder) {
        SampleStore store = engine.store(sample);
        List<byte[]> parts = new ArrayList<>();
        try (Pass pass = engine.newPass(engine.plan().stages().get(0), true)) {
            pass.open(fill -> fill.open(
                    engine.context(fill),
                    new RowsFile(GatheredFiles.rows(folder, pass.fills().indexOf(fill)))));
            Set<String> columns = engine.plan().firstPass().getOrDefault(sample, Set.of());
            Guard.reading(
                    engine.plan(), 0, () -> store.read(columns, Optional.empty(), frames -> take(frames, pass, parts)));
            while (parts.size() < count) {
                parts.add(part(pass));
            }
            pass.fills().stream().filter(Fill::hasSink).forEach(f -> f.finish(engine.context(f), i -> 1));
        }
        List<FileCount> counts = new ArrayList<>(store.counts());
        while (counts.size() < count) {
            counts.add(new FileCount());
        }
        GatheredFiles.write(folder, counts, parts);
        return new Count(store.events(), store.skipped());
    }

    /** Takes frames; what was gathered of a file is put aside when the next one begins. */
    private static void take(List<Frame> frames, Pass pass, List<byte[]> parts) {
        int from = 0;
        for (int i = 1; i <= frames.size(); i++) {
            if (i == frames.size() || frames.get(i).part() != frames.get(from).part()) {
                while (parts.size() < frames.get(from).part()) {
                    parts.add(part(pass));
                }
                pass.take(frames.subList(from, i));
                from = i;
            }
        }
    }

    /** Returns what all statements without rows have of the file that was read last. */
    private static byte[] part(Pass pass) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Fill<?> fill : pass.fills()) {
            if (!fill.hasSink()) {
                try {
                    fill.writeFile(out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return bytes.toByteArray();
    }
}
