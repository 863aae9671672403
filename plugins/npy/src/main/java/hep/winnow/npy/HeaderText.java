package hep.winnow.npy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes headers of arrays of one dimension. */
final class HeaderText {
    private static final int ALIGNMENT = 64;
    private static final int LONGEST_OF_VERSION_1 = 65_535;

    private HeaderText() {}

    /**
     * Returns a header as NumPy makes it: of version 1, or 2 if it is too long for that, or 3 if it has characters beyond Latin-1.
     *
     * @param descr as Python spells it, with its quotes
     */
    static byte[] of(String descr, long rows) {
        String text = "{'descr': " + descr + ", 'fortran_order': False, 'shape': (" + rows + ",), }";
        boolean isLatin = text.chars().allMatch(c -> c < 256);
        byte[] body = text.getBytes(isLatin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        int version = !isLatin ? 3 : body.length + ALIGNMENT > LONGEST_OF_VERSION_1 ? 2 : 1;
        int before = NpyHeader.MAGIC.length() + 2 + (version == 1 ? 2 : 4);
        int filling = (ALIGNMENT - (before + body.length + 1) % ALIGNMENT) % ALIGNMENT;
        int length = body.length + filling + 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        out.write(version);
        out.write(0);
        for (int i = 0; i < (version == 1 ? 2 : 4); i++) {
            out.write(length >> 8 * i);
        }
        out.writeBytes(body);
        out.writeBytes(" ".repeat(filling).getBytes(StandardCharsets.ISO_8859_1));
        out.write('\n');
        return out.toByteArray();
    }

    /** Returns a text as a string of Python. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        return out.append('\'').toString();
    }
}
