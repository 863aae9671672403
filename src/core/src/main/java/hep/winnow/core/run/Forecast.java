package hep.winnow.core.run;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.learn.Task;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a plan is expected to read and to hold, told before an event is read.
 *
 * @param heap greatest size of the heap, in bytes
 * @param limit what events may take of it
 * @param samples all of the program, in order
 * @param models those that are trained, in order
 */
public record Forecast(long heap, long limit, List<OfSample> samples, List<OfModel> models) {
    /** Weight, class, id and part of an event that is kept. */
    public static final int EVENT_BYTES = 32;

    /** The first two bytes of what gzip packs, the lowest one first. */
    private static final int GZIP = 0x8b1f;

    /** Head and tail of what gzip packs. */
    private static final int GZIP_LEAST = 18;

    /** Characters of a number with what parts it from the next, in a text file. */
    private static final int TEXT_BYTES = 8;

    public Forecast {
        samples = List.copyOf(samples);
        models = List.copyOf(models);
    }

    /**
     * What is expected of the training of a model.
     *
     * @param name of the model
     * @param line where it is trained
     * @param bytes that the model itself takes while it is trained, besides events; empty if its learner cannot tell
     * @param isLeast whether it is more where there are more than two classes, which the events tell
     */
    public record OfModel(String name, int line, OptionalLong bytes, boolean isLeast) {}

    /**
     * What is expected of a sample.
     *
     * @param sample which
     * @param isUsed whether any statement looks at it
     * @param read columns that the first pass reads, in the order of the file
     * @param isKept whether its events are kept for later passes and statements
     * @param kept columns that are, in the order of the file
     * @param events how many there are; empty if that cannot be told before they are read
     * @param isCounted whether its files say so; else it is told from their sizes
     */
    public record OfSample(
            SampleDecl sample,
            boolean isUsed,
            List<ColumnInfo> read,
            boolean isKept,
            List<ColumnInfo> kept,
            OptionalLong events,
            boolean isCounted) {
        public OfSample {
            read = List.copyOf(read);
            kept = List.copyOf(kept);
        }

        /** Returns what an event takes that is kept, in bytes; a list counts as one of its values. */
        public long bytesPerEvent() {
            return isKept
                    ? EVENT_BYTES
                            + kept.stream().mapToLong(c -> Kept.width(c.type())).sum()
                    : 0;
        }

        /** Returns what all that is kept takes, in bytes; empty if it cannot be told. */
        public OptionalLong bytes() {
            return events.isPresent() ? OptionalLong.of(events.getAsLong() * bytesPerEvent()) : OptionalLong.empty();
        }
    }

    /**
     * Returns the forecast of a plan.
     *
     * @param setting what events may take of the heap, in place of what the macro says
     */
    public static Forecast of(Program program, Plan plan, OptionalDouble setting) {
        long heap = Runtime.getRuntime().maxMemory();
        long limit = Memory.limit(setting.isPresent() ? setting : program.memory(), heap);
        return new Forecast(
                heap,
                limit,
                program.samples().stream().map(s -> of(s, plan)).toList(),
                program.statements().stream()
                        .flatMap(s -> ofTraining(s).stream())
                        .toList());
    }

    private static Optional<OfModel> ofTraining(Planned statement) {
        if (!(statement.action() instanceof Action.Train train)) {
            return Optional.empty();
        }
        ModelDecl model = train.model();
        int outputs = switch (model.task()) {
            case BINARY -> 1;
            case MULTICLASS -> 2;
            case REGRESSION -> model.targets().size();
            case UNSUPERVISED -> 0;
        };
        OptionalLong bytes = train.step().modelBytes(model.inputs().size(), outputs);
        return Optional.of(new OfModel(model.name(), statement.line(), bytes, model.task() == Task.MULTICLASS));
    }

    private static OfSample of(SampleDecl sample, Plan plan) {
        int index = sample.index();
        boolean isCounted = sample.source().events().isPresent();
        return new OfSample(
                sample,
                plan.firstPass().containsKey(index),
                columns(sample, plan.firstPass().getOrDefault(index, Set.of())),
                plan.kept().containsKey(index),
                columns(sample, plan.kept().getOrDefault(index, Set.of())),
                isCounted ? sample.source().events() : fromSize(sample),
                isCounted);
    }

    private static List<ColumnInfo> columns(SampleDecl sample, Set<String> wanted) {
        return SampleDecl.named(sample.source()).stream()
                .filter(c -> wanted.contains(c.name()))
                .toList();
    }

    private static OptionalLong fromSize(SampleDecl sample) {
        long bytes = sample.source().fileBytes();
        for (Path file : sample.source().files()) {
            bytes += unpacked(file);
        }
        int columns = sample.source().schema().size();
        return bytes == 0 || columns == 0
                ? OptionalLong.empty()
                : OptionalLong.of(bytes / ((long) TEXT_BYTES * columns));
    }

    /** Returns how much longer a file is that gzip has packed: its last four bytes tell the length before. */
    private static long unpacked(Path file) {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            long length = in.size();
            if (length < GZIP_LEAST || (number(in, 0) & 0xffff) != GZIP) {
                return 0;
            }
            return Math.max(0, Integer.toUnsignedLong(number(in, length - Integer.BYTES)) - length);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Reads four bytes, the lowest one first. */
    private static int number(SeekableByteChannel in, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        in.position(at);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new EOFException("it ends at byte " + in.position());
            }
        }
        return bytes.getInt(0);
    }

    /** Returns what all that is kept takes, in bytes, as far as it can be told. */
    public long bytes() {
        return samples.stream().mapToLong(s -> s.bytes().orElse(0)).sum();
    }

    /** Returns what of it goes to temporary files, in bytes. */
    public long spilled() {
        return Math.max(0, bytes() - limit);
    }
}
