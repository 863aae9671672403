package hep.winnow.onnx.proto;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message of protocol buffers that was read. Contents are looked at where they lie: nothing is copied. What is damaged is an {@link IllegalArgumentException}. */
final class ProtoReader {
    private final List<Field> fields = new ArrayList<>();

    /**
     * A field.
     *
     * @param number of it
     * @param wire 0 for a number, 1 and 5 for 8 and 4 bytes, 2 for a run of bytes
     * @param value the number, or the bits
     * @param bytes the run; empty for others
     */
    record Field(int number, int wire, long value, ByteBuffer bytes) {
        String text() {
            try {
                CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(run());
                return text.toString();
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("a text is not in UTF-8", e);
            }
        }

        ProtoReader message() {
            return new ProtoReader(run());
        }

        ByteBuffer run() {
            if (wire != 2) {
                throw new IllegalArgumentException("field " + number + " is a number, expected bytes");
            }
            return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        long whole() {
            if (wire != 0) {
                throw new IllegalArgumentException("field " + number + " is no whole number");
            }
            return value;
        }

        float real() {
            if (wire != 5) {
                throw new IllegalArgumentException("field " + number + " is no float");
            }
            return Float.intBitsToFloat((int) value);
        }
    }

    ProtoReader(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            fields.add(field(in));
        }
    }

    private static Field field(ByteBuffer in) {
        long tag = varint(in);
        int number = (int) (tag >>> 3);
        int wire = (int) (tag & 7);
        if (number < 1 || tag >>> 3 != number) {
            throw new IllegalArgumentException("there is no field " + (tag >>> 3));
        }
        return switch (wire) {
            case 0 -> new Field(number, 0, varint(in), ByteBuffer.allocate(0));
            case 1 -> new Field(number, 1, need(in, 8).getLong(), ByteBuffer.allocate(0));
            case 5 -> new Field(number, 5, need(in, 4).getInt(), ByteBuffer.allocate(0));
            case 2 -> {
                long length = varint(in);
                if (length < 0 || length > in.remaining()) {
                    throw new IllegalArgumentException(
                            "field " + number + " claims " + length + " bytes, there are " + in.remaining() + " left");
                }
                ByteBuffer run = in.slice(in.position(), (int) length);
                in.position(in.position() + (int) length);
                yield new Field(number, 2, 0, run);
            }
            default -> throw new IllegalArgumentException("field " + number + " is of an unknown kind " + wire);
        };
    }

    private static ByteBuffer need(ByteBuffer in, int bytes) {
        if (in.remaining() < bytes) {
            throw new IllegalArgumentException("it is cut off");
        }
        return in;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = need(in, 1).get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than ten bytes");
    }

    List<Field> all(int number) {
        return fields.stream().filter(f -> f.number() == number).toList();
    }

    /** Returns the last one of that number, which counts. */
    Optional<Field> last(int number) {
        List<Field> found = all(number);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    String text(int number) {
        return last(number).map(Field::text).orElse("");
    }

    long whole(int number, long otherwise) {
        return last(number).map(Field::whole).orElse(otherwise);
    }

    /** Returns whole numbers, one by one or packed. */
    List<Long> wholes(int number) {
        List<Long> out = new ArrayList<>();
        for (Field field : all(number)) {
            if (field.wire() == 2) {
                ByteBuffer in = field.run();
                while (in.hasRemaining()) {
                    out.add(varint(in));
                }
            } else {
                out.add(field.whole());
            }
        }
        return out;
    }
}
