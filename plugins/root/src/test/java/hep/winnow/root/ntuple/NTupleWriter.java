package hep.winnow.root.ntuple;

import hep.winnow.root.file.Xxh3;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes files with one ntuple, part by part as a test wants them: also such as no sound program writes. */
final class NTupleWriter {
    private static final int BEGIN = 100;
    private static final int FOLDER = 200;

    private final String name;
    private final List<byte[]> fields = new ArrayList<>();
    private final List<byte[]> columns = new ArrayList<>();
    private final List<byte[]> aliases = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private int headerFields = -1;
    private int headerColumns;
    private int headerAliases;
    private long entries;
    private Packer packer = Packer.NONE;
    private boolean isChecked = true;
    private long largest = 1 << 30;
    private int epoch = 1;
    private String className = "ROOT::RNTuple";
    private long features;
    private Tamper tamper = (part, bytes) -> bytes;
    private final Bytes file = new Bytes();

    /** Changes what is written, before checksums are made. */
    @FunctionalInterface
    interface Tamper {
        /** Returns what is to be written for {@code header}, {@code footer}, {@code list} (of pages) or {@code page}. */
        byte[] change(String part, byte[] bytes);
    }

    private record Page(int elements, byte[] bytes) {}

    private record Group(long first, List<Cluster> clusters) {}

    /** A cluster: its columns have no pages until they are given some. */
    static final class Cluster {
        private final long first;
        private final long entries;
        private final int columns;
        private final List<List<Page>> pages = new ArrayList<>();
        private final List<Integer> suppressed = new ArrayList<>();
        private int flags;

        private Cluster(long first, long entries, int columns) {
            this.first = first;
            this.entries = entries;
            this.columns = columns;
            for (int i = 0; i < columns; i++) {
                pages.add(new ArrayList<>());
            }
        }

        Cluster page(int column, int elements, byte[] bytes) {
            pages.get(column).add(new Page(elements, bytes));
            return this;
        }

        Cluster suppress(int column) {
            suppressed.add(column);
            return this;
        }

        Cluster flags(int bits) {
            flags = bits;
            return this;
        }
    }

    NTupleWriter(String name) {
        this.name = name;
    }

    /** Adds a field to another one, or to the events if {@code parent} is -1; returns its number. */
    int field(int parent, int role, String fieldName, String type) {
        return field(parent, role, 0, 0, fieldName, type, new byte[0]);
    }

    /** Adds a field that holds {@code n} values. */
    int array(int parent, String fieldName, String type, long n) {
        return field(
                parent, Field.LEAF, 0, 1, fieldName, type, new Bytes().i64(n).all());
    }

    int field(int parent, int role, int version, int flags, String fieldName, String type, byte[] more) {
        int id = fields.size();
        fields.add(new Bytes()
                .i32(version)
                .i32(0)
                .i32(parent < 0 ? id : parent)
                .i16(role)
                .i16(flags)
                .text(fieldName)
                .text(type)
                .text("")
                .text("")
                .raw(more)
                .record());
        return id;
    }

    /** Adds a field of a type with one column, and returns the number of that column. */
    int leaf(int parent, String fieldName, String type, Encoding encoding) {
        return column(field(parent, Field.LEAF, fieldName, type), encoding);
    }

    /** Adds a column to a field; returns its number. */
    int column(int field, Encoding encoding) {
        return column(field, number(encoding), bits(encoding), 0, 0, 0, 0);
    }

    /** Returns the number of an encoding in the format. */
    static int number(Encoding encoding) {
        return Arrays.asList(Encoding.values()).indexOf(encoding);
    }

    /** Returns the fewest bits that an element may have. */
    static int bits(Encoding encoding) {
        for (int bits = 1; bits <= 96; bits++) {
            if (Encoding.of(number(encoding), bits).isPresent()) {
                return bits;
            }
        }
        throw new IllegalArgumentException();
    }

    /** Adds a column of which all is told; it has a range unless {@code min} equals {@code max}. */
    int column(int field, int type, int bits, int representation, long first, double min, double max) {
        boolean hasRange = min != max;
        Bytes bytes = new Bytes()
                .i16(type)
                .i16(bits)
                .i32(field)
                .i16((first != 0 ? 1 : 0) | (hasRange ? 2 : 0))
                .i16(representation);
        if (first != 0) {
            bytes.i64(first);
        }
        if (hasRange) {
            bytes.f64(min).f64(max);
        }
        columns.add(bytes.record());
        return columns.size() - 1;
    }

