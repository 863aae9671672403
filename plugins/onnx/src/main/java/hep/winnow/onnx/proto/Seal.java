package hep.winnow.onnx.proto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The last entry of the metadata of a file of ours: the SHA-256 hash of all bytes before it. A file whose numbers were damaged is still a graph, and would score; by this it is noticed.
 */
public final class Seal {
    private static final String KEY = "winnow.sha256";
    private static final byte[] MARK = "winnow.".getBytes(StandardCharsets.US_ASCII);

    private Seal() {}

    /** Returns the bytes with the entry behind them. */
    public static byte[] put(byte[] bytes) {
        byte[] entry = entry(bytes);
        byte[] out = Arrays.copyOf(bytes, bytes.length + entry.length);
        System.arraycopy(entry, 0, out, bytes.length, entry.length);
        return out;
    }

    private static byte[] entry(byte[] bytes) {
        return new ProtoWriter()
                .message(14, new ProtoWriter().text(1, KEY).text(2, sha256(bytes)))
                .toBytes();
    }

    /** Tells whether a file is as we wrote it. */
    public static boolean isWhole(byte[] bytes) {
        int length = bytes.length - entry(new byte[0]).length;
        return length >= 0 && Arrays.equals(bytes, put(Arrays.copyOf(bytes, length)));
    }

    /** Tells whether a file says that it is ours, or did before it was changed. */
    public static boolean isOurs(byte[] bytes) {
        for (int at = 0; at + MARK.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + MARK.length, MARK, 0, MARK.length)) {
                return true;
            }
        }
        return false;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK knows SHA-256", e);
        }
    }
}
