package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands out blocks of rows, each of one file. The run's threads take turns in reading (and inflating) the next chunk, and each parses its own at once, while it is still in that processor's cache. Bad rows
 * are told on the calling thread, in order.
 */
final class CsvReader implements BlockReader {
    /** Chunks that a few threads parse between two waits for each other; more threads take two each. */
    private static final int MAX_BATCH = 64;

    /** Chunks for each of a few threads. */
    private static final int SHARE = 16;

    private final List<TableFile> files;
    private final List<ChunkParser> parsers;
    private final ReadContext context;
    private final ChunkFeeder feeder;
    private final BlockAssembler assembler;
    private final int batch;
    private final Deque<ParsedChunk> parsed = new ArrayDeque<>();
    private Optional<ParsedChunk> current = Optional.empty();
    private int taken;
    private long line;
    private int part;

    /**
     * Makes a reader.
     *
     * @param files the files
     * @param parsers one per file
     * @param kinds kinds of the asked-for columns
     * @param chunkBytes how much is read and parsed at a time
     */
    CsvReader(
            List<TableFile> files,
            List<ChunkParser> parsers,
            List<CellKind> kinds,
            int chunkBytes,
            ReadContext context) {
        this.files = files;
        this.parsers = parsers;
        this.context = context;
        this.feeder = new ChunkFeeder(files, chunkBytes);
        this.assembler = new BlockAssembler(kinds, CsvSource.BLOCK_SIZE);
        int threads = context.workers().threads();
        this.batch = threads == 1 ? 1 : Math.max(2 * threads, Math.min(SHARE * threads, MAX_BATCH));
    }

    @Override
    public Optional<EventBlock> next() throws IOException {
        while (!assembler.isFull()) {
            if (current.isPresent() && taken < current.get().rows()) {
                if (!assembler.isEmpty() && current.get().source().file() != part) {
                    break;
                }
                part = current.get().source().file();
                taken += assembler.take(current.get(), taken);
            } else if (!advance()) {
                break;
            }
        }
        return assembler.finish();
    }

    @Override
    public int part() {
        return part;
    }

    @Override
    public void close() throws IOException {
        parsed.clear();
        current = Optional.empty();
        feeder.close();
    }

    /** Goes to the next chunk; false at the end. */
    private boolean advance() {
        current.ifPresent(done -> parsers.get(done.source().file()).recycle(done));
        if (parsed.isEmpty()) {
            parseMore();
        }
        current = Optional.ofNullable(parsed.poll());
        taken = 0;
        current.ifPresent(this::tell);
        return current.isPresent();
    }

    private void parseMore() {
        AtomicInteger count = new AtomicInteger();
        ParsedChunk[] results = new ParsedChunk[batch];
        context.workers().forEach(batch, i -> parseNext(count, results));
        parsed.addAll(Arrays.asList(results).subList(0, count.get()));
    }

    /** Parses the next chunk, if there is one, to the place that is its own in the order of the file. */
    private void parseNext(AtomicInteger count, ParsedChunk[] results) {
        Optional<Chunk> next;
        int place;
        synchronized (feeder) {
            next = feeder.next();
            place = next.isPresent() ? count.getAndIncrement() : -1;
        }
        if (next.isPresent()) {
            Chunk chunk = next.get();
            results[place] = parsers.get(chunk.file()).parse(chunk);
            synchronized (feeder) {
                feeder.recycle(chunk);
            }
        }
    }

    /** Tells what is wrong with a chunk, by lines of its file. */
    private void tell(ParsedChunk chunk) {
        Chunk source = chunk.source();
        TableFile file = files.get(source.file());
        String name = file.path().toString();
        if (source.isFirst()) {
            line = file.dataLine();
        }
        for (ParsedChunk.BadRow bad : chunk.bad()) {
            context.badRow(name, line + bad.line() + 1, bad.reason());
        }
        if (chunk.openQuote() >= 0) {
            throw UserError.data(
                    name + ": a quote opens in the row that begins in line " + (line + chunk.openQuote() + 1)
                            + " and never closes",
                    "close it, or double it if it is meant as a character");
        }
        line += chunk.lines();
        if (!source.failure().isEmpty()) {
            throw UserError.data(
                    name + ": reading ended behind line " + line + ": " + source.failure(),
                    "check that the file is whole");
        }
        context.progressed(source.diskBytes());
    }
}
