package hep.winnow.core.spill;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.run.Scratch;
import hep.winnow.core.text.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of its events a run may hold at once, and where the rest goes. It counts what grows with the number of events; blocks on their way, networks and the program itself stand beside it. Safe for several threads.
 */
public final class Memory implements Scratch {
    /** Share of the heap where nothing is said. */
    public static final double DEFAULT_SHARE = 0.5;

    private static final long LEAST = 1_000_000;

    private final long limit;
    private final Path folder;
    private final List<Holder> holders = new ArrayList<>();
    private long held;
    private long spilled;

    /** Who can put what it holds into a file when the room is needed. */
    @FunctionalInterface
    public interface Holder {
        /** Gives back all that it can. Called on the thread of the run, while no other works. */
        void giveBack();
    }

    /**
     * Makes a memory.
     *
     * @param limit in bytes
     * @param folder of temporary files; made when it is needed
     */
    public Memory(long limit, Path folder) {
        this.limit = limit;
        this.folder = folder;
    }

    /**
     * Returns what a setting stands for, in bytes.
     *
     * @param setting up to 1 a share of the heap, above it bytes; half of the heap if empty
     * @param heap the greatest size of the heap
     * @throws UserError if it is too small to work with, or more than the heap
     */
    public static long limit(OptionalDouble setting, long heap) {
        double given = setting.orElse(DEFAULT_SHARE);
        double bytes = given <= 1 ? given * heap : given;
        if (bytes < LEAST) {
            throw UserError.data(
                    "memory= of " + Bytes.text(bytes) + " is too little to work with",
                    "give it " + Bytes.text(LEAST) + " or more, such as memory=2GB or memory=50%");
        }
        if (bytes > heap) {
            throw UserError.data(
                    "memory= of " + Bytes.text(bytes) + " is more than the heap of " + Bytes.text(heap),
                    "give less, or a greater heap: WINNOW_JAVA_OPTS=-Xmx" + heapFor((long) bytes));
        }
        return (long) bytes;
    }

    /** Returns the size of a heap in which so many bytes of events can be held, as {@code -Xmx} takes it. */
    static String heapFor(long bytes) {
        long megabytes = Math.max(256, (long) (bytes / DEFAULT_SHARE) / (1 << 20) + 1);
        return megabytes < 4096 ? megabytes + "m" : megabytes / 1024 + 1 + "g";
    }

    @Override
    public long memory() {
        return limit;
    }

    /** Returns how many bytes may be held. */
    public long limit() {
        return limit;
    }

    /** Adds someone who can make room. */
    public synchronized void add(Holder holder) {
        holders.add(holder);
    }

    /** Takes so many bytes, if they are free; returns whether they were. */
    public synchronized boolean hold(long bytes) {
        if (bytes > limit - held) {
            return false;
        }
        held += bytes;
        return true;
    }

    /** Gives back what was taken. */
    public synchronized void release(long bytes) {
        held -= bytes;
    }

    /** Makes sure that so many bytes are free, as far as holders can give back. */
    public void makeRoom(long bytes) {
        List<Holder> all;
        synchronized (this) {
            if (bytes <= limit - held) {
                return;
            }
            all = List.copyOf(holders);
        }
        all.forEach(Holder::giveBack);
    }

    /** Begins a temporary file. */
    public SpillFile file() {
        return new SpillFile(folder, this);
    }

    @Override
    public FileChannel open() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            return Scratch.open(folder);
        } catch (IOException e) {
            throw UserError.data(
                            "cannot make a temporary file in '" + folder + "': " + e.getMessage(),
                            "choose another folder with --out, or give more memory=")
                    .because(e);
        }
    }

    synchronized void wrote(long bytes) {
        spilled += bytes;
    }

    /** Returns how many bytes went to temporary files so far. */
    public synchronized long spilled() {
        return spilled;
    }

    /**
     * Returns the error of something that must be held at once and is too much.
     *
     * @param what needs it, such as {@code "the 1000000 events of 'presel.test' that 'roc' looks at"}
     * @param bytes that it needs
     */
    public UserError refusal(String what, long bytes) {
        return UserError.data(
                what + " need " + Bytes.text(bytes) + " at once, memory= is " + Bytes.text(limit),
                "say set memory=" + Bytes.text(1.1 * bytes).replace(" ", "") + " in a heap of WINNOW_JAVA_OPTS=-Xmx"
                        + heapFor((long) (1.1 * bytes)) + ", or look at fewer events");
    }
}