    void alias(int column, int field) {
        aliases.add(new Bytes().i32(column).i32(field).record());
    }

    /** Has the schema of what comes told by the footer. */
    void extend() {
        headerFields = fields.size();
        headerColumns = columns.size();
        headerAliases = aliases.size();
    }

    /** Adds a cluster that knows of all columns that there are now. */
    Cluster cluster(long n) {
        if (groups.isEmpty()) {
            group();
        }
        Cluster cluster = new Cluster(entries, n, columns.size());
        groups.get(groups.size() - 1).clusters().add(cluster);
        entries += n;
        return cluster;
    }

    /** Begins another group of clusters. */
    void group() {
        groups.add(new Group(entries, new ArrayList<>()));
    }

    NTupleWriter packed(Packer by) {
        packer = by;
        return this;
    }

    NTupleWriter unchecked() {
        isChecked = false;
        return this;
    }

    NTupleWriter largest(long bytes) {
        largest = bytes;
        return this;
    }

    NTupleWriter epoch(int number) {
        epoch = number;
        return this;
    }

    NTupleWriter className(String other) {
        className = other;
        return this;
    }

    NTupleWriter features(long flags) {
        features = flags;
        return this;
    }

    NTupleWriter tamper(Tamper by) {
        tamper = by;
        return this;
    }

    private byte[] schema(int fromField, int toField, int fromColumn, int toColumn, int fromAlias, int toAlias) {
        return new Bytes()
                .raw(list(fields.subList(fromField, toField)))
                .raw(list(columns.subList(fromColumn, toColumn)))
                .raw(list(aliases.subList(fromAlias, toAlias)))
                .raw(list(List.of()))
                .all();
    }

    private static byte[] list(List<byte[]> items) {
        Bytes all = new Bytes();
        items.forEach(all::raw);
        return all.list(items.size());
    }

    /** Returns the file. */
    byte[] bytes() {
        boolean isExtended = headerFields >= 0;
        int hf = isExtended ? headerFields : fields.size();
        int hc = isExtended ? headerColumns : columns.size();
        int ha = isExtended ? headerAliases : aliases.size();
        file.raw(new byte[BEGIN + FOLDER]);
        Bytes header =
                new Bytes().i64(features).text(name).text("made by a test").text("test");
        header.raw(schema(0, hf, 0, hc, 0, ha));
        byte[] headerEnvelope = envelope("header", header, 1);
        long checksum = new Words(headerEnvelope, headerEnvelope.length - 8, headerEnvelope.length).i64();
        byte[] headerLink = link(headerEnvelope);
        List<byte[]> links = new ArrayList<>();
        for (Group group : groups) {
            long n = group.clusters().stream().mapToLong(c -> c.entries).sum();
            byte[] pages = link(envelope("list", pageList(group, checksum), 3));
            Locator place = Locator.read(new Words(pages, 8, pages.length));
            links.add(new Bytes()
                    .i64(group.first())
                    .i64(n)
                    .i32(group.clusters().size())
                    .raw(Arrays.copyOf(pages, 8))
                    .raw(locator(place.at(), place.size()))
                    .record());
        }
        Bytes footer = new Bytes().i64(0).i64(checksum);
        Bytes extension = new Bytes();
        if (isExtended) {
            extension.raw(schema(hf, fields.size(), hc, columns.size(), ha, aliases.size()));
        }
        footer.raw(extension.record()).raw(list(links));
        byte[] footerLink = link(envelope("footer", footer, 2));
        return finish(headerLink, footerLink);
    }

    private byte[] envelope(String part, Bytes content, int type) {
        return new Bytes().raw(tamper.change(part, content.all())).envelope(type);
    }

    /** Writes bytes, packed; returns their length and where they are. */
    private byte[] link(byte[] bytes) {
        byte[] packed = packer.pack(bytes);
        return new Bytes()
                .i64(bytes.length)
                .raw(locator(put(packed), packed.length))
                .all();
    }

    private static byte[] locator(long at, long size) {
        return new Bytes().i32(size).i64(at).all();
    }

