package hep.winnow.hdf5.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** What the file says of a group or a dataset: a list of messages (specification IV.A.1.b and IV.A.2). */
final class ObjectHeader {
    /** Greatest length of a link's name, in bytes. */
    static final int MOST_NAME = 60_000;

    private static final int VERSION = 2;
    private static final int SIZE_IN_FOUR_BYTES = 2;
    private static final int MOST = 0xffff;
    private static final int UNLIMITED = -1;

    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0a;
    private static final int FILTERS = 0x0b;
    private static final int ATTRIBUTE = 0x0c;

    private static final int UTF_8 = 1;
    private static final int TRACKED_AND_INDEXED = 3;
    private static final int CHUNKED = 2;
    private static final int OPTIONAL = 1;
    private static final int DEFLATE = 1;
    private static final int SHUFFLE = 2;

    private final Fields messages = new Fields();

    private ObjectHeader message(int type, Fields content) {
        if (content.size() > MOST) {
            throw new IllegalArgumentException("a message of " + content.size() + " bytes");
        }
        messages.i1(type).i2(content.size()).i1(0).raw(content.bytes());
        return this;
    }

    /** Returns the whole header. */
    byte[] bytes() {
        return new Fields()
                .signature("OHDR")
                .i1(VERSION)
                .i1(SIZE_IN_FOUR_BYTES)
                .i4(messages.size())
                .raw(messages.bytes())
                .checksum()
                .bytes();
    }

    /** Says that this is a group of so many links, kept in their order. */
    ObjectHeader group(int links) {
        Fields info = new Fields().i1(0).i1(TRACKED_AND_INDEXED).i8(links);
        info.i8(Fields.UNDEFINED).i8(Fields.UNDEFINED).i8(Fields.UNDEFINED);
        return message(LINK_INFO, info).message(GROUP_INFO, new Fields().i1(0).i1(0));
    }

    /**
     * Names an object of a group.
     *
     * @param name UTF-8, at most {@link #MOST_NAME} bytes
     */
    ObjectHeader link(byte[] name, int order, long address) {
        int withTwoBytes = 1;
        int withOrder = 4;
        int withCharset = 16;
        return message(
                LINK,
                new Fields()
                        .i1(1)
                        .i1(withTwoBytes | withOrder | withCharset)
                        .i8(order)
                        .i1(UTF_8)
                        .i2(name.length)
                        .raw(name)
                        .i8(address));
    }

    /** Says how many rows a dataset has; more may be added. */
    ObjectHeader rows(long rows) {
        return message(
                DATASPACE, new Fields().i1(VERSION).i1(1).i1(1).i1(1).i8(rows).i8(UNLIMITED));
    }

    ObjectHeader type(byte[] type) {
        return message(DATATYPE, new Fields().raw(type));
    }

    /** Says that rows without a value are zeros, which are not written. */
    ObjectHeader zeroFill() {
        int incremental = 3;
        int ifSet = 2 << 2;
        return message(FILL_VALUE, new Fields().i1(3).i1(incremental | ifSet));
    }

    /** Says where the chunks are. */
    ObjectHeader chunks(long index, int rows, int elementBytes) {
        return message(
                LAYOUT, new Fields().i1(3).i1(CHUNKED).i1(2).i8(index).i4(rows).i4(elementBytes));
    }

    /** Says how chunks are packed: their bytes sorted by place, then deflated. */
    ObjectHeader packed(int elementBytes, int level) {
        Fields filters = new Fields().i1(2).i1(elementBytes > 1 ? 2 : 1);
        if (elementBytes > 1) {
            filters.i2(SHUFFLE).i2(OPTIONAL).i2(1).i4(elementBytes);
        }
        return message(FILTERS, filters.i2(DEFLATE).i2(OPTIONAL).i2(1).i4(level));
    }

    /** Adds texts by their names, and writes them. */
    ObjectHeader attributes(Output out, Map<String, String> values) throws IOException {
        Texts texts = new Texts();
        List<Integer> numbers = values.values().stream().map(texts::add).toList();
        List<Integer> lengths = numbers.stream().map(texts::length).toList();
        long heap = texts.write(out);
        int i = 0;
        for (String name : values.keySet()) {
            ByteBuffer reference = ByteBuffer.allocate(Elements.REFERENCE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            Texts.reference(reference, lengths.get(i), heap, numbers.get(i));
            attribute(Texts.utf8(name), reference.array());
            i++;
        }
        return this;
    }

    private void attribute(byte[] name, byte[] reference) {
        byte[] type = Elements.text();
        byte[] scalar = new Fields().i1(2).i1(0).i1(0).i1(0).bytes();
        Fields sizes = new Fields().i2(name.length + 1).i2(type.length).i2(scalar.length);
        message(
                ATTRIBUTE,
                new Fields()
                        .i1(3)
                        .i1(0)
                        .raw(sizes.bytes())
                        .i1(UTF_8)
                        .raw(name)
                        .i1(0)
                        .raw(type)
                        .raw(scalar)
                        .raw(reference));
    }

    /** Returns the header of a group. */
    static ObjectHeader ofGroup(List<Link> links) {
        ObjectHeader header = new ObjectHeader().group(links.size());
        for (int i = 0; i < links.size(); i++) {
            header.link(Texts.utf8(links.get(i).name()), i, links.get(i).address());
        }
        return header;
    }

    /**
     * A name in a group.
     *
     * @param address of the object that it stands for
     */
    record Link(String name, long address) {}
}
