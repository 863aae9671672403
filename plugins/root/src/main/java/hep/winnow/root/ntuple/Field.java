package hep.winnow.root.ntuple;

/**
 * A part of what an event holds, as the schema has it.
 *
 * @param id number of the field
 * @param version of how it is stored
 * @param parent number of the field that it is part of; its own if none
 * @param role what it is to its children, see the constants
 * @param flags see {@link #isRepetitive}
 * @param name within its parent
 * @param type in C++; empty if it has none
 * @param repetitions how many values stand in it, if it is repetitive
 */
record Field(int id, long version, int parent, int role, int flags, String name, String type, long repetitions) {
    static final int LEAF = 0;
    static final int COLLECTION = 1;
    static final int RECORD = 2;
    static final int VARIANT = 3;
    static final int STREAMED = 4;

    private static final int REPETITIVE = 1;
    private static final int PROJECTED = 2;
    private static final int HAS_CHECKSUM = 4;

    static Field read(Words in, int id) {
        long version = in.u32();
        in.u32();
        int parent = in.index(id + 1, "field");
        int role = in.u16();
        int flags = in.u16();
        String name = in.text();
        String type = in.text();
        in.text();
        in.text();
        long repetitions = (flags & REPETITIVE) != 0 ? in.size() : 1;
        if ((flags & PROJECTED) != 0) {
            in.u32();
        }
        if ((flags & HAS_CHECKSUM) != 0) {
            in.u32();
        }
        return new Field(id, version, parent, role, flags, name, type, repetitions);
    }

    /** Returns it under another name. */
    Field named(String other) {
        return new Field(id, version, parent, role, flags, other, type, repetitions);
    }

    boolean isTop() {
        return parent == id;
    }

    /** Tells whether it holds a fixed number of values. */
    boolean isRepetitive() {
        return (flags & REPETITIVE) != 0;
    }

    /** Tells whether it may be without its value. */
    boolean isOptional() {
        return type.startsWith("std::optional<") || type.startsWith("std::unique_ptr<");
    }

    boolean isText() {
        return type.equals("std::string");
    }

    /** Tells whether it counts the values of a collection. */
    boolean isCardinality() {
        return type.startsWith("ROOT::RNTupleCardinality<");
    }

    /** Tells whether its members are called first and second in C++. */
    boolean isPair() {
        return type.startsWith("std::pair<");
    }

    /** Tells whether it holds the members of a base class. */
    boolean isBase() {
        return name.startsWith(":");
    }
}
