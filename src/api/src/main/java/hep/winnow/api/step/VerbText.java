package hep.winnow.api.step;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A text in the macro language whose {@code def}s are verbs. It holds nothing else.
 *
 * @param name of its file, for messages
 * @param text the whole of it
 */
public record VerbText(String name, String text) {
    /**
     * Reads a resource that lies beside a class, in UTF-8.
     *
     * @param owner the class
     * @param name of the resource, such as {@code nn_selection.wn}
     * @throws IllegalArgumentException if it is not there
     */
    public static VerbText resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no file of verbs '" + name + "' beside " + owner.getName());
            }
            return new VerbText(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
