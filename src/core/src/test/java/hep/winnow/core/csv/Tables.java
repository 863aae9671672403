package hep.winnow.core.csv;

import static org.assertj.core.api.Assumptions.assumeThat;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.run.Workers;
import hep.winnow.core.text.ColumnText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.zip.GZIPOutputStream;

/** What the tests of this package share: files, readers, threads. */
final class Tables {
    private Tables() {}

    /** Returns a file of the data that machines with more than the checkout have; a test that asks for it elsewhere is skipped. */
    static Path shared(String name) {
        Path path = Path.of(System.getProperty("winnow.root", "../.."))
                .resolve("../shared/data")
                .resolve(name);
        assumeThat(path).as("shared data, which this machine lacks").exists();
        return path;
    }

    static Path write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Returns the text of a test resource of this package. */
    static String resource(String name) {
        try (var in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all columns of a source; bad rows are left out and told in {@link Read#bad}. */
    static Read read(CsvSource source, int threads) {
        return read(source, source.schema().stream().map(ColumnInfo::name).toList(), threads);
    }

    static Read read(CsvSource source, List<String> columns, int threads) {
        return read(source, columns, ChunkFeeder.CHUNK_BYTES, threads);
    }

    static Read read(CsvSource source, List<String> columns, int chunkBytes, int threads) {
        return read(source, columns, chunkBytes, threads, () -> {});
    }

    /** Reads {@code chunkBytes} at a time; {@code behindFirst} is run when the first block is there. */
    static Read read(CsvSource source, List<String> columns, int chunkBytes, int threads, Runnable behindFirst) {
        Context context = new Context(threads);
        List<EventBlock> blocks = new ArrayList<>();
        try (BlockReader reader = source.open(columns, chunkBytes, context)) {
            reader.next().ifPresent(blocks::add);
            behindFirst.run();
            for (var block = reader.next(); block.isPresent(); block = reader.next()) {
                blocks.add(block.get());
            }
            return new Read(columns, blocks, context.bad, context.bytes, "");
        } catch (UserError e) {
            return new Read(columns, blocks, context.bad, context.bytes, e.message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.workers.close();
        }
    }

    /** What came of a reading: {@code bad} holds {@code file:line: reason}, with the file's name alone. */
    record Read(List<String> columns, List<EventBlock> blocks, List<String> bad, long bytes, String error) {
        int rows() {
            return blocks.stream().mapToInt(EventBlock::size).sum();
        }

        /** Returns everything that came of it as text. */
        String all() {
            List<String> out = new ArrayList<>(
                    columns.stream().map(this::texts).map(String::valueOf).toList());
            out.addAll(bad);
            out.add(error);
            return String.join("\n", out);
        }

        /** Returns a column as text, all blocks together. */
        List<String> texts(String column) {
            List<String> out = new ArrayList<>();
            for (EventBlock block : blocks) {
                Column values = block.columns().get(columns.indexOf(column));
                for (int i = 0; i < block.size(); i++) {
                    out.add(ColumnText.of(values, i));
                }
            }
            return out;
        }

        List<Double> numbers(String column) {
            List<Double> out = new ArrayList<>();
            for (EventBlock block : blocks) {
                Column values = block.columns().get(columns.indexOf(column));
                for (int i = 0; i < block.size(); i++) {
                    out.add(values.number(i));
                }
            }
            return out;
        }
    }

    private static final class Context implements ReadContext {
        private final Pool workers;
        private final List<String> bad = new ArrayList<>();
        private long bytes;

        Context(int threads) {
            workers = new Pool(threads);
        }

        @Override
        public Workers workers() {
            return workers;
        }

        @Override
        public void badRow(String file, long line, String reason) {
            bad.add(Path.of(file).getFileName() + ":" + line + ": " + reason);
        }

        @Override
        public void progressed(long n) {
            bytes += n;
        }
    }

    private static final class Pool implements Workers, AutoCloseable {
        private final int threads;
        private final ExecutorService executor;

        Pool(int threads) {
            this.threads = threads;
            this.executor = Executors.newFixedThreadPool(threads);
        }

        @Override
        public int threads() {
            return threads;
        }

        @Override
        public void forEach(int n, IntConsumer body) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int index = i;
                futures.add(executor.submit(() -> body.accept(index)));
            }
            for (Future<?> future : futures) {
                try {
                    future.get();
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void close() {
            executor.shutdown();
        }
    }
}
