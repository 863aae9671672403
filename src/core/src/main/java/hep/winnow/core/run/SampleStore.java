package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.Workers;
import hep.winnow.core.macro.GeneratedSource;
import hep.winnow.core.macro.MissingRule;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.spill.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The events of one sample: read from its source, or kept from an earlier pass. */
final class SampleStore {
    private final SampleDecl sample;
    private final EventSource source;
    private final Shared shared;
    private final Workers workers;
    private final RunListener listener;
    private final long bytes;
    private final Memory memory;
    private final int scores;
    private Optional<FrameCache> cache = Optional.empty();
    private long events;
    private long skipped;
    private boolean isCounted;
    private final List<FileCount> counts = new ArrayList<>();
    private List<LeftOut> leftOut = List.of();

    /**
     * Makes one that has read nothing.
     *
     * @param source the events: those of the sample, or of some of its files
     * @param scores how many numbers models may tell of an event
     */
    SampleStore(
            SampleDecl sample,
            EventSource source,
            Shared shared,
            Workers workers,
            RunListener listener,
            Memory memory,
            int scores) {
        this.sample = sample;
        this.source = source;
        this.shared = shared;
        this.workers = workers;
        this.listener = listener;
        this.memory = memory;
        this.scores = scores;
        this.bytes = source.fileBytes();
    }

    SampleDecl sample() {
        return sample;
    }

    long bytes() {
        return bytes;
    }

    long events() {
        return events;
    }

    long skipped() {
        return skipped;
    }

    /** Returns the first bad rows that were left out, for a warning. */
    List<String> badRows() {
        return counts.stream()
                .flatMap(c -> c.badRows().stream())
                .limit(FileCount.MOST_BAD_ROWS)
                .toList();
    }

    /** Returns what was read, by part of the source; parts without a row behind the last one with rows may be left out. */
    List<FileCount> counts() {
        return counts;
    }

    /** Takes over what others read. */
    void count(List<FileCount> files) {
        counts.addAll(files);
        events = files.stream().mapToLong(FileCount::events).sum();
        skipped = files.stream().mapToLong(FileCount::skipped).sum();
        leftOut = leftOut(files);
        leftOut.forEach(l -> {
            String told = ScreenedBlocks.uncertified(l.events(), events + l.events());
            listener.text(0, "sample '" + sample.name() + "': " + told);
        });
        if (sample.screening().looksForDuplicates()) {
            shared.warn(
                    "sample '" + sample.name() + "': duplicates are looked for within each job of a batch alone, and"
                            + " told in its log; duplicates=keep says that none are looked for");
        }
    }

    /** Returns what the screening left out of some files. */
    List<LeftOut> leftOut(List<FileCount> files) {
        return sample.screening().mask().isEmpty()
                ? List.of()
                : List.of(ScreenedBlocks.uncertified(
                        files.stream().mapToLong(FileCount::uncertified).sum()));
    }

    private FileCount count(int part) {
        while (counts.size() <= part) {
            counts.add(new FileCount());
        }
        return counts.get(part);
    }

    /** Returns what the sample's screening left out, as far as it was read. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Tells whether its events are drawn from a model, and so can be read only behind its training. */
    boolean isDrawn() {
        return source instanceof GeneratedSource;
    }

    boolean isCached() {
        return cache.isPresent();
    }

    /**
     * Hands frames to {@code batches} in order, a few at a time so that several threads can work on them.
     *
     * @param columns that frames hold
     * @param keep columns to keep for later stages; empty to keep no frame
     * @param batches called with the frames, in order
     */
    void read(Set<String> columns, Optional<Set<String>> keep, Consumer<List<Frame>> batches) {
        if (cache.isPresent()) {
            forEachKept(batches);
            return;
        }
        int width = 4 * workers.threads();
        Optional<FrameCache> kept = keep.map(names -> new FrameCache(memory, scores));
        try (ScreenedBlocks reader = open(List.copyOf(columns))) {
            long row = 0;
            List<Frame> batch = new ArrayList<>();
            for (Optional<EventBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                Frame frame = frame(block.get(), List.copyOf(columns), reader.part(), row);
                row += frame.size();
                if (!isCounted) {
                    count(frame.part()).addEvents(frame.size());
                }
                batch.add(frame);
                if (batch.size() == width) {
                    flush(batch, keep, kept, batches);
                }
                Interrupts.check();
                listener.reading(sample.name(), row, progressed, bytes);
            }
            flush(batch, keep, kept, batches);
            events = row;
            leftOut = reader.leftOut();
            if (!isCounted) {
                reader.uncertified().forEach((part, n) -> count(part).addUncertified(n));
                tell(reader);
            }
        } catch (IOException e) {
            throw UserError.data("cannot read sample '" + sample.name() + "': " + e.getMessage(), "")
                    .because(e);
        } catch (UncheckedIOException e) {
            throw UserError.data("cannot read sample '" + sample.name() + "': " + e.getMessage(), "")
                    .because(e);
        }
        isCounted = true;
        listener.progressDone();
        cache = kept;
    }

