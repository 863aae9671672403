package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hands out blocks of rows. Chunks are parsed on the run's threads, a few at a time, while one of these threads reads (and inflates) the chunks after
 * them. Bad rows are told on the calling thread, in order.
 */
final class CsvReader implements BlockReader {
    /** Chunks that are read ahead for a few threads; more threads take two each. */
    private static final int MAX_BATCH = 64;

    private final List<TableFile> files;
    private final List<ChunkParser> parsers;
    private final ReadContext context;
    private final ChunkFeeder feeder;
    private final BlockAssembler assembler;
    private final int batch;
    private final Deque<ParsedChunk> parsed = new ArrayDeque<>();
    private List<Chunk> loaded = List.of();
    private Optional<ParsedChunk> current = Optional.empty();
    private int taken;
    private boolean isStarted;
    private long line;

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
        this.batch = threads == 1 ? 1 : Math.max(2 * threads, Math.min(8 * threads, MAX_BATCH));
    }

    @Override
    public Optional<EventBlock> next() throws IOException {
        while (!assembler.isFull()) {
            if (current.isPresent() && taken < current.get().rows()) {
                taken += assembler.take(current.get(), taken);
            } else if (!advance()) {
                break;
            }
        }
        return assembler.finish();
    }

    @Override
    public void close() throws IOException {
        parsed.clear();
        loaded = List.of();
        current = Optional.empty();
        feeder.close();
    }

    /** Goes to the next chunk; false at the end. */
    private boolean advance() {
        if (parsed.isEmpty()) {
            parseMore();
        }
        current = Optional.ofNullable(parsed.poll());
        taken = 0;
        current.ifPresent(this::tell);
        return current.isPresent();
    }

    /** Parses the chunks that are loaded, and loads those after them. */
    private void parseMore() {
        if (!isStarted) {
            loaded = feeder.load(batch);
            isStarted = true;
        }
        List<Chunk> now = loaded;
        if (now.isEmpty()) {
            return;
        }
        ParsedChunk[] results = new ParsedChunk[now.size()];
        context.workers().forEach(now.size() + 1, i -> {
            if (i == 0) {
                loaded = feeder.load(batch);
            } else {
                Chunk chunk = now.get(i - 1);
                results[i - 1] = parsers.get(chunk.file()).parse(chunk);
            }
        });
        for (ParsedChunk result : results) {
            parsed.add(result);
            feeder.recycle(result.source());
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
