package hep.winnow.root.object;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads objects of one key by the descriptions of their classes. Objects that refer to each other by their place in the key are read once. */
public final class ObjectReader {
    /** The member of a list or an array that holds what is in it. */
    public static final String ITEMS = "items";

    private static final int NEW_CLASS = 0xFFFFFFFF;
    private static final int IS_CLASS = 0x80000000;
    private static final int MAP_OFFSET = 2;
    private static final int IS_REFERENCED = 1 << 4;
    private static final int DEEPEST = 64;

    private final Classes classes;
    private final Map<Integer, Object> known = new HashMap<>();
    private final Map<String, Special> specials;
    private int depth;

    /** Reads objects of a class in its own way; whoever has one hands it over. */
    @FunctionalInterface
    public interface Special {
        /** Reads one, from its header on. */
        Object read(Cursor in);
    }

    /** Makes one for the objects of one key. */
    public ObjectReader(Classes classes) {
        this(classes, Map.of());
    }

    /**
     * Makes one.
     *
     * @param specials what reads objects of some classes
     */
    public ObjectReader(Classes classes, Map<String, Special> specials) {
        this.classes = classes;
        this.specials = specials;
    }

    /** Reads what a pointer leads to: null, an object that was read before, or one of a class that is named here. */
    public @Nullable Object any(Cursor in) {
        int begin = in.place();
        int start = in.position();
        int count = in.i32();
        int tag = count;
        int end = -1;
        int tagPlace = begin;
        if ((count & Header.HAS_COUNT) != 0 && count != NEW_CLASS) {
            int length = count & ~Header.HAS_COUNT;
            if (length < 4 || length > in.remaining()) {
                throw new Damage.Found("an object says that it has " + length + " bytes");
            }
            end = start + 4 + length;
            tagPlace = in.place();
            tag = in.i32();
        }
        if ((tag & IS_CLASS) == 0) {
            Object object = known.get(tag);
            if (end >= 0) {
                in.seek(end);
            }
            return object;
        }
        String className;
        if (tag == NEW_CLASS) {
            className = in.zeroEnded();
            known.put(tagPlace + MAP_OFFSET, className);
        } else if (known.get(tag & ~IS_CLASS) instanceof String name) {
            className = name;
        } else {
            throw new Damage.Found("an object is of a class that is not told");
        }
        Object object = read(className, in);
        known.put(begin + MAP_OFFSET, object);
        if (end >= 0) {
            in.seek(end);
        }
        return object;
    }

    /** Reads an object of a class that has members, from its header on. */
    public Instance object(String className, Cursor in) {
        Object object = read(className, in);
        return object instanceof Instance instance ? instance : new Instance(className, Map.of());
    }

    private Object read(String className, Cursor in) {
        if (++depth > DEEPEST) {
            throw new Damage.Found("its objects lie in each other more than " + DEEPEST + " deep");
        }
        try {
            Special special = specials.get(className);
            if (special != null) {
                return special.read(in);
            }
            return switch (className) {
                case "TStreamerInfo" -> ClassReader.info(in, this);
                case "TObject" -> tObject(in);
                case "TString" -> in.text();
                case "TDatime" -> new Instance("TDatime", Map.of("fDatime", in.u32()));
                case "TNamed" -> named(in);
                case "TList", "THashList" -> list(in);
                case "TObjArray" -> array(in);
                default -> {
                    if (className.startsWith("TStreamer")) {
                        yield ClassReader.element(className, in, this);
                    }
                    yield className.startsWith("TArray") && className.length() == 7
                            ? values(className.charAt(6), in)
                            : described(className, in);
                }
            };
        } finally {
            depth--;
        }
    }

    private static Instance tObject(Cursor in) {
        Header header = Header.read(in);
        long id = in.u32();
        long bits = in.u32();
        if ((bits & IS_REFERENCED) != 0) {
            in.skip(2);
        }
        header.close(in);
        return new Instance("TObject", Map.of("fUniqueID", id, "fBits", bits));
    }