    /**
     * Hands the kept frames to {@code batches} in order, a few at a time.
     *
     * @throws IllegalStateException if none were kept
     */
    void forEachKept(Consumer<List<Frame>> batches) {
        FrameCache kept = cache.orElseThrow(
                () -> new IllegalStateException("sample '" + sample.name() + "' was not kept for a later stage"));
        int width = 4 * workers.threads();
        for (int from = 0; from < kept.size(); from += width) {
            Interrupts.check();
            Frame[] batch = new Frame[Math.min(width, kept.size() - from)];
            int first = from;
            workers.forEach(batch.length, i -> batch[i] = kept.get(first + i));
            batches.accept(List.of(batch));
        }
    }

    /** Gives memory and temporary files back. */
    void close() {
        cache.ifPresent(FrameCache::close);
        cache = Optional.empty();
    }

    private long progressed;
    private final Map<String, Integer> partOf = new HashMap<>();

    private void flush(
            List<Frame> batch, Optional<Set<String>> keep, Optional<FrameCache> kept, Consumer<List<Frame>> batches) {
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
        }
        kept.ifPresent(frames -> batch.forEach(f -> frames.add(f.keeping(keep.orElseThrow()))));
        batch.clear();
    }

    /** Tells what was left out. */
    private void tell(ScreenedBlocks reader) {
        if (!reader.told().isEmpty()) {
            listener.text(0, reader.told());
        }
        if (!reader.warning().isEmpty()) {
            shared.warn(reader.warning());
        }
    }

    /** Opens the source with what is asked for and what the screening needs besides. */
    private ScreenedBlocks open(List<String> columns) throws IOException {
        List<String> all = new ArrayList<>(columns);
        sample.screening().columns().stream().filter(c -> !all.contains(c)).forEach(all::add);
        return new ScreenedBlocks(blocks(all), sample, all, columns.size());
    }

    private BlockReader blocks(List<String> columns) throws IOException {
        if (source instanceof GeneratedSource drawn) {
            Pipeline pipeline = shared.model(drawn.model()).pipeline();
            return new GeneratedBlocks(drawn, pipeline, columns, workers);
        }
        shared.access().checkRead(source.files());
        return source.open(columns, new ReadContext() {
            @Override
            public Workers workers() {
                return workers;
            }

            @Override
            public void badRow(String file, long line, String reason) {
                skip(file, line, reason);
            }

            @Override
            public void progressed(long read) {
                progressed += read;
            }
        });
    }

    private void skip(String file, long line, String reason) {
        if (!sample.skipsBadRows()) {
            throw UserError.data(
                    file + ":" + line + ": " + reason,
                    "mend the row, or leave such rows out with on_bad=skip, which counts them");
        }
        if (!isCounted) {
            skipped++;
            count(part(file)).addBadRow(file + ":" + line + ": " + reason);
        }
    }

    /** Returns the part of a file of the source; 0 for what is no file of its own. */
    private int part(String file) {
        if (partOf.isEmpty()) {
            List<Path> files = source.files();
            boolean hasParts = source.parts().size() == files.size();
            for (int i = 0; i < files.size(); i++) {
                partOf.putIfAbsent(files.get(i).toString(), hasParts ? i : 0);
            }
        }
        return partOf.getOrDefault(file, 0);
    }

    private Frame frame(EventBlock block, List<String> names, int part, long row) {
        Map<String, Column> columns = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = block.columns().get(i);
            MissingRule rule = sample.missing().get(names.get(i));
            columns.put(names.get(i), rule == null ? column : withMissing(column, rule));
        }
        return new Frame(sample, block.size(), part, row, columns, shared);
    }

    /** Returns the column with NaN where the rule says that there is no value. */
    private static Column withMissing(Column column, MissingRule rule) {
        if (column instanceof Column.Lists lists) {
            return new Column.Lists(lists.offsets(), withMissing(lists.values(), rule));
        }
        double[] out = new double[column.size()];
        for (int i = 0; i < out.length; i++) {
            double x = column.number(i);
            out[i] = rule.isMissing(x) ? Double.NaN : x;
        }
        return new Column.Doubles(out);
    }
}
