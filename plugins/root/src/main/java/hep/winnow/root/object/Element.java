package hep.winnow.root.object;

import java.util.List;

/**
 * A member or a base of a class, as a {@code TStreamerElement} tells of it.
 *
 * @param name of the member; of a base, its class
 * @param title comment behind the member, such as {@code [n]} or {@code [0,1,14]}
 * @param type how it is streamed: one of the numbers in {@link Streamed}
 * @param dimensions of an array; empty for none
 * @param typeName as C++ spells it
 * @param count name of the member that tells how many values a counted array has; empty for none
 * @param baseVersion version of the class of a base
 */
public record Element(
        String name, String title, int type, List<Integer> dimensions, String typeName, String count, int baseVersion) {
    public Element {
        dimensions = List.copyOf(dimensions);
    }

    /** Tells whether it is a base of the class, not a member. */
    public boolean isBase() {
        return typeName.equals("BASE") || type == Streamed.BASE;
    }

    /** Returns how many values an array has; 1 for no array. */
    public int length() {
        long length = 1;
        for (int d : dimensions) {
            length *= d;
            if (d < 0 || length > Integer.MAX_VALUE) {
                return Integer.MAX_VALUE;
            }
        }
        return (int) length;
    }
}
