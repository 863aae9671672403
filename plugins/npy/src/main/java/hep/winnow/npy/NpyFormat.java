package hep.winnow.npy;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import java.nio.charset.StandardCharsets;

/** {@code \x93NUMPY}, or a zip archive whose first member is called {@code *.npy}. */
final class NpyFormat implements EventFormat {
    private static final int NAME_LENGTH_AT = 26;
    private static final int NAME_AT = 30;

    @Override
    public Class<? extends ReadStep> step() {
        return ReadNpy.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(NpyHeader.MAGIC) || isArchive(file);
    }

    private static boolean isArchive(FirstBytes file) {
        byte[] bytes = file.bytes();
        if (!file.startsWith("PK\u0003\u0004") || bytes.length < NAME_AT) {
            return file.startsWith("PK\u0005\u0006");
        }
        int length = bytes[NAME_LENGTH_AT] & 0xff | (bytes[NAME_LENGTH_AT + 1] & 0xff) << 8;
        return NAME_AT + length <= bytes.length
                && new String(bytes, NAME_AT, length, StandardCharsets.ISO_8859_1).endsWith(Archive.SUFFIX);
    }
}
