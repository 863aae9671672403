package hep.winnow.core.csv;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The first lines of a file.
 *
 * @param path the file
 * @param bytes its first bytes, inflated, at least {@code to + RecordScanner.PADDING}
 * @param from where the text begins: behind a byte order mark and the lines to be skipped
 * @param to behind the last whole line, to which a line feed is added where the file ends without one
 * @param size how many bytes of the file these are
 * @param skipped lines before {@code from}
 * @param isGzip whether the file is compressed
 * @param isWhole whether this is all of the file
 * @param fileSize bytes of the file on disk
 */
record FileHead(
        Path path,
        byte[] bytes,
        int from,
        int to,
        int size,
        int skipped,
        boolean isGzip,
        boolean isWhole,
        long fileSize) {
    private static final int MAX_BYTES = 1 << 26;
    private static final Map<String, String> OTHER_FORMATS = otherFormats();

    /** Reads the first lines of a file: about {@code bytes} bytes, more if a line takes more. */
    static FileHead read(Path path, int bytes, int skipLines) throws IOException {
        try (TextInput in = TextInput.open(path)) {
            byte[] data = new byte[bytes];
            int size = 0;
            boolean isWhole = false;
            while (true) {
                int n = size < data.length ? readSome(in, data, size) : 0;
                isWhole = n < 0;
                size += Math.max(0, n);
                if (isWhole || (size == data.length && hasLines(data, size, skipLines + 2))) {
                    break;
                }
                if (size == data.length) {
                    if (size > MAX_BYTES) {
                        throw UserError.data(
                                path + ": its first line goes on for more than " + (MAX_BYTES >> 20) + " MiB",
                                "expected a table of text with one row per line");
                    }
                    data = Arrays.copyOf(data, 2 * size);
                }
            }
            return of(in, path, data, size, skipLines, isWhole);
        }
    }

    /** Reads on; damage is taken for the end here, and told in its place when the rows are read. */
    private static int readSome(TextInput in, byte[] data, int size) throws IOException {
        try {
            return in.read(data, size, data.length);
        } catch (IOException e) {
            if (size == 0) {
                throw e;
            }
            return -1;
        }
    }

    private static FileHead of(TextInput in, Path path, byte[] data, int size, int skipLines, boolean isWhole) {
        refuseOtherFormats(path, data, size);
        byte[] padded = Arrays.copyOf(data, size + 1 + RecordScanner.PADDING);
        int to = size;
        if (isWhole && size > 0 && data[size - 1] != '\n') {
            padded[to++] = '\n';
        }
        while (to > 0 && padded[to - 1] != '\n') {
            to--;
        }
        int from = startsWith(padded, to, "\u00ef\u00bb\u00bf") ? 3 : 0;
        int skipped = 0;
        while (skipped < skipLines && from < to) {
            while (padded[from] != '\n') {
                from++;
            }
            from++;
            skipped++;
        }
        return new FileHead(path, padded, from, to, size, skipped, in.isGzip(), isWhole, in.fileSize());
    }

    private static boolean hasLines(byte[] data, int size, int lines) {
        int found = 0;
        for (int i = 0; i < size && found < lines; i++) {
            if (data[i] == '\n') {
                found++;
            }
        }
        return found >= lines;
    }

    private static void refuseOtherFormats(Path path, byte[] data, int size) {
        OTHER_FORMATS.forEach((magic, name) -> {
            if (startsWith(data, size, magic)) {
                throw UserError.data(
                        path + " is " + name + ", expected a table of text (CSV, plain or gzip)",
                        "save it as CSV in UTF-8, or read it with the verb for its format");
            }
        });
        boolean hasReturn = false;
        for (int i = 0; i < size; i++) {
            if (data[i] >= 0 && data[i] < ' ' && "\t\n\r".indexOf(data[i]) < 0) {
                throw UserError.data(
                        path + " is binary (byte " + i + " is " + data[i]
                                + "), expected a table of text (CSV, plain or gzip)",
                        "");
            }
            if (data[i] == '\n') {
                return;
            }
            hasReturn |= data[i] == '\r' && i + 1 < size && data[i + 1] != '\n';
        }
        if (hasReturn) {
            throw UserError.data(
                    path + " ends its lines by carriage returns alone, expected line feeds",
                    "convert it: tr '\\r' '\\n' < old.csv > new.csv");
        }
    }

    private static boolean startsWith(byte[] data, int size, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        return size >= bytes.length && Arrays.equals(data, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static Map<String, String> otherFormats() {
        Map<String, String> formats = new LinkedHashMap<>();
        formats.put("\u00ff\u00fe", "text in UTF-16");
        formats.put("\u00fe\u00ff", "text in UTF-16");
        formats.put("root\0", "a ROOT file");
        formats.put("PK\u0003\u0004", "a zip file (or a spreadsheet)");
        formats.put("PAR1", "a Parquet file");
        formats.put("\u0089HDF", "an HDF5 file");
        formats.put("BZh", "compressed by bzip2");
        formats.put("\u00fd7zXZ", "compressed by xz");
        formats.put("(\u00b5/\u00fd", "compressed by zstd");
        return formats;
    }
}
