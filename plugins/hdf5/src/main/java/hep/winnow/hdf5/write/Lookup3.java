package hep.winnow.hdf5.write;

/** The checksum of the format's metadata: Bob Jenkins, lookup3.c, {@code hashlittle} with an initial value of 0 (2006, public domain). */
final class Lookup3 {
    private static final int START = 0xdeadbeef;
    private static final int STEP = 12;

    private Lookup3() {}

    /** Returns the checksum of some bytes. */
    static int hash(byte[] key) {
        int a = START + key.length;
        int b = a;
        int c = a;
        int at = 0;
        int rest = key.length;
        while (rest > STEP) {
            a += word(key, at);
            b += word(key, at + 4);
            c += word(key, at + 8);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
            at += STEP;
            rest -= STEP;
        }
        return rest == 0 ? c : last(a + word(key, at), b + word(key, at + 4), c + word(key, at + 8));
    }

    private static int last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        return (c ^ b) - Integer.rotateLeft(b, 24);
    }

    /** Returns four bytes as a number, with zeros for those beyond the end. */
    private static int word(byte[] key, int at) {
        int word = 0;
        for (int i = at; i < Math.min(at + 4, key.length); i++) {
            word |= (key[i] & 0xff) << 8 * (i - at);
        }
        return word;
    }
}
