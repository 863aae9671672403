package hep.winnow.root.write;

/** An object of a class that ROOT knows. */
interface Streamed {
    /** Returns the name of the class, which the resource {@code classes.txt} describes. */
    String className();

    /** Writes the object: its version and what it holds. */
    void write(ObjectWriter to);
}
