package hep.winnow.root.tree;

import hep.winnow.api.event.ColumnType;
import hep.winnow.root.file.Damage;
import hep.winnow.root.object.ClassInfo;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Element;
import hep.winnow.root.object.Streamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds out how the values of a branch lie in its baskets, by its leaves and by the classes that the file describes. Made for one branch. */
final class LayoutMaker {
    private static final int DEEPEST = 16;

    private final Classes classes;
    private final List<Layout.Part> columns = new ArrayList<>();
    private int nesting;

    private LayoutMaker(Classes classes) {
        this.classes = classes;
    }

    /**
     * Returns the layout of a branch that has values of its own.
     *
     * @throws Damage.Refused if it is not read, with the reason
     */
    static Layout of(Branch branch, Classes classes) {
        LayoutMaker maker = new LayoutMaker(classes);
        Shape shape = maker.branch(branch);
        return new Layout(shape, maker.columns);
    }

    private Shape branch(Branch branch) {
        if (branch.object().className().equals("TBranchObject")) {
            return new ObjectShapes.Named(whole(branch));
        }
        if (!branch.isElement()) {
            return leaves(branch.leaves());
        }
        int type = branch.type();
        if (type == Branch.CLONES || type == Branch.COLLECTION) {
            return number("", 0, Numbers.of(Kind.I32));
        }
        if (branch.id() < 0) {
            return whole(branch);
        }
        Element element = element(branch);
        if (branch.isMemberOfCollection()) {
            return memberOfCollection(element);
        }
        return member("", 0, element, true);
    }

    private Element element(Branch branch) {
        long checksum = branch.object().integer("fCheckSum") & 0xffffffffL;
        Optional<ClassInfo> info = classes.findByChecksum(branch.className(), checksum)
                .or(() -> classes.find(branch.className(), (int) branch.object().integer("fClassVersion")))
                .or(() -> classes.newest(branch.className()));
        if (info.isEmpty() || branch.id() >= info.get().elements().size()) {
            if (Streamed.isSimple(branch.streamerType())) {
                return new Element(branch.name(), title(branch), branch.streamerType(), dimensions(branch), "", "", 0);
            }
            throw unknown(branch.className());
        }
        Element element = info.get().elements().get(branch.id());
        if (element.type() != branch.streamerType() && Streamed.isSimple(branch.streamerType())) {
            return new Element(
                    element.name(),
                    element.title(),
                    branch.streamerType(),
                    element.dimensions(),
                    element.typeName(),
                    element.count(),
                    0);
        }
        return element;
    }

    private static String title(Branch branch) {
        return branch.leaves().isEmpty() ? "" : branch.leaves().get(0).title();
    }

    private static List<Integer> dimensions(Branch branch) {
        return branch.leaves().isEmpty() ? List.of() : branch.leaves().get(0).dimensions();
    }

    private static Damage.Refused unknown(String className) {
        return new Damage.Refused("the file does not describe its class " + className);
    }

    // --- Leaves without a class -----------------------------------------------------------------------------------

    private Shape leaves(List<Leaf> leaves) {
        if (leaves.isEmpty()) {
            throw new Damage.Refused("it has no leaf");
        }
        if (leaves.size() == 1) {
            return leaf("", leaves.get(0));
        }
        List<Shape> parts = new ArrayList<>();
        for (Leaf leaf : leaves) {
            if (leaf.isCounted()) {
                throw new Damage.Refused("a counted array stands beside other leaves of one branch");
            }
            parts.add(leaf("." + leaf.name(), leaf));
        }
        return new Shape.Sequence(parts);
    }

    private Shape leaf(String name, Leaf leaf) {
        if (leaf.isText()) {
            return text(name, 0, Shape.TextForm.SHORT);
        }
        Numbers numbers = leaf.numbers();
        List<Integer> dimensions = leaf.dimensions();
        if (leaf.isCounted()) {
            Shape element = array(dimensions, 1, depth -> number(name, depth, numbers));
            return new Shape.ToEnd(0, 0, element);
        }
        return array(dimensions, 0, depth -> number(name, depth, numbers));
    }

    // --- Parts ----------------------------------------------------------------------------------------------------

    private Shape number(String name, int depth, Numbers numbers) {
        return new Shape.Numeric(numbers, column(name, numbers.kind().type(), depth));
    }

    private Shape text(String name, int depth, Shape.TextForm form) {
        return new Shape.Text(form, column(name, ColumnType.STRING, depth));
    }

    private int column(String name, ColumnType type, int depth) {
        columns.add(new Layout.Part(name, type, depth));
        return columns.size() - 1;
    }

