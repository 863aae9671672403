package hep.winnow.columnar.arrow;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@code ARROW1} at the beginning of a file; a message with a schema at that of a stream. Feather's first version, which is another format, is known to be refused by name. */
public final class ArrowFormat implements EventFormat {
    static final String MAGIC = "ARROW1";
    static final String FEATHER_1 = "FEA1";

    @Override
    public Class<? extends ReadStep> step() {
        return ReadArrow.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(MAGIC) || file.startsWith(FEATHER_1) || isStream(file.bytes());
    }

    private static boolean isStream(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int at = in.getInt(0) == Message.CONTINUATION ? 8 : 4;
            int length = in.getInt(at - 4);
            if (length <= 0) {
                return false;
            }
            ByteBuffer head = in.slice(at, Math.min(length, bytes.length - at)).order(ByteOrder.LITTLE_ENDIAN);
            return Message.isSchema(FlatTable.root(head));
        } catch (IndexOutOfBoundsException | Damage.Found e) {
            return false;
        }
    }
}
