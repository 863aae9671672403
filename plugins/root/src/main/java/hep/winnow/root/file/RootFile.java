package hep.winnow.root.file;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A ROOT file that is open: its header, and the objects that its keys lead to. May be used by several threads at once. */
public final class RootFile implements AutoCloseable {
    /** The bytes that each ROOT file begins with. */
    public static final String MAGIC = "root";

    /** Files of this version and above have offsets of eight bytes; so have folders from {@link #LARGE_FOLDER} on. */
    private static final int LARGE = 1_000_000;

    private static final int LARGE_FOLDER = 1000;
    private static final int HEADER = 75;
    private static final int KEY = 26;

    private final Path path;
    private final Storage storage;
    private final Header header;

    /**
     * What the file begins with.
     *
     * @param version of ROOT that wrote the file, such as 62804
     * @param begin offset of the first key
     * @param end offset behind the last byte
     * @param nameBytes length of what stands between the first key and the first folder
     * @param seekInfo offset of the descriptions of classes; 0 for none
     * @param infoBytes length of these
     */
    private record Header(int version, long begin, long end, int nameBytes, long seekInfo, int infoBytes) {}

    private RootFile(Path path, Storage storage, Header header) {
        this.path = path;
        this.storage = storage;
        this.header = header;
    }

    /**
     * Opens a file.
     *
     * @throws UserError if it is not there, or no ROOT file
     */
    public static RootFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw UserError.data(
                    path + " is a folder, expected a file", "name the files in it: \"" + path + "/*.root\"");
        }
        Storage storage = Damage.in(path, "its header", () -> Storage.open(path));
        try {
            return Damage.in(path, "its header", () -> new RootFile(path, storage, header(storage)));
        } catch (UserError e) {
            try {
                storage.close();
            } catch (IOException f) {
                e.addSuppressed(f);
            }
            throw e;
        }
    }

    private static Header header(Storage storage) throws IOException {
        Cursor in = new Cursor(storage.read(0, Math.min(HEADER, storage.size())));
        if (!in.utf8(MAGIC.length()).equals(MAGIC)) {
            throw new Damage.Found("it does not begin with '" + MAGIC + "'");
        }
        int version = in.i32();
        boolean isLarge = version >= LARGE;
        long begin = in.i32();
        long end = isLarge ? in.i64() : in.u32();
        in.skip(isLarge ? 8 : 4);
        in.skip(8);
        int nameBytes = in.i32();
        in.skip(5);
        long seekInfo = isLarge ? in.i64() : in.u32();
        int infoBytes = in.i32();
        return new Header(version % LARGE, begin, end, nameBytes, seekInfo, infoBytes);
    }

    /** Returns the path. */
    public Path path() {
        return path;
    }

    /** Returns the bytes of the file. */
    public Storage storage() {
        return storage;
    }

    /** Returns the version of ROOT that wrote the file, such as 62804. */
    public int version() {
        return header.version();
    }

    /** Returns the key of the descriptions of classes, if the file has some. */
    public java.util.Optional<Key> streamerInfo() throws IOException {
        return header.seekInfo() == 0 ? java.util.Optional.empty() : java.util.Optional.of(keyAt(header.seekInfo()));
    }

    /** Returns the key that stands at an offset of the file. */
    public Key keyAt(long at) throws IOException {
        long most = Math.min(storage.size() - at, 1 << 16);
        Cursor head = new Cursor(storage.read(at, Math.max(most, KEY)));
        return Key.read(head, at);
    }

    /** Returns the object of a key, unpacked. */
    public Cursor object(Key key) throws IOException {
        if (key.bytes() < key.length()) {
            throw new Damage.Found("its key tells a wrong size", key.at());
        }
        byte[] packed = storage.read(key.at() + key.length(), key.packed());
        byte[] object = Packing.unpack(packed, 0, packed.length, key.size());
        return new Cursor(object, 0, object.length, key.length());
    }

    /** Returns the keys of the topmost folder, in the order of the file. */
    public List<Key> keys() throws IOException {
        return keysOfFolderAt(header.begin() + header.nameBytes());
    }

    /** Returns the keys of a folder. */
    public List<Key> keys(Key folder) throws IOException {
        return keysOfFolderAt(folder.at() + folder.length());
    }

    private List<Key> keysOfFolderAt(long at) throws IOException {
        Cursor in = new Cursor(storage.read(at, Math.min(storage.size() - at, 42)));
        int version = in.u16();
        in.skip(16);
        boolean isLarge = version > LARGE_FOLDER;
        in.skip(isLarge ? 16 : 8);
        long seekKeys = isLarge ? in.i64() : in.u32();
        if (seekKeys == 0) {
            return List.of();
        }
        Key list = keyAt(seekKeys);
        // Some programs tell too few bytes for the list, but its size.
        int length = Math.max(list.packed(), list.size());
        Cursor keys = new Cursor(storage.read(seekKeys + list.length(), length));
        int count = keys.i32();
        if (count < 0 || count > keys.remaining() / KEY) {
            throw new Damage.Found("a folder says that it has " + count + " objects", seekKeys);
        }
        List<Key> found = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            found.add(Key.read(keys, seekKeys));
        }
        return found;
    }

    /** Calls for each object of the file that is no folder, with the path of its folder: {@code ""}, {@code "dir/"}, …. */
    public void walk(Visitor visitor) throws IOException {
        walk(keys(), "", visitor, new HashSet<>());
    }

    /** Is told of objects. */
    @FunctionalInterface
    public interface Visitor {
        /** Is told of one. */
        void visit(String folder, Key key) throws IOException;
    }

    private void walk(List<Key> keys, String folder, Visitor visitor, Set<Long> seen) throws IOException {
        for (Key key : keys) {
            if (!key.isDirectory()) {
                visitor.visit(folder, key);
            } else if (seen.add(key.at())) {
                walk(keys(key), folder + key.name() + "/", visitor, seen);
            }
        }
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}
