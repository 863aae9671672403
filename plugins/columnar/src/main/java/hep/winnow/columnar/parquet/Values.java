package hep.winnow.columnar.parquet;

import hep.winnow.api.event.ColumnType;
import hep.winnow.columnar.file.Damage;
import hep.winnow.kernels.FloatMath;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The values of a page, one behind the other: those that are there. One of the three methods fits a column. */
abstract class Values {
    private static final int MAX_TEXTS = 1 << 22;

    /** Returns the next whole number or truth value. */
    long nextWhole() {
        throw unfit();
    }

    /** Returns the next number with a fraction. */
    double nextReal() {
        throw unfit();
    }

    /** Returns the next text. */
    String nextText() {
        throw unfit();
    }

    private static Damage.Found unfit() {
        return new Damage.Found("its values are encoded in a way that does not fit their type");
    }

    /** Values as they are. */
    static Values plain(Leaf leaf, ByteBuffer data) {
        ByteBuffer in = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        return switch (leaf.physical()) {
            case BOOLEAN -> wholes(new Bits(in)::next);
            case INT32 -> wholes(() -> in.getInt());
            case INT64 -> wholes(() -> in.getLong());
            case FLOAT -> reals(() -> in.getFloat());
            case DOUBLE -> reals(() -> in.getDouble());
            case FIXED_LEN_BYTE_ARRAY -> reals(() -> FloatMath.ofHalf(in.getShort()));
            case BYTE_ARRAY -> texts(() -> text(in, in.getInt()));
            case INT96 -> throw new Damage.Found("it holds numbers of 96 bits");
        };
    }

    /** Truth values, one bit each. */
    private static final class Bits {
        private final ByteBuffer in;
        private int at;
        private byte bits;

        Bits(ByteBuffer in) {
            this.in = in;
        }

        long next() {
            if (at % 8 == 0) {
                bits = in.get();
            }
            return bits >> at++ % 8 & 1;
        }
    }

    /** Truth values in runs. */
    static Values runs(ByteBuffer data) {
        ByteBuffer in = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new Damage.Found("runs of " + length + " bytes do not fit into a page");
        }
        Hybrid runs = new Hybrid(in.slice(in.position(), length), 1);
        return wholes(runs::next);
    }

    private static String text(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new Damage.Found("a text of " + length + " bytes does not fit into a page");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Whole numbers by their differences. */
    static Values deltas(ByteBuffer data) {
        return wholes(new Deltas(data.slice())::next);
    }

    /** Texts with their lengths, by differences, before them. */
    static Values lengthsFirst(ByteBuffer data) {
        ByteBuffer in = data.slice();
        int[] lengths = lengths(in);
        return new Values() {
            private int at;

            @Override
            String nextText() {
                return text(in, lengths[at++]);
            }
        };
    }

    /** Texts, each with as many bytes of the one before as both begin with. */
    static Values prefixed(ByteBuffer data) {
        ByteBuffer in = data.slice();
        int[] prefixes = lengths(in);
        int[] lengths = lengths(in);
        return new Values() {
            private int at;
            private byte[] before = new byte[0];

            @Override
            String nextText() {
                int prefix = prefixes[at];
                int length = lengths[at++];
                if (prefix < 0 || prefix > before.length || length < 0 || length > in.remaining()) {
                    throw new Damage.Found("a text does not fit to the one before");
                }
                byte[] bytes = java.util.Arrays.copyOf(before, prefix + length);
                in.get(bytes, prefix, length);
                before = bytes;
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }

    private static int[] lengths(ByteBuffer in) {
        Deltas deltas = new Deltas(in);
        if (deltas.count() > MAX_TEXTS) {
            throw new Damage.Found("a page has " + deltas.count() + " texts");
        }
        int[] lengths = new int[(int) deltas.count()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (int) deltas.next();
        }
        return lengths;
    }

    /** Numbers with all first bytes before all second ones. */
    static Values split(Leaf leaf, ByteBuffer data) {
        int bytes = leaf.physical() == Physical.FIXED_LEN_BYTE_ARRAY
                ? leaf.fixedBytes()
                : leaf.physical().bytes();
        if (bytes == 0 || data.remaining() % bytes != 0) {
            throw new Damage.Found("its bytes cannot be split by " + bytes);
        }
        int n = data.remaining() / bytes;
        ByteBuffer joined = ByteBuffer.allocate(data.remaining());
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < bytes; b++) {
                joined.put(i * bytes + b, data.get(data.position() + b * n + i));
            }
        }
        return plain(leaf, joined);
    }

    /** Numbers of values in a dictionary. */
    static Values indexed(Dictionary dictionary, ByteBuffer data) {
        ByteBuffer in = data.slice();
        Hybrid indices = new Hybrid(in, in.get());
        return new Values() {
            @Override
            long nextWhole() {
                return dictionary.whole(indices.next());
            }

            @Override
            double nextReal() {
                return dictionary.real(indices.next());
            }

            @Override
            String nextText() {
                return dictionary.text(indices.next());
            }
        };
    }

    /** The values that a chunk numbers. */
    static final class Dictionary {
        private final long[] wholes;
        private final double[] reals;
        private final List<String> texts = new ArrayList<>();

        Dictionary(Leaf leaf, ByteBuffer data, int count) {
            // No value but a truth value is shorter than two bytes.
            if (count < 0 || count > data.remaining()) {
                throw new Damage.Found(
                        "a dictionary of " + data.remaining() + " bytes should have " + count + " values");
            }
            Values values = Values.plain(leaf, data);
            boolean isReal = leaf.physical() == Physical.FLOAT
                    || leaf.physical() == Physical.DOUBLE
                    || leaf.physical() == Physical.FIXED_LEN_BYTE_ARRAY;
            boolean isText = leaf.meaning().type() == ColumnType.STRING;
            this.wholes = new long[isReal || isText ? 0 : count];
            this.reals = new double[isReal ? count : 0];
            for (int i = 0; i < count; i++) {
                if (isText) {
                    texts.add(values.nextText());
                } else if (isReal) {
                    reals[i] = values.nextReal();
                } else {
                    wholes[i] = values.nextWhole();
                }
            }
        }

        long whole(int i) {
            return wholes[i];
        }

        double real(int i) {
            return reals[i];
        }

        String text(int i) {
            return texts.get(i);
        }
    }

    @FunctionalInterface
    private interface Wholes {
        long next();
    }

    @FunctionalInterface
    private interface Reals {
        double next();
    }

    @FunctionalInterface
    private interface Texts {
        String next();
    }

    private static Values wholes(Wholes from) {
        return new Values() {
            @Override
            long nextWhole() {
                return from.next();
            }
        };
    }

    private static Values reals(Reals from) {
        return new Values() {
            @Override
            double nextReal() {
                return from.next();
            }
        };
    }

    private static Values texts(Texts from) {
        return new Values() {
            @Override
            String nextText() {
                return from.next();
            }
        };
    }
}
