package hep.winnow.columnar.arrow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The dictionaries of some columns, as they are by the message that was read last. */
final class Dictionaries {
    private final Schema schema;
    private final Set<Long> wanted;
    private final Map<Long, Dictionary> words = new HashMap<>();

    /** Makes those of some columns, still without words. */
    Dictionaries(Schema schema, List<Leaf> leaves) {
        this.schema = schema;
        this.wanted = leaves.stream()
                .filter(leaf -> leaf.refusal().isEmpty())
                .flatMapToLong(leaf -> leaf.dictionary().stream())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Reads a dictionary if it is wanted: in place of the one of its number, or behind it. */
    void add(FileChannel file, Message message) throws IOException {
        FlatTable header = message.header();
        long id = header.i64(0, 0);
        if (!wanted.contains(id)) {
            return;
        }
        boolean isMore = header.i8(2, 0) != 0;
        Dictionary dictionary = isMore ? words.getOrDefault(id, new Dictionary()) : new Dictionary();
        Value word = schema.dictionaries().getOrDefault(id, Value.refused("there is none"));
        dictionary.add(new Batch(file, message, header.need(1, "words of a dictionary")), word);
        words.put(id, dictionary);
    }

    /** Returns that of a column; an empty one if it was not read by now, and none if it has none. */
    Optional<Dictionary> of(Leaf leaf) {
        return leaf.dictionary().isPresent()
                ? Optional.of(words.getOrDefault(leaf.dictionary().getAsLong(), new Dictionary()))
                : Optional.empty();
    }

    /** Tells whether the dictionary of a column misses a word. */
    boolean hasMissingWord(Leaf leaf) {
        return of(leaf).map(Dictionary::hasMissing).orElse(false);
    }
}