    private long put(byte[] bytes) {
        int at = file.size();
        if (bytes.length <= largest) {
            file.raw(bytes);
            return at;
        }
        int pieces = (int) Blob.pieces(bytes.length, largest);
        int first = (int) largest - 8 * (pieces - 1);
        Bytes offsets = new Bytes();
        Bytes others = new Bytes();
        for (int from = first; from < bytes.length; from += (int) largest) {
            // A gap before each piece: they need not lie close together.
            others.raw(new byte[3]);
            offsets.i64(at + largest + others.size());
            others.raw(Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, from + largest)));
        }
        file.raw(Arrays.copyOf(bytes, first)).raw(offsets.all());
        file.raw(new byte[(int) (at + largest - file.size())]).raw(others.all());
        return at;
    }

    private Bytes pageList(Group group, long checksum) {
        List<byte[]> summaries = new ArrayList<>();
        List<byte[]> clusters = new ArrayList<>();
        for (Cluster cluster : group.clusters()) {
            summaries.add(new Bytes()
                    .i64(cluster.first)
                    .i64(cluster.entries | (long) cluster.flags << 56)
                    .record());
            Bytes lists = new Bytes();
            for (int i = 0; i < cluster.columns; i++) {
                lists.raw(pages(cluster, i));
            }
            clusters.add(lists.list(cluster.columns));
        }
        return new Bytes().i64(checksum).raw(list(summaries)).raw(list(clusters));
    }

    private byte[] pages(Cluster cluster, int column) {
        Bytes list = new Bytes();
        for (Page page : cluster.pages.get(column)) {
            byte[] packed = tamper.change("page", packer.pack(page.bytes()));
            Bytes whole = new Bytes().raw(packed);
            if (isChecked) {
                whole.i64(Xxh3.of(packed, 0, packed.length));
            }
            list.i32(isChecked ? -page.elements() : page.elements()).raw(locator(put(whole.all()), packed.length));
        }
        boolean isSuppressed = cluster.suppressed.contains(column);
        list.i64(isSuppressed ? Long.MIN_VALUE : 0);
        if (!isSuppressed) {
            list.i32(0);
        }
        return list.list(cluster.pages.get(column).size());
    }

    /** Puts anchor, folder and header into their places. */
    private byte[] finish(byte[] headerLink, byte[] footerLink) {
        Bytes fieldsOfAnchor = new Bytes().big(epoch, 2).big(0, 2).big(0, 2).big(0, 2);
        for (byte[] link : List.of(headerLink, footerLink)) {
            Words in = new Words(link, 0, link.length);
            long length = in.i64();
            Locator place = Locator.read(in);
            fieldsOfAnchor.big(place.at(), 8).big(place.size(), 8).big(length, 8);
        }
        fieldsOfAnchor.big(largest, 8);
        byte[] content = fieldsOfAnchor.all();
        byte[] anchor = new Bytes()
                .big(0x40000000L | content.length + 2, 4)
                .big(2, 2)
                .raw(content)
                .big(Xxh3.of(content, 0, content.length), 8)
                .all();
        int anchorAt = file.size();
        byte[] anchorKey = key(className, name, anchor.length, anchorAt);
        file.raw(anchorKey).raw(anchor);
        int keysAt = file.size();
        byte[] keys = new Bytes().big(1, 4).raw(anchorKey).all();
        file.raw(key("TFile", "test", keys.length, keysAt)).raw(keys);
        byte[] all = file.all();
        byte[] head = new Bytes()
                .raw("root".getBytes(StandardCharsets.US_ASCII))
                .big(63600, 4)
                .big(BEGIN, 4)
                .big(all.length, 4)
                .big(0, 12)
                .big(60, 4)
                .big(4, 1)
                .big(0, 12)
                .all();
        System.arraycopy(head, 0, all, 0, head.length);
        byte[] folder =
                new Bytes().big(5, 2).big(0, 16).big(0, 8).big(keysAt, 4).all();
        System.arraycopy(folder, 0, all, BEGIN + 60, folder.length);
        return all;
    }

    private static byte[] key(String type, String keyName, int length, int at) {
        int own = 26 + 1 + type.length() + 1 + keyName.length() + 1;
        return new Bytes()
                .big(own + length, 4)
                .big(4, 2)
                .big(length, 4)
                .big(0, 4)
                .big(own, 2)
                .big(1, 2)
                .big(at, 4)
                .big(BEGIN, 4)
                .name(type)
                .name(keyName)
                .name("")
                .all();
    }
}
