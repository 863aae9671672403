package hep.winnow.app.events;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.app.shell.LiveLine;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.run.ThreadWorkers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pass over the events of a source, with progress on the terminal. */
final class Reading implements AutoCloseable {
    private static final int SHOWN_BAD_ROWS = 5;

    private final EventSource source;
    private final Terminal terminal;
    private final ThreadWorkers workers = new ThreadWorkers(Runtime.getRuntime().availableProcessors());
    private final List<String> badRows = new ArrayList<>();
    private final boolean skipsBadRows;
    private long bytes;
    private long events;
    private long skipped;

    /** Makes a pass; rows that cannot be read are left out and counted, or else end it. */
    Reading(EventSource source, boolean skipsBadRows, Terminal terminal) {
        this.source = source;
        this.skipsBadRows = skipsBadRows;
        this.terminal = terminal;
    }

    /** Takes blocks, in order. */
    @FunctionalInterface
    interface BlockTaker {
        /** Takes a block. */
        void take(EventBlock block) throws IOException;
    }

    /** Hands all blocks with these columns to {@code taker}. */
    void forEach(List<String> columns, BlockTaker taker) throws IOException {
        LiveLine live =
                new LiveLine(terminal, System::nanoTime, terminal.looks().isLive());
        long total = source.fileBytes();
        long start = System.nanoTime();
        try (BlockReader reader = source.open(columns, new Context())) {
            for (Optional<EventBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                taker.take(block.get());
                events += block.get().size();
                double seconds = (System.nanoTime() - start) / 1e9;
                List<String> notes = List.of(Words.brief(events) + " events");
                live.show(new LiveLine.State("read", bytes, total, "", notes, seconds));
            }
        } finally {
            live.erase();
        }
    }

    /** Returns the number of events so far. */
    long events() {
        return events;
    }

    /** Returns the number of rows that were left out. */
    long skipped() {
        return skipped;
    }

    /** Returns the first rows that were left out, with the reason. */
    List<String> badRows() {
        return badRows;
    }

    @Override
    public void close() {
        workers.close();
    }

    private final class Context implements ReadContext {
        @Override
        public Workers workers() {
            return workers;
        }

        @Override
        public void badRow(String file, long line, String reason) {
            String where = file + ":" + line + ": " + reason;
            if (!skipsBadRows) {
                throw UserError.data(where, "mend the row; 'winnow columns' counts all such rows");
            }
            skipped++;
            if (badRows.size() < SHOWN_BAD_ROWS) {
                badRows.add(where);
            }
        }

        @Override
        public void progressed(long read) {
            bytes += read;
        }
    }
}