    /** Returns an array of a shape that is made for the depth in it. */
    private static Shape array(List<Integer> dimensions, int depth, Function<Integer, Shape> inner) {
        Shape shape = inner.apply(depth + dimensions.size());
        for (int d = dimensions.size() - 1; d >= 0; d--) {
            shape = new Shape.Fixed(dimensions.get(d), depth + d, shape);
        }
        return shape;
    }

    // --- Members of classes ---------------------------------------------------------------------------------------

    /** Returns the shape of a whole object, of a branch that is not split. */
    private Shape whole(Branch branch) {
        CppType type = CppType.parse(branch.className());
        if (isContainer(type)) {
            return container("", 0, type, !type.name().equals("string"));
        }
        if (type.name().equals("TClonesArray")) {
            throw new Damage.Refused("a TClonesArray that is not split is not read");
        }
        Optional<ClassInfo> info = type.name().equals("TDatime")
                ? Optional.empty()
                : classes.find(branch.className(), (int) branch.object().integer("fClassVersion"));
        return info.isPresent() ? object("", 0, info.get()) : object("", 0, branch.className());
    }

    private Shape memberOfCollection(Element element) {
        int type = element.type();
        if (Streamed.isSimple(type)) {
            Shape one = simple("", 1, element);
            return new Shape.ToEnd(0, 0, one);
        }
        if (type == Streamed.STL || type == Streamed.STL_STRING) {
            CppType cpp = CppType.parse(element.typeName());
            Shape one = array(element.dimensions(), 1, depth -> container("", depth, cpp, false));
            return new ObjectShapes.Headed(-1, cpp.spelled(), new Shape.ToEnd(0, 0, one));
        }
        return new Shape.ToEnd(0, 0, member("", 1, element, true));
    }

    /** Returns the shape of a member. */
    private Shape member(String name, int depth, Element element, boolean isBranch) {
        int type = Streamed.ofOne(element.type());
        if (Streamed.isSimple(type)) {
            return simple(name, depth, element);
        }
        List<Integer> dimensions = element.dimensions();
        return switch (type) {
            case Streamed.CHAR_STAR -> array(dimensions, depth, d -> text(name, d, Shape.TextForm.LONG));
            case Streamed.TSTRING -> array(dimensions, depth, d -> text(name, d, Shape.TextForm.SHORT));
            case Streamed.STL, Streamed.STL_STRING -> containers(name, depth, element);
            case Streamed.TOBJECT -> new ObjectShapes.Skipped();
            case Streamed.BASE,
                    Streamed.TNAMED,
                    Streamed.OBJECT,
                    Streamed.ANY,
                    Streamed.OBJECT_INLINE,
                    Streamed.ANY_INLINE -> array(dimensions, depth, d -> memberObject(name, d, element));
            case Streamed.OBJECT_POINTER, Streamed.ANY_POINTER ->
                throw new Damage.Refused("it is a pointer, " + element.typeName());
            default ->
                throw new Damage.Refused((isBranch ? "its" : element.name() + " of") + " class " + element.typeName()
                        + " is streamed by code of its own");
        };
    }

    private Shape containers(String name, int depth, Element element) {
        CppType type = CppType.parse(element.typeName());
        List<Integer> dimensions = element.dimensions();
        if (dimensions.isEmpty()) {
            return container(name, depth, type, true);
        }
        return new ObjectShapes.Headed(
                -1, type.spelled(), array(dimensions, depth, d -> container(name, d, type, false)));
    }

    private Shape memberObject(String name, int depth, Element element) {
        if (element.isBase()) {
            if (element.name().equals("TObject")) {
                return new ObjectShapes.Skipped();
            }
            return object(name, depth, element.name());
        }
        return object(name, depth, CppType.parse(element.typeName()).spelled());
    }

    private Shape simple(String name, int depth, Element element) {
        int type = element.type();
        if (type == Streamed.BITS) {
            return new ObjectShapes.Bits(column(name, ColumnType.LONG, depth));
        }
        Numbers numbers = Numbers.ofStreamed(type % Streamed.ARRAY, element.title());
        if (type < Streamed.ARRAY) {
            return number(name, depth, numbers);
        }
        if (type < Streamed.COUNTED) {
            return array(element.dimensions(), depth, d -> number(name, d, numbers));
        }
        Shape one = number(name, depth + 1, numbers);
        return nesting > 0 ? new Shape.CountedBy(-1, Kind.I32, depth, one) : new Shape.ToEnd(1, depth, one);
    }

    // --- Objects and containers -----------------------------------------------------------------------------------

    private Shape object(String name, int depth, String className) {
        if (className.equals("TString")) {
            return text(name, depth, Shape.TextForm.SHORT);
        }
        if (className.equals("TDatime")) {
            return number(name, depth, Numbers.of(Kind.U32));
        }
        return classes.newest(className).map(info -> object(name, depth, info)).orElseThrow(() -> unknown(className));
    }

