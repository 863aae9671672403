package hep.winnow.root.object;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import java.util.ArrayList;
import java.util.List;

/** Reads the descriptions of classes; their own layout is known beforehand. */
final class ClassReader {
    private static final int MAX_INDEX = 5;

    private ClassReader() {}

    /** Reads a {@code TStreamerInfo}, from its header on. */
    static ClassInfo info(Cursor in, ObjectReader objects) {
        Header header = Header.read(in);
        Instance named = objects.object("TNamed", in);
        long checksum = in.u32();
        int version = in.i32();
        List<Element> elements = new ArrayList<>();
        if (objects.any(in) instanceof Instance array) {
            for (Object element : (List<?>) array.members().getOrDefault(ObjectReader.ITEMS, List.of())) {
                if (element instanceof Element e) {
                    elements.add(e);
                }
            }
        }
        header.close(in);
        return new ClassInfo(named.text("fName"), version, checksum, elements);
    }

    /** Reads an element of a class such as {@code TStreamerBase}, from its header on. */
    static Element element(String kind, Cursor in, ObjectReader objects) {
        Header outer = Header.read(in);
        Header header = Header.read(in);
        if (kind.equals("TStreamerSTLstring")) {
            // Its base is TStreamerSTL, which has the base that the others have.
            Element element = base(in, Header.read(in), objects);
            outer.close(in);
            return with(element, Streamed.STL_STRING, "", 0);
        }
        Element element = base(in, header, objects);
        Element whole = switch (kind) {
            case "TStreamerBase" -> with(element, element.type(), "", outer.version() > 2 ? in.i32() : 0);
            // Some are written as what streams itself.
            case "TStreamerSTL" -> with(element, Streamed.STL, "", 0);
            case "TStreamerBasicPointer", "TStreamerLoop" -> {
                in.skip(4);
                yield with(element, element.type(), in.text(), 0);
            }
            default -> element;
        };
        outer.close(in);
        return whole;
    }

    private static Element base(Cursor in, Header header, ObjectReader objects) {
        Instance named = objects.object("TNamed", in);
        int type = in.i32();
        in.skip(4);
        int length = in.i32();
        int count = in.i32();
        int stored = header.version() == 1 ? in.i32() : MAX_INDEX;
        if (count < 0 || count > MAX_INDEX || stored < 0 || stored > MAX_INDEX) {
            throw new Damage.Found("a member has an array of " + count + " dimensions");
        }
        List<Integer> dimensions = new ArrayList<>();
        for (int i = 0; i < stored; i++) {
            int dimension = in.i32();
            if (i < count) {
                dimensions.add(dimension);
            }
        }
        if (dimensions.isEmpty() && length > 1) {
            dimensions.add(length);
        }
        String typeName = in.text();
        header.close(in);
        return new Element(named.text("fName"), named.text("fTitle"), type, dimensions, typeName, "", 0);
    }

    private static Element with(Element e, int type, String count, int baseVersion) {
        return new Element(e.name(), e.title(), type, e.dimensions(), e.typeName(), count, baseVersion);
    }
}
