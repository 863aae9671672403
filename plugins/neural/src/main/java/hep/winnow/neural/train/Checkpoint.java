package hep.winnow.neural.train;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.Checkpoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What is kept of a training, as bytes: a mark, the format's version, the {@link Identity} of the training, the content, and a CRC-32 of all before it.
 */
public final class Checkpoint {
    private static final int MARK = 0x574e434b;
    private static final int VERSION = 3;
    private static final int CHECKSUM_BYTES = 8;

    private final Checkpoints place;
    private final String name;
    private final Identity identity;

    /** Makes that of the training with this identity, kept in {@code place} under {@code name}. */
    public Checkpoint(Checkpoints place, String name, Identity identity) {
        this.place = place;
        this.name = name;
        this.identity = identity;
    }

    /** Writes or reads content. */
    @FunctionalInterface
    public interface Content<S> {
        /** Writes to the stream, or reads from it. */
        void go(S stream) throws IOException;
    }

    /** Keeps what {@code content} writes. */
    public void save(Content<DataOutputStream> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MARK);
            out.writeInt(VERSION);
            out.write(identity.settings());
            out.write(identity.data());
            content.go(out);
            out.flush();
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        place.save(name, bytes.toByteArray());
    }

    /** Hands what was kept to {@code content}; returns whether there was anything. */
    public boolean load(Content<DataInputStream> content) {
        Optional<byte[]> kept = place.load(name);
        if (kept.isEmpty()) {
            return false;
        }
        byte[] bytes = kept.get();
        int length = bytes.length - CHECKSUM_BYTES;
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, length)))) {
            if (length < 0 || checksum(bytes, length) != checksumIn(bytes) || in.readInt() != MARK) {
                throw refusal("is damaged", "delete it, or run without --resume");
            }
            int version = in.readInt();
            if (version != VERSION) {
                throw refusal(
                        "is of format " + version + ", expected " + VERSION,
                        "another version of Winnow wrote it; run without --resume");
            }
            compare(in.readNBytes(identity.settings().length), identity.settings(), "settings");
            compare(in.readNBytes(identity.data().length), identity.data(), "events");
            content.go(in);
            return true;
        } catch (IOException e) {
            throw refusal("cannot be read to its end", "delete it, or run without --resume")
                    .because(e);
        }
    }

    private void compare(byte[] found, byte[] expected, String what) {
        if (!Arrays.equals(found, expected)) {
            throw refusal(
                    "is of a training with other " + what,
                    "undo what was changed in the macro or the data, or run without --resume to begin anew");
        }
    }

    private UserError refusal(String why, String help) {
        return UserError.data("the checkpoint '" + place.place(name) + "' " + why, help);
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private static long checksumIn(byte[] bytes) {
        return ByteBuffer.wrap(bytes, bytes.length - CHECKSUM_BYTES, CHECKSUM_BYTES)
                .getLong();
    }
}