    private Shape object(String name, int depth, ClassInfo info) {
        return new ObjectShapes.Headed(info.version(), info.name(), members(name, depth, info));
    }

    private Shape.Sequence members(String name, int depth, ClassInfo info) {
        if (++nesting > DEEPEST) {
            throw new Damage.Refused("its classes lie in each other more than " + DEEPEST + " deep");
        }
        List<Shape> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Element element : info.elements()) {
            String inner = element.isBase() ? name : name + "." + element.name();
            Shape part = member(inner, depth, element, false);
            parts.add(part instanceof Shape.CountedBy array ? counted(array, element, names, parts) : part);
            names.add(element.name());
        }
        nesting--;
        return new Shape.Sequence(parts);
    }

    private static Shape counted(Shape.CountedBy array, Element element, List<String> names, List<Shape> parts) {
        int counter = names.indexOf(element.count());
        if (counter < 0 || !(parts.get(counter) instanceof Shape.Numeric number)) {
            throw new Damage.Refused("the length of its array " + element.name() + " is told by " + element.count()
                    + ", which is no member of the same class");
        }
        return new Shape.CountedBy(counter, number.numbers().kind(), array.depth(), array.element());
    }

    private static boolean isContainer(CppType type) {
        return type.isSequence()
                || type.isMap()
                || type.name().equals("string")
                || type.name().equals("bitset")
                || type.name().equals("array");
    }

    /**
     * Returns the shape of a container of the standard library.
     *
     * @param hasHeader whether it is the outermost one, which alone has a header
     */
    private Shape container(String name, int depth, CppType type, boolean hasHeader) {
        if (type.isPointer()) {
            throw new Damage.Refused("it holds pointers, " + type.spelled() + "*");
        }
        if (type.name().equals("string")) {
            return headed(hasHeader, type, text(name, depth, Shape.TextForm.SHORT));
        }
        if (type.name().equals("bitset")) {
            Shape bits = new Shape.Counted(depth, number(name, depth + 1, Numbers.of(Kind.BOOL)));
            return headed(hasHeader, type, bits);
        }
        if (type.isMap()) {
            return pairs(name, depth, type, hasHeader);
        }
        if (!type.isSequence()) {
            throw new Damage.Refused("containers such as " + type.spelled() + " are not read");
        }
        CppType element = type.arguments().get(0);
        if (element.isPointer()) {
            throw new Damage.Refused("it holds pointers, " + type.spelled());
        }
        if (isObject(element)) {
            return objects(name, depth, type, element, hasHeader);
        }
        return headed(hasHeader, type, new Shape.Counted(depth, value(name, depth + 1, element)));
    }

    private static Shape headed(boolean hasHeader, CppType type, Shape inside) {
        return hasHeader ? new ObjectShapes.Headed(-1, type.spelled(), inside) : inside;
    }

    private static boolean isObject(CppType type) {
        return type.simple().isEmpty() && !isContainer(type) && !type.name().equals("TString");
    }

    /** Returns the shape of a value in a container. */
    private Shape value(String name, int depth, CppType type) {
        if (type.isPointer()) {
            throw new Damage.Refused("it holds pointers, " + type.spelled() + "*");
        }
        Optional<Integer> simple = type.simple();
        if (simple.isPresent()) {
            return number(name, depth, Numbers.ofStreamed(simple.get(), ""));
        }
        if (isContainer(type)) {
            return container(name, depth, type, false);
        }
        return object(name, depth, type.spelled());
    }

    private Shape objects(String name, int depth, CppType type, CppType element, boolean hasHeader) {
        ClassInfo info = classes.newest(element.spelled()).orElseThrow(() -> unknown(element.spelled()));
        Shape.Sequence members = members(name, depth + 1, info);
        Shape whole = new ObjectShapes.Headed(info.version(), info.name(), members);
        if (!hasHeader) {
            return new Shape.Counted(depth, whole);
        }
        return new ObjectShapes.Collection(type.spelled(), depth, whole, members, true);
    }

    private Shape pairs(String name, int depth, CppType type, boolean hasHeader) {
        CppType keyType = type.arguments().get(0);
        CppType valueType = type.arguments().get(1);
        Shape key = value(name + ".first", depth + 1, keyType);
        Shape value = value(name + ".second", depth + 1, valueType);
        Shape.Sequence pair = new Shape.Sequence(List.of(key, value));
        if (!hasHeader) {
            return new Shape.Counted(depth, pair);
        }
        Shape.Sequence members = new Shape.Sequence(
                List.of(headed(isContainer(keyType), keyType, key), headed(isContainer(valueType), valueType, value)));
        return new ObjectShapes.Collection(type.spelled(), depth, pair, members, true);
    }
}
