package hep.winnow.core.model;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A file of another program as texts of {@code model.json}: its bytes in base64, in pieces that every reader of JSON takes. */
final class OriginalFile {
    /** Bytes in a piece; a multiple of 3, so that only the last one is padded. */
    private static final int PIECE = 3 << 18;

    private OriginalFile() {}

    static List<String> toTexts(byte[] file) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < file.length; from += PIECE) {
            byte[] piece = java.util.Arrays.copyOfRange(file, from, Math.min(file.length, from + PIECE));
            pieces.add(Base64.getEncoder().encodeToString(piece));
        }
        return pieces;
    }

    /** Returns the bytes; texts that are none of {@link #toTexts} are an {@link IllegalArgumentException}. */
    static byte[] toBytes(List<?> texts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (Object text : texts) {
            out.writeBytes(Base64.getDecoder().decode(String.valueOf(text)));
        }
        return out.toByteArray();
    }
}
