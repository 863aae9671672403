package hep.winnow.root.tree;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The baskets of a branch, in the order of their entries. */
final class Baskets {
    private final List<Place> places = new ArrayList<>();

    /**
     * Where a basket lies.
     *
     * @param first number of its first entry
     * @param end number of the entry behind its last one
     * @param seek offset in the file; 0 for one that is embedded
     * @param bytes of key and packed values; what the branch says
     * @param embedded the basket, if it stands in the tree itself
     */
    record Place(
            long first,
            long end,
            long seek,
            int bytes,
            @Nullable Basket embedded) {}

    Baskets(Branch branch) {
        Instance object = branch.object();
        long[] entries = object.integers("fBasketEntry");
        long[] seeks = object.integers("fBasketSeek");
        long[] bytes = object.integers("fBasketBytes");
        int count = (int) Math.min(object.integer("fWriteBasket"), Math.min(entries.length, seeks.length));
        long behind = 0;
        int written = 0;
        for (int i = 0; i < count; i++) {
            if (seeks[i] == 0) {
                break;
            }
            long end = i + 1 < entries.length && (i + 1 < count || entries[i + 1] > entries[i])
                    ? entries[i + 1]
                    : branch.entries();
            if (entries[i] != behind || end < entries[i]) {
                throw new Damage.Found("its baskets do not follow each other: one begins at entry " + entries[i]
                        + ", where " + behind + " is expected");
            }
            places.add(new Place(entries[i], end, seeks[i], i < bytes.length ? (int) bytes[i] : 0, null));
            behind = end;
            written++;
        }
        embed(object, behind, written);
        long last = places.isEmpty() ? 0 : places.get(places.size() - 1).end();
        if (last < branch.entries()) {
            throw new Damage.Found(
                    "it says that it has " + branch.entries() + " entries, but its baskets have " + last);
        }
    }

    /** Adds the baskets that were never written to a place of their own. */
    private void embed(Instance object, long from, int written) {
        Instance list = object.object("fBaskets");
        if (list == null || !(list.members().get(ObjectReader.ITEMS) instanceof List<?> items)) {
            return;
        }
        long at = from;
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Basket basket && basket.entries() > 0 && i >= written) {
                places.add(new Place(at, at + basket.entries(), 0, 0, basket));
                at += basket.entries();
            }
        }
    }

    /** Returns how many there are. */
    int size() {
        return places.size();
    }

    /** Returns where one lies. */
    Place place(int i) {
        return places.get(i);
    }

    /** Reads and unpacks one. */
    Basket read(RootFile file, int i) throws IOException {
        Place place = places.get(i);
        if (place.embedded() != null) {
            return place.embedded();
        }
        try {
            // Files of old tell no lengths.
            int length =
                    place.bytes() > 0 ? place.bytes() : file.keyAt(place.seek()).bytes();
            Basket basket = Basket.read(file.storage().read(place.seek(), length));
            if (basket.entries() != place.end() - place.first()) {
                throw new Damage.Found("its basket has " + basket.entries() + " entries, but should have "
                        + (place.end() - place.first()));
            }
            return basket;
        } catch (Damage.Found e) {
            throw new Damage.Found(e.getMessage() + " (basket of entry " + place.first() + ")", place.seek());
        }
    }
}
