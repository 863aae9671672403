package hep.winnow.imports.json;

import hep.winnow.api.diagnostic.UserError;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads UBJSON (draft 12) as XGBoost writes it: lengths are of type L, arrays may be typed, and no object is. Lengths are checked against what is left of the file. */
public final class Ubjson {
    private static final int DEEPEST = 500;

    private final ByteBuffer in;
    private int depth;

    private Ubjson(byte[] file) {
        this.in = ByteBuffer.wrap(file);
    }

    /** Returns the value of a whole file. */
    public static JsonValue parse(byte[] file) {
        Ubjson reader = new Ubjson(file);
        try {
            Object value = reader.value(reader.in.get());
            if (reader.in.hasRemaining()) {
                throw damaged("something stands behind its end");
            }
            return new JsonValue("", value);
        } catch (BufferUnderflowException e) {
            throw damaged("it ends too early");
        }
    }

    private static UserError damaged(String message) {
        return UserError.data("it is no whole UBJSON: " + message, "copy the file again");
    }

    private Object value(byte marker) {
        return switch (marker) {
            case '{' -> object();
            case '[' -> array();
            case 'Z' -> Optional.empty();
            case 'T' -> true;
            case 'F' -> false;
            case 'S' -> text();
            case 'C' -> String.valueOf((char) (in.get() & 0x7f));
            default -> number(marker);
        };
    }

    private JsonNumber number(byte type) {
        return switch (type) {
            case 'd' -> {
                float narrow = in.getFloat();
                yield new JsonNumber(narrow, narrow);
            }
            case 'D' -> of(in.getDouble());
            case 'i' -> of(in.get());
            case 'U' -> of(in.get() & 0xff);
            case 'I' -> of(in.getShort());
            case 'l' -> of(in.getInt());
            case 'L' -> of(in.getLong());
            default -> throw damaged("there is no type " + (type & 0xff) + " at byte " + (in.position() - 1));
        };
    }

    private static JsonNumber of(double number) {
        return new JsonNumber(number, (float) number);
    }

    private static int width(byte type) {
        return switch (type) {
            case 'i', 'U' -> 1;
            case 'I' -> 2;
            case 'd', 'l' -> 4;
            case 'D', 'L' -> 8;
            default -> throw damaged("there is no array of type " + (type & 0xff));
        };
    }

    /** Returns a length of items of so many bytes, which must be there. */
    private int length(int width) {
        if (in.get() != 'L') {
            throw damaged("a length is not of type L at byte " + (in.position() - 1));
        }
        long n = in.getLong();
        if (n < 0 || n > in.remaining() / width) {
            throw damaged("a length of " + n + " at byte " + (in.position() - Long.BYTES) + " goes beyond the end");
        }
        return (int) n;
    }

    private String text() {
        byte[] bytes = new byte[length(1)];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw damaged("values nest deeper than " + DEEPEST);
        }
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> map = new LinkedHashMap<>();
        check();
        while (in.get(in.position()) != '}') {
            String name = text();
            if (map.put(name, value(in.get())) != null) {
                throw damaged("the name '" + name + "' stands twice");
            }
            check();
        }
        in.get();
        depth--;
        return map;
    }

    /** A peek beyond the end is no underflow of the buffer. */
    private void check() {
        if (!in.hasRemaining()) {
            throw damaged("it ends too early");
        }
    }

    private Object array() {
        enter();
        check();
        byte marker = in.get(in.position());
        Object array;
        if (marker == '$') {
            in.get();
            array = typed();
        } else if (marker == '#') {
            in.get();
            array = counted();
        } else {
            array = open();
        }
        depth--;
        return array;
    }

    private Numbers typed() {
        byte type = in.get();
        if (in.get() != '#') {
            throw damaged("a typed array has no length at byte " + (in.position() - 1));
        }
        int n = length(width(type));
        Numbers numbers = new Numbers();
        for (int i = 0; i < n; i++) {
            JsonNumber number = number(type);
            numbers.add(number.wide(), number.narrow());
        }
        return numbers;
    }

    private Object counted() {
        int n = length(1);
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(value(in.get()));
        }
        return numbers(list);
    }

    private Object open() {
        List<Object> list = new ArrayList<>();
        while (in.get(in.position()) != ']') {
            list.add(value(in.get()));
            check();
        }
        in.get();
        return numbers(list);
    }

    /** A list of numbers alone is what JSON has for it. */
    private static Object numbers(List<Object> list) {
        if (list.isEmpty() || !list.stream().allMatch(JsonNumber.class::isInstance)) {
            return list;
        }
        Numbers numbers = new Numbers();
        list.forEach(n -> numbers.add(((JsonNumber) n).wide(), ((JsonNumber) n).narrow()));
        return numbers;
    }
}
