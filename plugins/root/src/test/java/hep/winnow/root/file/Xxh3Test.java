package hep.winnow.root.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against what libxxhash 0.8.1 gives, {@code XXH3_64bits}. */
class Xxh3Test {
    private static final int ODD = 3;

    /** Returns bytes of which the {@code i}-th one, from {@code ODD} on, is {@code 7 i^2 + 13 i + 5}. */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length + ODD];
        for (int i = 0; i < length; i++) {
            bytes[i + ODD] = (byte) (7 * i * i + 13 * i + 5);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2d06800538d394c2",
        "1, 929e358d27ae3ee2",
        "2, 7453273f744ec252",
        "3, edbd89085055020f",
        "4, b88a3316c9cbada6",
        "7, 77fea4ce0a6e9ec7",
        "8, ca529b018625de44",
        "9, 70dc22712a6ee9fc",
        "15, 9db738c356488828",
        "16, 9886796291da8a97",
        "17, f13e1a9528336483",
        "32, 2f7ddf70286c3c84",
        "33, 266de476c09d9677",
        "64, 2cd706754e9ebc4a",
        "65, 49399ef428124cb1",
        "96, 9da7b83d15498fd4",
        "97, 0676eff840cd2227",
        "128, 160d5cc14718584d",
        "129, f59fdf21df5914aa",
        "143, 22b3312689473d88",
        "144, 5d5508a1e91ee3b5",
        "239, f277d1944736562b",
        "240, e043677d5ae49e40",
        "241, 7d187ab642ec16ed",
        "256, aec8f01ddd1080b0",
        "512, 5f9857635af1a094",
        "1023, 4f0f5fb5d52af501",
        "1024, 5e1054d10959bf1e",
        "1025, 97ff34d6cec3109a",
        "1088, 61e648232896da5d",
        "2048, 905a119f0a6ec8ac",
        "2049, 3c55edc8cc56a4fe",
        "4999, 91f3291d0e66b11a",
        "5000, 900d89a13aadcc07"
    })
    void agreesWithTheLibraryOfTheInventor(int length, String expected) {
        assertThat(HexFormat.of().toHexDigits(Xxh3.of(bytes(length), ODD, length)))
                .isEqualTo(expected);
    }
}
