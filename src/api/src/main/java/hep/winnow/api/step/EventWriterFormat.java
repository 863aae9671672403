package hep.winnow.api.step;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A format of files that {@code save} can write events in: chosen by the ending of the file's name, or by {@code format="NAME"}. The framework writes to a temporary file, which is
 * moved into place when it is complete.
 */
public interface EventWriterFormat {
    /** Returns the format's name, such as {@code npy}: that of the format that reads such files, if there is one. Unique among all plugins. */
    String name();

    /** Returns the endings of names of such files, in lower case and with the dot: {@code .npy}. No other format may have one of these. */
    List<String> endings();

    /** Returns why a column cannot be written in this format, in words for the user; empty, as it is here, if it can. */
    default Optional<String> refusal(ColumnInfo column) {
        return Optional.empty();
    }

    /** Tells whether such files hold {@link EventFileHead#provenance(long)}; beside one that does not, as here, the framework puts a file {@code NAME.json} of it. */
    default boolean holdsProvenance() {
        return false;
    }

    /** Tells whether {@link EventFileHead#compression()} makes a difference; it does not, as here, in formats that are never packed, or always. */
    default boolean compresses() {
        return false;
    }

    /** Returns the names of the codecs that {@link hep.winnow.api.event.Compression#codec()} may have, in words of a macro; none, as here, where there is no choice. */
    default List<String> codecs() {
        return List.of();
    }

    /** Tells whether the table in such a file has a name, which {@link EventFileHead#table()} may give; it has none here. */
    default boolean namesTable() {
        return false;
    }

    /** Returns why the table cannot have a name, in words for the user; empty, as it is here, if it can. */
    default Optional<String> tableRefusal(String table) {
        return Optional.empty();
    }

    /**
     * Begins a file.
     *
     * @param file a temporary name, at which there is nothing yet
     * @param head what it is to hold; none of the columns is one that {@link #refusal} speaks of
     */
    EventWriter create(Path file, EventFileHead head) throws IOException;
}
