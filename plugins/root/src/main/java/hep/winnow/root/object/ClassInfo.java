package hep.winnow.root.object;

import java.util.List;

/**
 * A class as it was when objects of it were written: a {@code TStreamerInfo}.
 *
 * @param name of the class
 * @param version of the class
 * @param checksum of its members
 * @param elements its bases and members, in the order in which they are streamed
 */
public record ClassInfo(String name, int version, long checksum, List<Element> elements) {
    public ClassInfo {
        elements = List.copyOf(elements);
    }
}
