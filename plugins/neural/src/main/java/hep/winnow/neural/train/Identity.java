package hep.winnow.neural.train;

import hep.winnow.api.learn.Examples;
import hep.winnow.api.random.RandomStream;
import hep.winnow.neural.layer.Parameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * What tells one training from another.
 *
 * @param settings SHA-256 of all that shapes it but the events
 * @param data SHA-256 of the events
 */
public record Identity(byte[] settings, byte[] data) {
    private static final int CHUNK = 4096;

    /** Returns that of a training that begins with the numbers of {@code start}. The random stream is told by its first number. */
    static Identity of(Course course, Assignment assignment, Parameters start, RandomStream random) {
        String text = course.shaping() + "\n" + assignment.settings();
        return of(text, List.of(start), random, List.of(assignment.train(), assignment.valid()));
    }

    /** Returns that of a training with these settings, first numbers and events. */
    public static Identity of(String text, List<Parameters> starts, RandomStream random, List<Examples> events) {
        MessageDigest settings = sha256();
        settings.update((text + "\n" + random.nextLong()).getBytes(StandardCharsets.UTF_8));
        for (Parameters start : starts) {
            for (int i = 0; i < start.rows(); i++) {
                float[] row = start.row(i);
                add(settings, start.length(i), j -> Float.floatToIntBits(row[j]));
            }
        }
        MessageDigest data = sha256();
        events.forEach(examples -> add(data, examples));
        return new Identity(settings.digest(), data.digest());
    }

    private static void add(MessageDigest digest, Examples examples) {
        if (!examples.isInMemory()) {
            examples.forEachPart(part -> add(digest, part));
            return;
        }
        add(digest, examples.x().length, i -> Float.floatToIntBits(examples.x()[i]));
        add(digest, examples.size(), i -> Double.doubleToLongBits(examples.weight()[i]));
        add(digest, examples.label().length, i -> examples.label()[i]);
        add(digest, examples.target().length, i -> Double.doubleToLongBits(examples.target()[i]));
    }

    private static void add(MessageDigest digest, int n, IntToLongFunction value) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Long.BYTES);
        buffer.putLong(n);
        for (int i = 0; i < n; i++) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putLong(value.applyAsLong(i));
        }
        digest.update(buffer.flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
