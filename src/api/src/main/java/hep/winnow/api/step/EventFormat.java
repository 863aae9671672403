package hep.winnow.api.step;

/** A format of files that the verb {@code read} understands: the step that reads such files, and how they are told from others. */
public interface EventFormat {
    /** Returns the step: a record with {@code @Verb(value = "read", kind = …)}; the kind is the format's name, unique among all plugins. */
    Class<? extends ReadStep> step();

    /**
     * Tells whether a file is of this format, by its bytes; its name proves nothing. Two formats must not claim the same file: a macro that reads one then has to
     * name its format.
     */
    boolean recognises(FirstBytes file);
}
