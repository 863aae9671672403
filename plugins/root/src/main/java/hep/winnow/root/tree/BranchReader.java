package hep.winnow.root.tree;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ReadAhead;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the asked-for columns of one branch, basket by basket. */
final class BranchReader {
    private final BranchData branch;
    private final List<Integer> places;
    private final Decoder decoder;
    private final Deque<Decoded> decoded = new ArrayDeque<>();
    private int next;
    private int current;

    /**
     * A basket whose values are there.
     *
     * @param first entry
     * @param end entry behind the last one
     * @param values of it
     */
    private record Decoded(long first, long end, Values values) {}

    /** What a basket holds. */
    @FunctionalInterface
    interface Values {
        /** Returns some values of a column, {@code index} among those asked for; entries are counted from the first one of the basket. */
        Pieces.Piece piece(int index, int from, int to);
    }

    /**
     * Makes one.
     *
     * @param places of the columns in the layout, rising
     */
    BranchReader(BranchData branch, List<Integer> places) {
        this.branch = branch;
        this.places = places;
        this.decoder = new Decoder(branch.layout(), places);
    }

    /** Returns the name of the branch. */
    String name() {
        return branch.branch().name();
    }

    /** Returns the entry behind the basket that holds an entry; those asked for do not fall. */
    long border(long entry) {
        while (current < branch.baskets().size()
                && branch.baskets().place(current).end() <= entry) {
            current++;
        }
        return current < branch.baskets().size()
                ? branch.baskets().place(current).end()
                : Long.MAX_VALUE;
    }

    /** Returns the baskets that are needed up to an entry and are not there yet. */
    List<Integer> missing(long end) {
        List<Integer> missing = new ArrayList<>();
        for (int i = next;
                i < branch.baskets().size() && branch.baskets().place(i).first() < end;
                i++) {
            missing.add(i);
        }
        return missing;
    }

    /** Returns the length of a basket in the file. */
    int bytes(int basket) {
        return branch.baskets().place(basket).bytes();
    }

    /** Returns where a basket lies, if it has a place of its own. */
    Optional<ReadAhead.Range> range(int basket) {
        Baskets.Place place = branch.baskets().place(basket);
        return place.embedded() == null && place.seek() > 0 && place.bytes() > 0
                ? Optional.of(new ReadAhead.Range(place.seek(), place.bytes()))
                : Optional.empty();
    }

    /** Reads a basket; may be called from several threads. */
    Values read(RootFile file, int basket) throws IOException {
        Basket values = branch.baskets().read(file, basket);
        if (values.isGenerated() && values.offsets() == null && branch.counter().isPresent()) {
            values = values.withOffsets(offsets(
                    file, branch.baskets().place(basket), branch.counter().get()));
        }
        if (branch.layout().shape() instanceof Shape.Numeric number && Decoder.isPlain(number.numbers(), values)) {
            return plain(number.numbers(), values);
        }
        List<Column> columns = decoder.decode(values);
        return (index, from, to) -> new Pieces.Piece(columns.get(index), from, to);
    }

    private static Values plain(Numbers numbers, Basket basket) {
        return (index, from, to) -> new Pieces.Piece(Decoder.plain(numbers, basket, from, to - from), 0, to - from);
    }

    /** Returns where the entries of a basket begin, by how many values the counter says that each has. */
    private int[] offsets(RootFile file, Baskets.Place place, BranchData counter) throws IOException {
        int[] offsets = new int[(int) (place.end() - place.first()) + 1];
        if (!(branch.layout().shape() instanceof Shape.ToEnd list)) {
            throw new Damage.Refused("its basket does not tell where its entries begin");
        }
        Decoder counts = new Decoder(counter.layout(), List.of(0));
        for (int b = 0; b < counter.baskets().size(); b++) {
            Baskets.Place at = counter.baskets().place(b);
            if (at.end() <= place.first() || at.first() >= place.end()) {
                continue;
            }
            Column column = counts.decode(counter.baskets().read(file, b)).get(0);
            for (long e = Math.max(at.first(), place.first()); e < Math.min(at.end(), place.end()); e++) {
                double length =
                        column.number((int) (e - at.first())) * list.element().least() + list.flag();
                int i = (int) (e - place.first());
                double end = offsets[i] + length;
                if (length < 0 || end > Integer.MAX_VALUE) {
                    throw new Damage.Found("entry " + e + " says that it has " + length + " bytes");
                }
                offsets[i + 1] = (int) end;
            }
        }
        return offsets;
    }

    /** Keeps what was read of the next basket. */
    void keep(int basket, Values values) {
        Baskets.Place place = branch.baskets().place(basket);
        decoded.add(new Decoded(place.first(), place.end(), values));
        next = basket + 1;
    }

    /** Returns the values of entries of a column, and forgets baskets before {@code from}. */
    Column column(int place, long from, long to) {
        while (!decoded.isEmpty() && decoded.getFirst().end() <= from) {
            decoded.removeFirst();
        }
        int index = places.indexOf(place);
        List<Pieces.Piece> pieces = new ArrayList<>();
        for (Decoded basket : decoded) {
            int first = (int) (Math.max(from, basket.first()) - basket.first());
            int end = (int) (Math.min(to, basket.end()) - basket.first());
            if (first < end) {
                pieces.add(basket.values().piece(index, first, end));
            }
        }
        return Pieces.join(pieces);
    }
}
