package hep.winnow.core.schema;

import hep.winnow.api.step.VerbText;
import hep.winnow.core.text.Hashes;
import java.nio.charset.StandardCharsets;

/**
 * A file of a plugin whose {@code def}s are verbs.
 *
 * @param plugin the id of the plugin
 * @param name where it lies, for messages and records
 * @param text the whole of it
 */
public record VerbFile(String plugin, String name, String text) {
    /** Makes one of a plugin's text; where its name is no path, the plugin stands before it. */
    public static VerbFile of(String plugin, VerbText text) {
        boolean isPath = text.name().contains("/") || text.name().contains("\\");
        return new VerbFile(plugin, isPath ? text.name() : plugin + "/" + text.name(), text.text());
    }

    /** Returns how many bytes it has. */
    public long bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Returns the hash of its text. */
    public String sha256() {
        return Hashes.sha256(text);
    }
}
