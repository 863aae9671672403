package hep.winnow.core.remote;

import hep.winnow.api.event.ReadAhead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Parts of a file that were asked for, the newest ones up to a bound. Safe for several threads. */
final class KeptParts {
    private static final long MOST = 1 << 26;

    private final TreeMap<Long, Part> byFrom = new TreeMap<>();
    private final Deque<Part> byAge = new ArrayDeque<>();
    private int longest;
    private long total;

    /**
     * A part.
     *
     * @param from offset of its first byte
     * @param length how many it has
     * @param bytes as they come
     */
    record Part(long from, int length, CompletableFuture<byte[]> bytes) {
        boolean contains(long at) {
            return at >= from && at < from + length;
        }
    }

    /** Adds one, and forgets old ones. */
    synchronized Part add(long from, int length, CompletableFuture<byte[]> bytes) {
        Part part = new Part(from, length, bytes);
        forget(byFrom.put(from, part));
        byAge.add(part);
        total += length;
        longest = Math.max(longest, length);
        while (total > MOST && byAge.size() > 1 && byAge.getFirst().bytes().isDone()) {
            remove(byAge.getFirst());
        }
        return part;
    }

    private void forget(@org.jspecify.annotations.Nullable Part old) {
        if (old != null && byAge.remove(old)) {
            total -= old.length();
        }
    }

    /** Forgets one. */
    synchronized void remove(Part part) {
        byFrom.remove(part.from(), part);
        forget(part);
    }

    /** Returns one that holds a byte. */
    synchronized Optional<Part> of(long at) {
        for (Map.Entry<Long, Part> e = byFrom.floorEntry(at); e != null; e = byFrom.lowerEntry(e.getKey())) {
            if (e.getValue().contains(at)) {
                return Optional.of(e.getValue());
            }
            if (at - e.getKey() >= longest) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Tells whether all of a range, which is not empty, is there or on its way. */
    synchronized boolean holds(ReadAhead.Range range) {
        long at = range.from();
        while (at < range.end()) {
            Optional<Part> part = of(at);
            if (part.isEmpty()) {
                return false;
            }
            at = part.get().from() + part.get().length();
        }
        return true;
    }

    /** Returns how many bytes are on their way. */
    synchronized long waiting() {
        return byAge.stream()
                .filter(p -> !p.bytes().isDone())
                .mapToLong(Part::length)
                .sum();
    }
}
