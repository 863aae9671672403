package hep.winnow.api.step;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How the content of a file begins. If the file is compressed by gzip, this is what it holds, not the gzip data.
 *
 * @param file the file; of a folder, the first file in it
 * @param bytes the first {@value #LENGTH} bytes, fewer if there are no more; not to be changed
 */
public record FirstBytes(Path file, byte[] bytes) {
    /** How many bytes there are at most. */
    public static final int LENGTH = 8192;

    /**
     * Tells whether these bytes stand at an offset.
     *
     * @param offset from 0
     * @param signature one character per byte, such as {@code "\u0089PNG"}
     */
    public boolean hasAt(int offset, String signature) {
        byte[] wanted = signature.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + wanted.length;
        return end <= bytes.length && Arrays.equals(bytes, offset, end, wanted, 0, wanted.length);
    }

    /** Tells whether the content begins with these bytes, given as one character each. */
    public boolean startsWith(String signature) {
        return hasAt(0, signature);
    }
}
