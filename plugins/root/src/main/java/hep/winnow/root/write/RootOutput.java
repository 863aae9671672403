package hep.winnow.root.write;

import hep.winnow.root.file.RootFile;
import hep.winnow.root.file.Xxh64;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A ROOT file that grows at its end. Its first bytes, without which it is none, are written last. Neither times nor random numbers go into it: the identity of the file is a checksum of what it
 * holds. Used by one thread at a time.
 */
final class RootOutput implements AutoCloseable {
    /** The version of ROOT whose classes are written: 6.28/04. Those since 6.14 have the same, and any later one reads them. */
    private static final int VERSION = 62804;

    private static final int LARGE = 1_000_000;
    private static final int BEGIN = 100;
    private static final int UUID_VERSION = 8;
    private static final String LIST_TITLE = "Doubly linked list";
    private static final int LARGE_FREE = KeyHead.LARGE + 1;

    private final Target target;
    private final Packer packer;
    private final String name;
    private final Folder top;
    private final List<Folder> folders = new ArrayList<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private long end;
    private long checksum;

    /**
     * Begins a file.
     *
     * @param name that it will have
     */
    RootOutput(Target target, String name, Packer packer) {
        this.target = target;
        this.packer = packer;
        this.name = name;
        int key = KeyHead.length("TFile", name, "", false);
        this.top = new Folder("TFile", name, "", BEGIN, key + ByteSink.length(name) + ByteSink.length(""), 0);
        this.end = top.record() + Folder.BYTES;
        folders.add(top);
    }

    /** Returns the topmost folder. */
    Folder top() {
        return top;
    }

    /** Returns what packs its objects. */
    Packer packer() {
        return packer;
    }

    /** Returns the length of the file so far: the offset of what is appended next. */
    long end() {
        return end;
    }

    /** Leaves bytes out, as if that much had been written. */
    void skip(long bytes) {
        end += bytes;
    }

    /** Makes a folder in another. */
    Folder folder(Folder in, String folderName) throws IOException {
        KeyHead key = KeyHead.of("TDirectoryFile", folderName, "", end, in.seek(), Folder.BYTES, Folder.BYTES);
        Folder folder =
                new Folder("TDirectoryFile", folderName, "", /* seek= */ end, key.length(), /* parent= */ in.seek());
        int cycle = in.nextCycle(folderName);
        in.add(key, cycle);
        ByteSink head = new ByteSink();
        key.write(head, 0, cycle);
        append(ByteBuffer.wrap(head.toBytes()), ByteBuffer.allocate(Folder.BYTES));
        folders.add(folder);
        return folder;
    }

    /** Writes an object into a folder. */
    void object(Folder in, String objectName, String title, Streamed object) throws IOException {
        int keyLength = KeyHead.length(object.className(), objectName, title, end > KeyHead.FAR);
        ObjectWriter writer = new ObjectWriter(keyLength);
        object.write(writer);
        classes.add(object.className());
        int cycle = in.nextCycle(objectName);
        in.add(packed(object.className(), objectName, title, writer.out(), in.seek(), cycle), cycle);
    }

    private KeyHead packed(String className, String objectName, String title, ByteSink object, long in, int cycle)
            throws IOException {
        ByteBuffer packed = packer.pack(object.array(), object.size());
        KeyHead key = KeyHead.of(className, objectName, title, end, in, object.size(), packed.remaining());
        ByteSink head = new ByteSink();
        key.write(head, 0, cycle);
        append(ByteBuffer.wrap(head.toBytes()), packed);
        return key;
    }

    /** Says that objects of a class are written inside of others, so that the file describes it. */
    void mention(String className) {
        classes.add(className);
    }

    /** Writes a key and what stands behind it at the end of the file. */
    void append(ByteBuffer key, ByteBuffer packed) throws IOException {
        mix(key);
        mix(packed);
        write(key);
        write(packed);
    }

