package hep.winnow.npy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one element of an array is: fields in order, or a lone one without a name.
 *
 * @param fields in the order of their offsets
 * @param bytes of an element
 */
record RowType(List<Field> fields, int bytes) {
    /** Greatest number of columns. */
    static final int MAX_FIELDS = 1 << 17;

    /** Greatest number of bytes of an element. */
    static final int MAX_BYTES = 1 << 26;

    RowType {
        fields = List.copyOf(fields);
    }

    /** Tells whether it is a lone element without a name. */
    boolean isPlain() {
        return fields.size() == 1 && fields.get(0).name().isEmpty();
    }

    /**
     * Reads what {@code descr} says: a string, or a list of {@code (name, type)} and {@code (name, type, shape)}, types being lists again for fields with fields of their own.
     *
     * @throws IllegalArgumentException if it makes no sense
     */
    static RowType of(Object descr) {
        List<Field> fields = new ArrayList<>();
        int bytes = add(descr, "", List.of(), 0, fields);
        return new RowType(fields, bytes);
    }

    /** Adds the fields of a type; returns where it ends. */
    private static int add(Object descr, String name, List<Integer> shape, int offset, List<Field> to) {
        if (descr instanceof List<?> list) {
            if (!shape.isEmpty()) {
                // An array of records in a record: kept as bytes of no type, whose length is right.
                int end = add(descr, name, List.of(), 0, new ArrayList<>());
                ElementType opaque = ElementType.of("|V" + end);
                to.add(new Field(name, opaque, shape, offset));
                return grown(offset, (long) end * count(shape));
            }
            int end = offset;
            for (Object item : list) {
                end = addField(item, name, end, to);
            }
            return end;
        }
        if (!(descr instanceof String text)) {
            throw new IllegalArgumentException("its type is " + descr);
        }
        ElementType type = ElementType.of(text);
        to.add(new Field(name, type, shape, offset));
        if (to.size() > MAX_FIELDS) {
            throw new IllegalArgumentException("it has more than " + MAX_FIELDS + " fields");
        }
        return grown(offset, (long) type.bytes() * count(shape));
    }

    private static int addField(Object item, String outer, int offset, List<Field> to) {
        if (!(item instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
            throw new IllegalArgumentException("a field is " + item + ", expected (name, type) or (name, type, shape)");
        }
        // A title stands before the name: ('title', 'name').
        Object own = parts.get(0) instanceof List<?> titled && titled.size() == 2 ? titled.get(1) : parts.get(0);
        if (!(own instanceof String name)) {
            throw new IllegalArgumentException("the name of a field is " + own);
        }
        List<Integer> shape = parts.size() == 3 ? shape(parts.get(2)) : List.of();
        boolean isPadding = name.isEmpty() && parts.get(1) instanceof String type && type.contains("V");
        if (isPadding) {
            return grown(offset, (long) ElementType.of((String) parts.get(1)).bytes() * count(shape));
        }
        return add(parts.get(1), outer.isEmpty() ? name : outer + "." + name, shape, offset, to);
    }

    private static List<Integer> shape(Object value) {
        List<?> sizes = value instanceof List<?> list ? list : List.of(value);
        List<Integer> shape = new ArrayList<>();
        for (Object size : sizes) {
            if (!(size instanceof Long n) || n < 0 || n > MAX_BYTES) {
                throw new IllegalArgumentException("the shape of a field is " + value);
            }
            shape.add(n.intValue());
        }
        return shape;
    }

    private static long count(List<Integer> shape) {
        long n = 1;
        for (int size : shape) {
            n = Math.min(n * size, MAX_BYTES + 1L);
        }
        return n;
    }

    private static int grown(int offset, long bytes) {
        if (offset + bytes > MAX_BYTES) {
            throw new IllegalArgumentException("its elements are of more than " + MAX_BYTES + " bytes");
        }
        return (int) (offset + bytes);
    }
}
