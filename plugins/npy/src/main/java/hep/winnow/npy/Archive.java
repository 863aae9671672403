package hep.winnow.npy;

import hep.winnow.api.diagnostic.UserError;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip archive of arrays. */
final class Archive {
    /** What the names of members that are arrays end in. */
    static final String SUFFIX = ".npy";

    private static final int BUFFER = 1 << 13;

    /** No bytes can be deflated to less than a 1032nd of their number. */
    private static final int MAX_RATIO = 1032;

    private static final int SLACK = 1024;

    private Archive() {}

    /** Returns the arrays of an archive by name, in its order. It stays open meanwhile, so that its members share its directory. */
    static Map<String, NpyArray> arrays(Path file, long length) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        try (ZipFile zip = open(file)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().endsWith(SUFFIX)) {
                    continue;
                }
                String name = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                checkSize(file, entry, length);
                NpyArray array = NpyArray.open(new Member(file, entry.getName(), entry.getSize()));
                if (arrays.put(name, array) != null) {
                    throw Damage.of(file + " has the member " + entry.getName() + " twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(file.toString(), e);
        }
        return arrays;
    }

    private static void checkSize(Path file, ZipEntry entry, long length) {
        long packed = entry.getCompressedSize();
        if (entry.getSize() < 0 || packed < 0 || packed > length || entry.getSize() > packed * MAX_RATIO + SLACK) {
            throw Damage.of(file + " says that " + entry.getName() + " has " + entry.getSize() + " bytes, packed into "
                    + packed + ", which cannot be");
        }
    }

    private static ZipFile open(Path file) throws IOException {
        return new ZipFile(file.toFile());
    }

    private static UserError damaged(String where, Exception e) {
        return UserError.data(where + " cannot be read as a zip archive: " + e.getMessage(), Damage.WHOLE)
                .because(e);
    }

    /**
     * A member of an archive.
     *
     * @param file the archive
     * @param entry name of the member in it
     * @param length of the member, unpacked
     */
    private record Member(Path file, String entry, long length) implements Store {
        @Override
        public String where() {
            return file + " (" + entry + ")";
        }

        @Override
        public InputStream open(long offset) throws IOException {
            ZipFile zip;
            try {
                zip = Archive.open(file);
            } catch (IllegalArgumentException e) {
                throw damaged(file.toString(), e);
            }
            try {
                ZipEntry found = zip.getEntry(entry);
                InputStream in = found == null ? null : zip.getInputStream(found);
                if (in == null) {
                    throw new IOException("the member " + entry + " is gone");
                }
                in.skipNBytes(offset);
                return new Owned(new BufferedInputStream(in, BUFFER), zip);
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        }
    }

    /** A stream that closes the archive that it comes from. */
    private static final class Owned extends FilterInputStream {
        private final ZipFile zip;

        Owned(InputStream in, ZipFile zip) {
            super(in);
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            try (zip) {
                super.close();
            }
        }
    }
}
