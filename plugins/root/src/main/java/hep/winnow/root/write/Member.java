package hep.winnow.root.write;

import java.util.List;
import java.util.Map;

/**
 * The description of a member of a class, a {@code TStreamerElement}.
 *
 * @param kind of it, as the names of the classes have it: {@code Base}, {@code BasicType}, {@code String}, …
 * @param name of the member
 * @param type ROOT's number of its type
 * @param size in memory
 * @param typeName in C++
 * @param further what only this kind has
 * @param baseChecksum of a base its checksum, else 0
 */
record Member(String kind, String name, int type, int size, String typeName, List<String> further, int baseChecksum)
        implements Streamed {
    private static final int SET_POINTER = 63;
    private static final int FIRST = 5;

    /** Reads a line of the resource, split at its blanks. */
    static Member parse(String[] words, Map<String, ClassInfo> classes) {
        ClassInfo base = classes.get(words[1]);
        return new Member(
                words[0],
                words[1],
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words[4].replace('~', ' '),
                List.of(words).subList(FIRST, words.length),
                words[0].equals("Base") && base != null ? base.checksum() : 0);
    }

    /** Returns the class that it is of or points to, or what is no class at all. */
    String mentions() {
        return kind.equals("Base") ? name : typeName.replace("*", "");
    }

    @Override
    public String className() {
        return "TStreamer" + kind;
    }

    @Override
    public void write(ObjectWriter to) {
        switch (kind) {
            case "Base" -> to.part(3, () -> element(to).i32(number(0)));
            case "BasicPointer" ->
                to.part(2, () -> element(to).i32(number(2)).text(further.get(0)).text(further.get(1)));
            case "STL" -> to.part(3, () -> element(to).i32(number(0)).i32(number(1)));
            default -> to.part(2, () -> element(to));
        }
    }

    private int number(int i) {
        return Integer.parseInt(further.get(i));
    }

    /** Its title is no more than what readers need: how an array is counted, or that a pointer always points to something. */
    private ByteSink element(ObjectWriter to) {
        String title = kind.equals("BasicPointer") ? "[" + further.get(0) + "]" : type == SET_POINTER ? "->" : "";
        to.part(4, () -> {
            ByteSink out = to.named(name, title).out();
            out.i32(type).i32(size).i32(0).i32(0);
            out.i32(0).i32(baseChecksum).i32(0).i32(0).i32(0).text(typeName);
        });
        return to.out();
    }
}
