package hep.winnow.core.remote;

import hep.winnow.api.event.ReadAhead;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * One file on a server. What will be read, as far as it is told, is asked for at once and in few requests; what nobody told is asked for when it is needed, in larger and larger parts as long as they follow each other. Safe for several
 * threads.
 */
final class RemoteFile {
    /** What is asked for at first. */
    private static final int SMALLEST = 1 << 16;

    /** What is asked for in one request at most. */
    private static final int LARGEST = 1 << 22;

    /** Bytes between two ranges that cost less than another request. */
    private static final int GAP = 1 << 15;

    /** What is on its way at most because somebody will read it. */
    private static final long AHEAD = 1 << 25;

    private final URI address;
    private final Requests requests;
    private final Executor executor;
    private final KeptParts kept = new KeptParts();
    private Optional<Head> head = Optional.empty();
    private long next;
    private int step = SMALLEST;

    /**
     * What the server says of the file.
     *
     * @param size in bytes
     * @param version by what the server tells versions from each other
     * @param modified when it was changed, in milliseconds since 1970; 0 if it is not told
     */
    record Head(long size, String version, long modified) {}

    RemoteFile(URI address, Hosts hosts, Executor executor) {
        this.address = address;
        this.requests = new Requests(address, hosts);
        this.executor = executor;
    }

    URI address() {
        return address;
    }

    /** Returns what the server says of the file; asks it once. */
    synchronized Head head() throws IOException {
        if (head.isEmpty()) {
            Requests.Answer first = requests.first(SMALLEST);
            kept.add(0, first.bytes().length, CompletableFuture.completedFuture(first.bytes()));
            head = Optional.of(first.head());
        }
        return head.get();
    }

    /** Reads at least a byte into a buffer with room, and returns how many; -1 behind the end. */
    int read(ByteBuffer to, long from) throws IOException {
        long size = head().size();
        if (from >= size) {
            return -1;
        }
        KeptParts.Part part = kept.of(from).orElseGet(() -> ask(from, demanded(from, to.remaining(), size)));
        byte[] bytes = await(part);
        int at = (int) (from - part.from());
        int count = Math.min(to.remaining(), bytes.length - at);
        to.put(bytes, at, count);
        return count;
    }

    private synchronized int demanded(long from, int wanted, long size) {
        step = from == next ? Math.min(LARGEST, 2 * step) : SMALLEST;
        int length = (int) Math.min(size - from, Math.max(step, Math.min(wanted, LARGEST)));
        next = from + length;
        return length;
    }

    private byte[] await(KeptParts.Part part) throws IOException {
        try {
            return part.bytes().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            kept.remove(part);
            Throwable cause = e.getCause();
            throw new IOException(cause == null ? "the server did not answer" : cause.getMessage(), cause);
        }
    }

    private KeptParts.Part ask(long from, int length) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(requests.part(from, length, head().version()));
            } catch (IOException e) {
                answer.completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(new IOException("a request failed: " + e, e));
            }
        });
        return kept.add(from, length, answer);
    }

    /** Asks for what is not there yet. */
    void willRead(List<ReadAhead.Range> ranges) throws IOException {
        long size = head().size();
        List<ReadAhead.Range> lacking = ranges.stream()
                .filter(r -> r.length() > 0 && r.end() <= size && !kept.holds(r))
                .sorted(Comparator.comparingLong(ReadAhead.Range::from))
                .toList();
        for (ReadAhead.Range range : merged(lacking)) {
            for (long from = range.from(); from < range.end(); from += LARGEST) {
                if (kept.waiting() > AHEAD) {
                    return;
                }
                ask(from, (int) Math.min(LARGEST, range.end() - from));
            }
        }
    }

    private static List<ReadAhead.Range> merged(List<ReadAhead.Range> sorted) {
        List<ReadAhead.Range> merged = new ArrayList<>();
        for (ReadAhead.Range range : sorted) {
            ReadAhead.Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range.from() - last.end() <= GAP) {
                long end = Math.max(last.end(), range.end());
                merged.set(merged.size() - 1, new ReadAhead.Range(last.from(), end - last.from()));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
