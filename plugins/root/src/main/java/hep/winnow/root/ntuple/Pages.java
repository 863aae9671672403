package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import java.util.Arrays;

/** Where the pages of a column lie in one cluster. */
final class Pages {
    private static final int LEAST_BYTES = 16;

    private long[] at;
    private int[] sizes;
    private int[] elements;
    private boolean[] checked;
    private int count;
    private long total;
    private boolean isSuppressed;

    private Pages(int room) {
        at = new long[room];
        sizes = new int[room];
        elements = new int[room];
        checked = new boolean[room];
    }

    /** Returns those of a column that the cluster does not know of, since it was added later. */
    static Pages none(boolean isSuppressed) {
        Pages none = new Pages(0);
        none.isSuppressed = isSuppressed;
        return none;
    }

    /**
     * Reads where they lie.
     *
     * @param list the pages, and behind them where their elements stand among all
     * @throws Damage.Found if a page claims more elements than its bytes can hold
     */
    static Pages read(Words list, Stored column) {
        Pages pages = new Pages(Math.min(list.items(), LEAST_BYTES));
        for (int i = 0; i < list.items(); i++) {
            pages.add(list.i32(), Locator.read(list), column);
        }
        pages.isSuppressed = list.i64() < 0;
        return pages;
    }

    private void add(int told, Locator place, Stored column) {
        if (told == Integer.MIN_VALUE || place.size() > Integer.MAX_VALUE - LEAST_BYTES) {
            throw new Damage.Found("a page is said to have " + place.size() + " bytes", place.at());
        }
        int n = Math.abs(told);
        long bytes = column.bytes(n);
        if (bytes < place.size() || !Memory.isPlausible(bytes, place.size())) {
            throw new Damage.Found(
                    "a page of " + place.size() + " bytes says that it holds " + n + " elements of " + column.bits()
                            + " bits",
                    place.at());
        }
        if (count == at.length) {
            int room = 2 * count + 2;
            at = Arrays.copyOf(at, room);
            sizes = Arrays.copyOf(sizes, room);
            elements = Arrays.copyOf(elements, room);
            checked = Arrays.copyOf(checked, room);
        }
        at[count] = place.at();
        sizes[count] = (int) place.size();
        elements[count] = n;
        checked[count] = told < 0;
        total += n;
        count++;
    }

    /** Returns how many pages there are. */
    int count() {
        return count;
    }

    /** Returns how many elements all of them hold. */
    long total() {
        return total;
    }

    /** Tells whether the column is not in use in the cluster: another one of its field is. */
    boolean isSuppressed() {
        return isSuppressed;
    }

    /** Returns where page {@code i} begins in the file. */
    long at(int i) {
        return at[i];
    }

    /** Returns how many bytes it has in the file, without its checksum. */
    int size(int i) {
        return sizes[i];
    }

    /** Returns how many elements it holds. */
    int elements(int i) {
        return elements[i];
    }

    /** Tells whether a checksum stands behind it. */
    boolean isChecked(int i) {
        return checked[i];
    }
}
