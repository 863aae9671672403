package hep.winnow.columnar.arrow;

import hep.winnow.columnar.file.Damage;
import hep.winnow.columnar.file.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the messages of a file or stream stand, and what they say of columns.
 *
 * @param schema columns
 * @param parts dictionaries and batches, in the order in which they are to be read
 * @param rows number of events
 * @param missing names of the columns in which values are missing
 */
record ArrowFile(Schema schema, List<Part> parts, long rows, Set<String> missing) {
    private static final int TAIL = 10;
    private static final int FIRST_MESSAGE = 8;

    ArrowFile {
        parts = List.copyOf(parts);
        missing = Set.copyOf(missing);
    }

    /**
     * A message.
     *
     * @param at its offset in the file
     * @param bytes of all of it
     * @param rows number of events; of a dictionary 0
     */
    record Part(long at, long bytes, boolean isDictionary, long rows) {}

    /** Reads the descriptions of all messages, and no body but those of dictionaries whose missing words count. */
    static ArrowFile read(FileChannel file) throws IOException {
        ByteBuffer head = FileBytes.read(file, 0, (int) Math.min(FIRST_MESSAGE, file.size()));
        String begin = StandardCharsets.ISO_8859_1.decode(head).toString();
        if (begin.startsWith(ArrowFormat.FEATHER_1)) {
            throw new Damage.Found("it is of version 1 of Feather, which Arrow has given up: write version 2");
        }
        if (begin.startsWith("\u001f\u008b")) {
            throw new Damage.Found("it is packed by gzip: unpack it, or let Arrow pack it by lz4 or zstd");
        }
        return begin.startsWith(ArrowFormat.MAGIC) ? ofFile(file) : ofStream(file);
    }

    private static ArrowFile ofStream(FileChannel file) throws IOException {
        Message first = message(file, 0);
        if (first.kind() != Message.SCHEMA) {
            throw new Damage.Found("it does not begin with a schema");
        }
        Gathering gathering = new Gathering(file, SchemaReader.read(first.header()));
        long at = first.end();
        for (Optional<Message> next = Message.read(file, at); next.isPresent(); next = Message.read(file, at)) {
            gathering.add(at, next.get());
            at = next.get().end();
        }
        return gathering.all();
    }

    private static Message message(FileChannel file, long at) throws IOException {
        return Message.read(file, at).orElseThrow(() -> new Damage.Found("there is no message at byte " + at));
    }

    private static ArrowFile ofFile(FileChannel file) throws IOException {
        long size = file.size();
        if (size < FIRST_MESSAGE + TAIL) {
            throw new Damage.Found("it has " + size + " bytes only");
        }
        ByteBuffer tail = FileBytes.read(file, size - TAIL, TAIL);
        long length = tail.getInt();
        byte[] magic = new byte[6];
        tail.get(magic);
        if (!new String(magic, StandardCharsets.ISO_8859_1).equals(ArrowFormat.MAGIC)) {
            throw new Damage.Found("it does not end with " + ArrowFormat.MAGIC);
        }
        if (length < 0 || length > size - TAIL - FIRST_MESSAGE) {
            throw new Damage.Found("its description has " + length + " bytes, but the file has " + size);
        }
        FlatTable footer = FlatTable.root(FileBytes.read(file, size - TAIL - length, (int) length));
        Message.checkVersion(footer.i16(0, 0));
        Gathering gathering = new Gathering(file, SchemaReader.read(footer.need(1, "schema")));
        for (int slot = 2; slot <= 3; slot++) {
            FlatTable.Longs blocks = footer.longs(slot, 3);
            for (int i = 0; i < blocks.size(); i++) {
                long at = blocks.get(i, 0);
                gathering.add(at, message(file, at));
            }
        }
        return gathering.all();
    }

    /** Adds up what messages say. */
    private static final class Gathering {
        private final FileChannel file;
        private final Schema schema;
        private final List<Part> parts = new ArrayList<>();
        private final Set<String> missing = new HashSet<>();
        private final Dictionaries dictionaries;
        private long rows;

        Gathering(FileChannel file, Schema schema) {
            this.file = file;
            this.schema = schema;
            this.dictionaries = new Dictionaries(schema, schema.leaves());
        }

        void add(long at, Message message) throws IOException {
            long bytes = message.end() - at;
            if (message.kind() == Message.DICTIONARY) {
                parts.add(new Part(at, bytes, true, 0));
                dictionaries.add(file, message);
                schema.leaves().stream().filter(dictionaries::hasMissingWord).forEach(leaf -> missing.add(leaf.name()));
            } else if (message.kind() == Message.BATCH) {
                Batch batch = new Batch(file, message, message.header());
                batch.check(schema);
                parts.add(new Part(at, bytes, false, batch.rows()));
                rows = Math.addExact(rows, batch.rows());
                schema.leaves().stream()
                        .filter(leaf -> hasMissing(batch, leaf))
                        .forEach(leaf -> missing.add(leaf.name()));
            } else if (message.kind() == Message.SCHEMA) {
                throw new Damage.Found("it has a second schema, at byte " + at);
            }
        }

        /** Tells whether values of a column are missing. A list that is missing is an empty one. */
        private static boolean hasMissing(Batch batch, Leaf leaf) {
            boolean isAbove = leaf.path().stream().anyMatch(s -> !s.isList() && batch.missing(s.place()) != 0);
            return isAbove || batch.missing(leaf.place()) != 0;
        }

        ArrowFile all() {
            return new ArrowFile(schema, parts, rows, missing);
        }
    }
}
