package hep.winnow.images.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.InputFile;
import hep.winnow.images.Reads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadIdxTest {
    private static final int UBYTE = 8;

    @TempDir
    Path folder;

    @Test
    void makesAColumnOfEachPixelRowByRow() {
        Path file = write("a", idx(UBYTE, new int[] {2, 2, 3}, 0, 1, 2, 3, 4, 255, 10, 11, 12, 13, 14, 15));

        EventSource source = open(List.of(file));

        assertThat(Reads.names(source)).containsExactly("p0", "p1", "p2", "p3", "p4", "p5");
        assertThat(source.schema()).allMatch(c -> c.type() == ColumnType.FLOAT);
        assertThat(source.events()).hasValue(2);
        assertThat(Reads.pixels(source, 0)).containsExactly(0., 1., 2., 3., 4., 255.);
        assertThat(Reads.pixels(source, 1)).containsExactly(10., 11., 12., 13., 14., 15.);
    }

    @Test
    void handsOutTheColumnsThatAreAskedForInTheirOrder() {
        Path file = write("a", idx(UBYTE, new int[] {1, 2, 2}, 1, 2, 3, 4));
        Path labels = write("l", idx(UBYTE, new int[] {1}, 9));

        var block = Reads.blocks(open(List.of(file), "l"), List.of("p3", "label", "p0"))
                .get(0);

        assertThat(block.columns()).extracting(c -> c.number(0)).containsExactly(4., 9., 1.);
        assertThat(open(List.of(file), "l").files()).containsExactly(file, labels);
        assertThat(Reads.blocks(open(List.of(file)), List.of()).get(0).size()).isEqualTo(1);
    }

    @Test
    void joinsFilesWithTheirLabels() {
        Path a = write("a", idx(UBYTE, new int[] {2, 1}, 1, 2));
        Path b = write("b", gzip(idx(UBYTE, new int[] {1, 1}, 3)));
        write("la", idx(UBYTE, new int[] {2}, 7, 8));
        write("lb", idx(UBYTE, new int[] {1}, 9));

        EventSource source = open(List.of(a, b), "la", "lb");

        assertThat(Reads.numbers(source, "p0")).containsExactly(1., 2., 3.);
        assertThat(Reads.numbers(source, "label")).containsExactly(7., 8., 9.);
        assertThat(source.schema().get(1).type()).isEqualTo(ColumnType.INT);
    }

    @Test
    void cutsManyImagesIntoBlocks() {
        int n = 2 * IdxReader.BLOCK + 1;
        int[] values = IntStream.range(0, n).map(i -> i % 251).toArray();
        Path file = write("a", gzip(idx(UBYTE, new int[] {n, 1, 1}, values)));

        assertThat(Reads.numbers(open(List.of(file)), "p0"))
                .containsExactlyElementsOf(
                        Arrays.stream(values).mapToObj(v -> (double) v).toList());
    }

    @Test
    void readsFilesWithoutItems() {
        Path none = write("none", idx(UBYTE, new int[] {0, 2}));
        Path one = write("one", idx(UBYTE, new int[] {1, 2}, 5, 6));

        assertThat(Reads.numbers(open(List.of(none, one)), "p1")).containsExactly(6.);
        assertThat(Reads.numbers(open(List.of(none)), "p1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8,  255,         255,         FLOAT",
        "9,  255,         -1,          FLOAT",
        "11, -300,        -300,        FLOAT",
        "12, -2000000001, -2000000001, DOUBLE",
        "13, -1.5,        -1.5,        FLOAT",
        "14, 0.1,         0.1,         DOUBLE"
    })
    void readsEachTypeWithoutLoss(int type, double written, double read, ColumnType column) {
        byte[] head = {0, 0, (byte) type, 1, 0, 0, 0, 1};
        ByteBuffer value = ByteBuffer.allocate(8);
        switch (type) {
            case 8, 9 -> value.put((byte) (int) written);
            case 11 -> value.putShort((short) written);
            case 12 -> value.putInt((int) written);
            case 13 -> value.putFloat((float) written);
            default -> value.putDouble(written);
        }
        byte[] all = Arrays.copyOf(head, head.length + value.position());
        System.arraycopy(value.array(), 0, all, head.length, value.position());

        EventSource source = open(List.of(write("v", all)));

        assertThat(source.schema().get(0).type()).isEqualTo(column);
        assertThat(Reads.numbers(source, "p0")).containsExactly(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01 00 08 01 00000000          | has no header of an IDX file: at byte 0 found 1, expected 0",
                "00 07 08 01 00000000          | has no header of an IDX file: at byte 1 found 7, expected 0",
                "00 00 0A 01 00000000          | at byte 2 found the type 10, expected 8 (unsigned byte)",
                "00 00 08 00                   | at byte 3 found 0 dimensions, expected 1 to 4",
                "00 00 08 09 00000000          | at byte 3 found 9 dimensions, expected 1 to 4",
                "00 00 08 02 00000001 00000000 | at byte 8 dimension 2 is 0",
                "00 00 08 02 FFFFFFFF 00000001 | at byte 4 dimension 1 is -1",
                "00 00                         | ends at byte 2, in the header: 2 bytes or more are missing",
                "00 00 08 03 00000001          | ends at byte 8, in the header: 8 bytes or more are missing",
                "00 00 08 04 00000006 10101010 50505050 508A5050 | holds items of 269488144x1347440720x1351241808, which are more",
                "00 00 08 03 00000001 7FFFFFFF 7FFFFFFF | holds items of 2147483647x2147483647, which are more than",
                "00 00 08 02 00000002 00000002 010203   | has 15 bytes, but 16 by its header (2 times 2)",
                "00 00 08 02 00000001 00000002 010203   | has 15 bytes, but 14 by its header (1 times 2)"
            })
    void refusesDamagedFilesWithTheByte(String hex, String message) {
        Path file = write("a", java.util.HexFormat.of().parseHex(hex.replace(" ", "")));

        assertThatThrownBy(() -> open(List.of(file)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void tellsWhereACompressedFileEndsOrGoesOn() {
        byte[] whole = idx(UBYTE, new int[] {3, 2}, 1, 2, 3, 4, 5, 6);
        Path brief = write("short", gzip(Arrays.copyOf(whole, whole.length - 1)));
        Path more = write("long", gzip(Arrays.copyOf(whole, whole.length + 1)));
        byte[] torn = gzip(idx(UBYTE, new int[] {3, 20000}, new int[60000]));
        Path cut = write("cut", Arrays.copyOf(torn, torn.length - 30));

        assertThatThrownBy(() -> Reads.numbers(open(List.of(brief)), "p0"))
                .hasMessage(brief + " ends at byte 17, in image 3 of 3: 1 bytes or more are missing");
        assertThatThrownBy(() -> Reads.numbers(open(List.of(more)), "p0"))
                .hasMessage(more + " goes on behind byte 18, where it ends by its header");
        assertThatThrownBy(() -> Reads.numbers(open(List.of(cut)), "p0"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(cut + " is damaged behind byte");
    }

    @Test
    void skipsWhatIsBehindADamageIfAsked() {
        int[] values = new int[3000];
        for (int i = 0; i < 3000; i++) {
            values[i] = i % 251;
        }
        byte[] whole = idx(UBYTE, new int[] {3000, 1}, values);
        Path cut = write("cut", Arrays.copyOf(whole, whole.length - 1500));
        Path torn = write("torn", Arrays.copyOf(gzip(whole), gzip(whole).length / 2));
        Path good = write("good", idx(UBYTE, new int[] {2, 1}, 7, 8));
        write("lc", idx(UBYTE, new int[] {3000}, values));
        write("lg", idx(UBYTE, new int[] {2}, 7, 8));
        write("short", Arrays.copyOf(idx(UBYTE, new int[] {3000}, values), 8 + 100));

        assertRead(List.of(cut, good), List.of(), 1500 + 2, 1500);
        assertRead(List.of(cut, good), List.of("lc", "lg"), 1500 + 2, 1500);
        assertRead(List.of(cut, good), List.of("short", "lg"), 100 + 2, 2900);
        List<String> bad = new ArrayList<>();
        int kept = Reads.blocks(openGood(List.of(torn), List.of()), List.of("p0"), bad).stream()
                .mapToInt(EventBlock::size)
                .sum();
        assertThat(kept + bad.size()).isEqualTo(3000);
        assertThat(bad).isNotEmpty();
    }

    private void assertRead(List<Path> files, List<String> labels, int good, int damaged) {
        List<String> bad = new ArrayList<>();
        List<EventBlock> blocks =
                Reads.blocks(openGood(files, labels), labels.isEmpty() ? List.of("p0") : List.of("p0", "label"), bad);

        assertThat(blocks.stream().mapToInt(EventBlock::size).sum()).isEqualTo(good);
        assertThat(bad).hasSize(damaged);
        assertThat(bad.get(0)).contains(":" + (3000 - damaged + 1) + ": ", " ends at byte ");
        EventBlock last = blocks.get(blocks.size() - 1);
        assertThat(last.columns()).allSatisfy(c -> assertThat(c.number(1)).isEqualTo(8));
    }

    private EventSource openGood(List<Path> files, List<String> labels) {
        return new ReadIdx(
                        "d",
                        List.of(),
                        Reads.NOTHING,
                        labels.stream().map(l -> new InputFile(l, folder)).toList(),
                        Reads.GOOD)
                .open(files);
    }

    @Test
    void refusesLabelsThatDoNotFit() {
        Path images = write("a", idx(UBYTE, new int[] {2, 1}, 1, 2));
        write("three", idx(UBYTE, new int[] {3}, 1, 2, 3));
        write("flat", idx(UBYTE, new int[] {2, 1}, 1, 2));

        assertThatThrownBy(() -> open(List.of(images), "three"))
                .hasMessageContaining("three has 3 labels, but " + images + " has 2 images");
        assertThatThrownBy(() -> open(List.of(images), "flat")).hasMessageContaining("which are no labels");
        assertThatThrownBy(() -> open(List.of(images), "flat", "flat"))
                .hasMessageContaining("labels= names 2 files, but there are 1 files of images");
    }

    @Test
    void refusesFilesOfDifferentShapeOrType() {
        Path a = write("a", idx(UBYTE, new int[] {1, 1, 4}, 1, 2, 3, 4));
        Path b = write("b", idx(UBYTE, new int[] {1, 2, 2}, 1, 2, 3, 4));
        Path c = write("c", idx(9, new int[] {1, 1, 4}, 1, 2, 3, 4));

        assertThatThrownBy(() -> open(List.of(a, b)))
                .hasMessage(b + " holds 2x2 of type ubyte, but " + a + " holds 1x4 of type ubyte");
        assertThatThrownBy(() -> open(List.of(a, c))).hasMessageContaining("1x4 of type byte");
    }

    @Test
    void isRecognisedByItsBytes() {
        IdxFormat format = new IdxFormat();

        assertThat(format.recognises(new FirstBytes(folder, idx(UBYTE, new int[] {1}, 1))))
                .isTrue();
        assertThat(format.recognises(new FirstBytes(folder, new byte[] {0, 0, 7, 1, 0, 0, 0, 1})))
                .isFalse();
        assertThat(format.recognises(new FirstBytes(folder, new byte[] {0, 0, 8})))
                .isFalse();
        assertThat(format.recognises(
                        new FirstBytes(folder, "a,b\n1,2\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    @Tag("shared")
    void readsMnist() {
        Path mnist = Path.of("../../../shared/data/mnist");
        Assumptions.assumeTrue(Files.isDirectory(mnist), "no MNIST in " + mnist.toAbsolutePath());
        InputFile labels = new InputFile("t10k-labels-idx1-ubyte.gz", mnist);
        EventSource source = new ReadIdx("s", List.of(), Reads.NOTHING, List.of(labels), Reads.ALL)
                .open(List.of(mnist.resolve("t10k-images-idx3-ubyte.gz")));

        assertThat(source.schema()).hasSize(785);
        assertThat(source.events()).hasValue(10000);
        List<Double> digits = Reads.numbers(source, "label");
        assertThat(digits.subList(0, 5)).containsExactly(7., 2., 1., 0., 4.);
        assertThat(digits.stream().filter(d -> d == 1).count()).isEqualTo(1135);
        double sum = Reads.pixels(source, 0).stream().mapToDouble(v -> v).sum();
        assertThat(sum).isEqualTo(18454);
    }

    private EventSource open(List<Path> files, String... labels) {
        return new ReadIdx(
                        "s",
                        List.of(),
                        Reads.NOTHING,
                        Arrays.stream(labels).map(l -> new InputFile(l, folder)).toList(),
                        Reads.ALL)
                .open(files);
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] idx(int type, int[] dimensions, int... values) {
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * dimensions.length + values.length);
        out.put((byte) 0).put((byte) 0).put((byte) type).put((byte) dimensions.length);
        Arrays.stream(dimensions).forEach(out::putInt);
        Arrays.stream(values).forEach(v -> out.put((byte) v));
        return out.array();
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new java.io.ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
