package hep.winnow.root.ntuple;

import hep.winnow.api.event.ReadAhead;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Packing;
import hep.winnow.root.file.Storage;
import hep.winnow.root.file.Xxh3;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** The elements of a column in one cluster, one behind the other. Pages are read when they are needed, or shortly before. */
final class PageStream {
    private static final int ZEROS = 1024;
    private static final int CHECKSUM = 8;

    private final Storage storage;
    private final long largest;
    private final Stored column;
    private final Encoding encoding;
    private final Pages pages;
    private final Deque<byte[]> ahead = new ArrayDeque<>();
    private long zeros;
    private long left;
    private int fetched;
    private int current = -1;
    private byte[] page = new byte[0];
    private int size;
    private int at;

    /**
     * Makes one.
     *
     * @param largest number of bytes that lie together
     * @param zeros how many elements of value 0 come before those of the pages
     */
    PageStream(Storage storage, long largest, Stored column, Pages pages, long zeros) {
        this.storage = storage;
        this.largest = largest;
        this.column = column;
        this.encoding =
                column.encoding().orElseThrow(() -> new Damage.Refused("it is stored in a way that is not known here"));
        this.pages = pages;
        this.zeros = zeros;
        this.left = zeros + pages.total();
    }

    /** Takes elements. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes some of the elements of a page.
         *
         * @param page holds {@code size} elements, and perhaps some bytes more
         * @param from number of the first element in the page
         * @param count how many
         * @param to how many came before them in this call of {@link #read}
         */
        void take(byte[] page, int size, int from, int count, int to);
    }

    Encoding encoding() {
        return encoding;
    }

    Stored column() {
        return column;
    }

    /** Returns how many elements are left. */
    long left() {
        return left;
    }

    /** Hands over the next elements, page by page. */
    void read(int count, Sink sink) throws IOException {
        check(count);
        int done = 0;
        while (done < count) {
            if (at == size) {
                next();
            }
            int n = Math.min(count - done, size - at);
            sink.take(page, size, at, n, done);
            at += n;
            done += n;
        }
        left -= count;
    }

    /**
     * Sees that there are so many elements left.
     *
     * @throws Damage.Found if not
     */
    void check(int count) {
        if (count > left) {
            throw found("it has " + left + " values where " + count + " are expected");
        }
        if (count > Memory.MOST_VALUES) {
            throw found("there are more than " + Memory.MOST_VALUES + " values of it in one block of events");
        }
    }

    /** Returns what is wrong with the elements that were just read, with the offset of their page. */
    Damage.Found found(String what) {
        return pages.count() == 0
                ? new Damage.Found(what)
                : new Damage.Found(what + ", in the page", pages.at(Math.max(current, 0)));
    }

    private void next() throws IOException {
        at = 0;
        if (zeros > 0) {
            size = (int) Math.min(zeros, ZEROS);
            page = new byte[(int) column.bytes(size)];
            zeros -= size;
            return;
        }
        if (ahead.isEmpty()) {
            ahead.add(unpack(fetched));
            fetched++;
        }
        current++;
        size = pages.elements(current);
        page = ahead.remove();
    }

    /** Returns where its pages lie in the file. */
    List<ReadAhead.Range> ranges() {
        return IntStream.range(0, pages.count())
                .filter(i -> pages.at(i) >= 0)
                .mapToObj(i ->
                        new ReadAhead.Range(pages.at(i), (long) pages.size(i) + (pages.isChecked(i) ? CHECKSUM : 0)))
                .toList();
    }

    /** Tells whether a page has to be fetched before an element can be read. */
    boolean isDry() {
        return at == size && zeros == 0 && ahead.isEmpty() && fetched < pages.count();
    }

    /** Returns how many pages come next, at least one if there is one, that unpack to so many bytes together. */
    int pagesOf(long bytes) {
        int n = 0;
        long sum = 0;
        while (fetched + n < pages.count()) {
            sum += column.bytes(pages.elements(fetched + n));
            if (n > 0 && sum > bytes) {
                break;
            }
            n++;
        }
        return n;
    }

    /** Returns the {@code i}-th page that was not yet fetched; may be called by several threads at once. */
    byte[] unpackAhead(int i) throws IOException {
        return unpack(fetched + i);
    }

    /** Takes the next page, unpacked. */
    void offer(byte[] unpacked) {
        ahead.add(unpacked);
        fetched++;
    }

    private byte[] unpack(int i) throws IOException {
        try {
            int packed = pages.size(i);
            int unpacked = Memory.check(column.bytes(pages.elements(i)));
            int tail = pages.isChecked(i) ? CHECKSUM : 0;
            byte[] bytes = Blob.read(storage, new Locator(pages.at(i), (long) packed + tail), largest);
            if (tail != 0 && new Words(bytes, packed, bytes.length).i64() != Xxh3.of(bytes, 0, packed)) {
                throw new Damage.Found("it is not what its checksum says");
            }
            return packed == unpacked ? bytes : Packing.unpack(bytes, 0, packed, unpacked);
        } catch (Damage.Found e) {
            throw new Damage.Found(
                    "page " + i + " of " + pages.count() + " is damaged: " + e.getMessage(), pages.at(i));
        }
    }
}