    private static Instance named(Cursor in) {
        Header header = Header.read(in);
        tObject(in);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fName", in.text());
        members.put("fTitle", in.text());
        header.close(in);
        return new Instance("TNamed", members);
    }

    private Instance list(Cursor in) {
        Header header = Header.read(in);
        tObject(in);
        in.text();
        int count = count(in);
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(any(in));
            in.text();
        }
        header.close(in);
        return new Instance("TList", Map.of(ITEMS, items));
    }

    private Instance array(Cursor in) {
        Header header = Header.read(in);
        if (header.version() > 2) {
            tObject(in);
        }
        if (header.version() > 1) {
            in.text();
        }
        int count = count(in);
        in.skip(4);
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(any(in));
        }
        header.close(in);
        return new Instance("TObjArray", Map.of(ITEMS, items));
    }

    private static int count(Cursor in) {
        int count = in.i32();
        if (count < 0 || count > in.remaining()) {
            throw new Damage.Found("a list says that it has " + count + " objects");
        }
        return count;
    }

    private static Object values(char type, Cursor in) {
        int count = count(in);
        return switch (type) {
            case 'D' -> Values.numbers(Streamed.DOUBLE, count, in);
            case 'F' -> Values.numbers(Streamed.FLOAT, count, in);
            case 'C' -> Values.integers(Streamed.CHAR, count, in);
            case 'S' -> Values.integers(Streamed.SHORT, count, in);
            case 'I' -> Values.integers(Streamed.INT, count, in);
            default -> Values.integers(Streamed.LONG64, count, in);
        };
    }

    private Instance described(String className, Cursor in) {
        Header header = Header.read(in);
        Optional<ClassInfo> info = header.version() == 0 && header.end() >= 0
                ? classes.findByChecksum(className, in.u32())
                : classes.find(className, header.version());
        Map<String, Object> members = new LinkedHashMap<>();
        if (info.isPresent()) {
            for (Element element : info.get().elements()) {
                Object value = member(element, members, in);
                if (value instanceof Instance base && element.isBase()) {
                    base.members().forEach(members::putIfAbsent);
                } else if (value != null) {
                    members.put(element.name(), value);
                }
            }
        } else if (header.end() < 0) {
            throw new Damage.Refused("the file does not describe its class " + className);
        }
        header.close(in);
        return new Instance(className, members);
    }

    private @Nullable Object member(Element element, Map<String, Object> members, Cursor in) {
        int type = Streamed.ofOne(element.type());
        if (type == Streamed.BASE || type == Streamed.TOBJECT || type == Streamed.TNAMED) {
            String name = element.isBase() ? element.name() : element.typeName();
            Object base = read(name, in);
            return base instanceof Instance ? base : new Instance(name, Map.of(name, base));
        }
        if (Streamed.isSimple(type)) {
            return Values.member(element, members, in);
        }
        return switch (type) {
            case Streamed.TSTRING -> in.text();
            case Streamed.OBJECT, Streamed.ANY, Streamed.OBJECT_INLINE, Streamed.ANY_INLINE ->
                several(element, in, false);
            case Streamed.OBJECT_POINTER, Streamed.ANY_POINTER -> several(element, in, true);
            default -> {
                Header header = Header.read(in);
                if (header.end() < 0) {
                    throw new Damage.Refused("its member " + element.name() + " is streamed in a way that is not read");
                }
                header.close(in);
                yield null;
            }
        };
    }

    private @Nullable Object several(Element element, Cursor in, boolean isPointer) {
        String name = element.typeName().replace("*", "").trim();
        if (element.dimensions().isEmpty()) {
            return isPointer ? any(in) : read(name, in);
        }
        List<@Nullable Object> all = new ArrayList<>();
        int length = element.length();
        for (int i = 0; i < length; i++) {
            all.add(isPointer ? any(in) : read(name, in));
        }
        return all;
    }
}
