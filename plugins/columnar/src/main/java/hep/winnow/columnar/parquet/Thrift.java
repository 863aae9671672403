package hep.winnow.columnar.parquet;

import hep.winnow.columnar.codec.Varint;
import hep.winnow.columnar.file.Damage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads structures of Thrift's compact protocol, whatever fields they have: a number is a {@code Long} or {@code Double}, a truth value a {@code Boolean}, bytes are {@code byte[]}, a list is a {@code List}, a structure a {@link Fields}. */
final class Thrift {
    private static final int MAX_DEPTH = 24;

    private final ByteBuffer in;
    private int depth;

    private Thrift(ByteBuffer in) {
        this.in = in;
    }

    /** Reads a structure from a buffer's position on, which is then behind it. */
    static Fields read(ByteBuffer in) {
        return new Thrift(in).struct();
    }

    /** The fields of a structure, by their numbers. */
    static final class Fields {
        private final Map<Integer, Object> values = new HashMap<>();

        boolean has(int field) {
            return values.containsKey(field);
        }

        /** Returns a number; {@code other} if there is no such field. */
        long number(int field, long other) {
            return values.get(field) instanceof Long n ? n : other;
        }

        /** Returns a number that must be there. */
        long number(int field) {
            if (values.get(field) instanceof Long n) {
                return n;
            }
            throw new Damage.Found("field " + field + " of its description is missing");
        }

        boolean truth(int field, boolean other) {
            return values.get(field) instanceof Boolean b ? b : other;
        }

        String text(int field) {
            return values.get(field) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
        }

        /** Returns a structure; an empty one if there is no such field. */
        Fields struct(int field) {
            return values.get(field) instanceof Fields fields ? fields : new Fields();
        }

        /** Returns the structures in a list; none if there is no such field. */
        List<Fields> structs(int field) {
            List<Fields> found = new ArrayList<>();
            if (values.get(field) instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Fields fields) {
                        found.add(fields);
                    }
                }
            }
            return found;
        }

        /** Returns the texts in a list. */
        List<String> texts(int field) {
            List<String> found = new ArrayList<>();
            if (values.get(field) instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof byte[] bytes) {
                        found.add(new String(bytes, StandardCharsets.UTF_8));
                    }
                }
            }
            return found;
        }
    }

    private Fields struct() {
        if (++depth > MAX_DEPTH) {
            throw new Damage.Found("its description is nested deeper than " + MAX_DEPTH);
        }
        Fields fields = new Fields();
        int field = 0;
        for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
            int delta = head >> 4;
            field = delta == 0 ? (int) zigzag() : field + delta;
            int type = head & 0xf;
            // The value of a lone truth value is in its type.
            fields.values.put(field, type == 1 || type == 2 ? (Object) (type == 1) : value(type));
        }
        depth--;
        return fields;
    }

    private Object value(int type) {
        return switch (type) {
            case 1, 2 -> in.get() == 1;
            case 3 -> (long) in.get();
            case 4, 5, 6 -> zigzag();
            case 7 -> in.order(ByteOrder.LITTLE_ENDIAN).getDouble();
            case 8 -> bytes();
            case 9, 10 -> list();
            case 11 -> map();
            case 12 -> struct();
            default -> throw new Damage.Found("its description has a field of type " + type);
        };
    }

    private byte[] bytes() {
        long length = varint();
        if (length < 0 || length > in.remaining()) {
            throw new Damage.Found("its description has a text of " + length + " bytes");
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private List<Object> list() {
        int head = in.get() & 0xff;
        long size = head >> 4 == 15 ? varint() : head >> 4;
        return items(size, head & 0xf);
    }

    private List<Object> items(long size, int type) {
        if (size < 0 || size > in.remaining()) {
            throw new Damage.Found("its description has a list of " + size + " items");
        }
        List<Object> items = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            items.add(value(type));
        }
        return items;
    }

    private List<Object> map() {
        long size = varint();
        if (size == 0) {
            return List.of();
        }
        if (size < 0 || size > in.remaining()) {
            throw new Damage.Found("its description has a map of " + size + " items");
        }
        int types = in.get() & 0xff;
        for (long i = 0; i < size; i++) {
            value(types >> 4);
            value(types & 0xf);
        }
        return List.of();
    }

    private long zigzag() {
        long n = varint();
        return n >>> 1 ^ -(n & 1);
    }

    private long varint() {
        return Varint.read(in);
    }
}