    private void mix(ByteBuffer bytes) {
        long of = Xxh64.of(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        checksum = Long.rotateLeft(checksum, 1) * 0x9E3779B97F4A7C15L + of;
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        target.write(bytes, end);
        end += length;
    }

    /** Returns bytes that were written before. */
    ByteBuffer read(long from, int length) throws IOException {
        return target.read(from, length);
    }

    /** Writes what leads to the objects, and the first bytes: the file is complete. */
    void finish() throws IOException {
        long infoAt = end;
        ObjectWriter infos = new ObjectWriter(KeyHead.length("TList", "StreamerInfo", LIST_TITLE, end > KeyHead.FAR));
        ClassList.load().write(infos, classes);
        KeyHead info = packed("TList", "StreamerInfo", LIST_TITLE, infos.out(), BEGIN, 1);
        byte[] uuid = uuid();
        for (int i = folders.size() - 1; i >= 0; i--) {
            long at = end;
            byte[] list = folders.get(i).keyList(at);
            append(ByteBuffer.wrap(list), ByteBuffer.allocate(0));
            at(folders.get(i).record(), folders.get(i).record(at, list.length, uuid));
        }
        long freeAt = end;
        byte[] free = free();
        write(ByteBuffer.wrap(free));
        at(BEGIN, topKey());
        at(0, header(infoAt, info.bytes(), freeAt, free.length, uuid));
        target.close();
    }

    private void at(long place, byte[] bytes) throws IOException {
        target.write(ByteBuffer.wrap(bytes), place);
    }

    private byte[] topKey() {
        int size = ByteSink.length(name) + ByteSink.length("") + Folder.BYTES;
        ByteSink out = new ByteSink();
        KeyHead.of("TFile", name, "", BEGIN, 0, size, size).write(out);
        return out.text(name).text("").toBytes();
    }

    /** Returns the list of free places: that behind the end. It has a fixed length, but for the length of the offsets. */
    private byte[] free() {
        boolean isLarge = end > KeyHead.FAR - KeyHead.MOST_BYTES;
        int size = Short.BYTES + 2 * (isLarge ? Long.BYTES : Integer.BYTES);
        KeyHead key = KeyHead.of("TFile", name, "", end, BEGIN, size, size);
        long behind = end + key.bytes();
        ByteSink out = new ByteSink();
        key.write(out);
        if (isLarge) {
            out.i16(LARGE_FREE).i64(behind).i64(Math.max(KeyHead.FAR, behind + 1_000_000_000L));
        } else {
            out.i16(1).i32((int) behind).i32((int) KeyHead.FAR);
        }
        return out.toBytes();
    }

    private byte[] header(long infoAt, int infoBytes, long freeAt, int freeBytes, byte[] uuid) {
        boolean isLarge = end > KeyHead.FAR;
        ByteSink out = new ByteSink().raw(RootFile.MAGIC.getBytes(StandardCharsets.US_ASCII));
        out.i32(isLarge ? VERSION + LARGE : VERSION).i32(BEGIN);
        place(out, end, isLarge);
        place(out, freeAt, isLarge);
        out.i32(freeBytes).i32(1).i32((int) (top.record() - BEGIN)).i8(isLarge ? Long.BYTES : Integer.BYTES);
        out.i32(packer.settings());
        place(out, infoAt, isLarge);
        return out.i32(infoBytes).raw(uuid).toBytes();
    }

    private static void place(ByteSink out, long place, boolean isLarge) {
        if (isLarge) {
            out.i64(place);
        } else {
            out.i32((int) place);
        }
    }

    /** Returns a version, and 16 bytes of a UUID of version 8 (RFC 9562) made of the checksum. */
    private byte[] uuid() {
        byte[] seed = new ByteSink().i64(checksum).i64(end).text(name).toBytes();
        long high = Xxh64.of(seed, 0, seed.length);
        long low = high * 0xC2B2AE3D27D4EB4FL + checksum;
        return new ByteSink()
                .i16(1)
                .i64(high & ~0xf000L | UUID_VERSION << 12)
                .i64(low >>> 2 | 1L << 63)
                .toBytes();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
