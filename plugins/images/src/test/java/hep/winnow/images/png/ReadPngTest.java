package hep.winnow.images.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.images.Reads;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadPngTest {
    private static final PngOptions AS_IT_IS = new PngOptions(List.of(), Optional.empty(), false);

    @TempDir
    Path folder;

    @Test
    void readsGreyAsItStandsInTheFile() {
        Path file = grey("7/a.png", new int[][] {{0, 1, 64}, {128, 200, 255}});

        EventSource source = open(List.of(file), AS_IT_IS);

        assertThat(Reads.names(source)).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "label", "file");
        assertThat(Reads.pixels(source, 0)).containsExactly(0., 1., 64., 128., 200., 255.);
        assertThat(Reads.numbers(source, "label")).containsExactly(7.);
    }

    @Test
    void keepsTheChannelsOfAPixelTogether() {
        Path file = write("a.png", BufferedImage.TYPE_INT_RGB, new int[][] {{0x010203, 0xff8000}});

        assertThat(Reads.pixels(open(List.of(file), AS_IT_IS), 0)).containsExactly(1., 2., 3., 255., 128., 0.);
    }

    @Test
    void readsOtherDepthsOnTheSameScale() {
        Path bits = write("bits.png", BufferedImage.TYPE_BYTE_BINARY, new int[][] {{0xffffff, 0, 0xffffff}});
        Path palette = write("palette.png", BufferedImage.TYPE_BYTE_INDEXED, new int[][] {{0xff0000, 0x00ff00}});
        BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSample(0, 0, 0, 65535);
        deep.getRaster().setSample(1, 0, 0, 257 * 100);
        Path words = save("words.png", deep);

        assertThat(Reads.pixels(open(List.of(bits), AS_IT_IS), 0)).containsExactly(255., 0., 255.);
        assertThat(Reads.pixels(open(List.of(palette), AS_IT_IS), 0)).containsExactly(255., 0., 0., 0., 255., 0.);
        assertThat(Reads.pixels(open(List.of(words), AS_IT_IS), 0)).containsExactly(255., 100.);
    }

    @Test
    void skipsImagesThatCannotBeReadIfAsked() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            files.add(grey("n/" + i + ".png", new int[][] {{i, 9}}));
        }
        Files.writeString(files.get(0), "no image");
        Files.write(files.get(3), Arrays.copyOf(Files.readAllBytes(files.get(3)), 40));
        grey("n/4.png", new int[][] {{1}});

        for (String column : List.of("p0", "file")) {
            List<String> bad = new ArrayList<>();
            EventSource source = PngSource.of(files, AS_IT_IS, true);
            List<EventBlock> blocks = Reads.blocks(source, List.of(column), bad);

            assertThat(blocks)
                    .singleElement()
                    .satisfies(b -> assertThat(b.size()).isEqualTo(3));
            assertThat(bad).hasSize(3);
            assertThat(bad.get(2)).contains("4.png", "of 1x1 pixels");
        }
        assertThatThrownBy(() -> Reads.numbers(open(files.subList(1, 6), AS_IT_IS), "p0"))
                .isInstanceOf(UserError.class);
    }

    @Test
    void findsTheImagesOfAFolderSortedByPath() throws IOException {
        grey("all/b/2.png", new int[][] {{3}});
        grey("all/a/10.png", new int[][] {{1}});
        grey("all/a/9.PNG", new int[][] {{2}});
        grey("all/.hidden/1.png", new int[][] {{9}});
        grey("all/a/.1.png", new int[][] {{9}});
        Files.writeString(folder.resolve("all/README"), "no image");

        EventSource source = open(List.of(folder.resolve("all")), AS_IT_IS);

        assertThat(Reads.numbers(source, "p0")).containsExactly(1., 2., 3.);
        assertThat(strings(source, "label")).containsExactly("a", "a", "b");
        assertThat(strings(source, "file").get(2)).endsWith("2.png");
        assertThat(source.events()).hasValue(3);
    }

    @Test
    void takesFoldersThatAreNumbersForNumbers() {
        Path a = grey("10/a.png", new int[][] {{1}});
        Path b = grey("2/a.png", new int[][] {{1}});
        Path c = grey("07/a.png", new int[][] {{1}});

        assertThat(Reads.numbers(open(List.of(a, b), AS_IT_IS), "label")).containsExactly(10., 2.);
        assertThat(strings(open(List.of(a, b, c), AS_IT_IS), "label")).containsExactly("10", "2", "07");
    }

    @Test
    void scalesByMeansOverAreas() {
        Path file = grey("a.png", new int[][] {{0, 100, 200, 40}, {0, 100, 200, 40}});
        PngOptions half = new PngOptions(List.of(1, 2), Optional.empty(), false);
        PngOptions odd = new PngOptions(List.of(2, 3), Optional.empty(), false);
        PngOptions larger = new PngOptions(List.of(4, 8), Optional.empty(), false);

        assertThat(Reads.pixels(open(List.of(file), half), 0)).containsExactly(50., 120.);
        assertThat(Reads.pixels(open(List.of(file), odd), 0).subList(0, 3))
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(25, org.assertj.core.data.Offset.offset(1e-4)),
                        x -> assertThat(x).isCloseTo(150, org.assertj.core.data.Offset.offset(1e-4)),
                        x -> assertThat(x).isCloseTo(80, org.assertj.core.data.Offset.offset(1e-4)));
        assertThat(Reads.pixels(open(List.of(file), larger), 0).subList(8, 16))
                .containsExactly(0., 0., 100., 100., 200., 200., 40., 40.);
    }

    @Test
    void turnsColoursIntoGreyAndBlackIntoWhite() {
        Path file = write("a.png", BufferedImage.TYPE_INT_RGB, new int[][] {{0xff0000, 0xffffff}});
        PngOptions options = new PngOptions(List.of(), Optional.of(Channels.GREY), true);

        assertThat(Reads.pixels(open(List.of(file), options), 0))
                .satisfiesExactly(
                        x -> assertThat(x).isCloseTo(255 * (1 - 0.299), org.assertj.core.data.Offset.offset(1e-4)),
                        x -> assertThat(x).isZero());
    }

    @Test
    void namesTheFileThatDiffers() {
        Path a = grey("a.png", new int[][] {{1, 2}});
        Path b = grey("b.png", new int[][] {{1}});
        Path c = write("c.png", BufferedImage.TYPE_INT_RGB, new int[][] {{1, 2}});

        assertThatThrownBy(() -> Reads.numbers(open(List.of(a, b), AS_IT_IS), "p0"))
                .isInstanceOf(UserError.class)
                .hasMessage(b + " is of 1x1 pixels, grey, but " + a + " is of 1x2 pixels, grey");
        assertThatThrownBy(() -> Reads.numbers(open(List.of(a, c), AS_IT_IS), "p0"))
                .hasMessage(c + " is of 1x2 pixels, rgb, but " + a + " is of 1x2 pixels, grey");
    }

    @Test
    void refusesWhatItCannotTake() throws IOException {
        Path torn = grey("torn.png", new int[20][20]);
        Files.write(torn, java.util.Arrays.copyOf(Files.readAllBytes(torn), 40));
        Path text = Files.writeString(folder.resolve("text.png"), "a,b\n1,2\n");
        Path clear = write("clear.png", BufferedImage.TYPE_INT_ARGB, new int[][] {{0xff000000, 0x80000000}});
        Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> open(List.of(torn), AS_IT_IS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(torn + " cannot be read");
        assertThatThrownBy(() -> open(List.of(text), AS_IT_IS)).hasMessageContaining(text + " is no PNG image");
        assertThatThrownBy(() -> open(List.of(clear), AS_IT_IS))
                .hasMessage(clear + " has transparent pixels, the first in row 0, column 1");
        assertThatThrownBy(() -> open(List.of(folder.resolve("empty")), AS_IT_IS))
                .hasMessageContaining("there is no *.png in the folder");
    }

    @Test
    void takesOpaqueColoursWithAlpha() {
        Path file = write("a.png", BufferedImage.TYPE_INT_ARGB, new int[][] {{0xff010203}});

        assertThat(Reads.pixels(open(List.of(file), AS_IT_IS), 0)).containsExactly(1., 2., 3.);
    }

    @Test
    void isRecognisedByItsBytes() throws IOException {
        Path file = grey("a.csv", new int[][] {{1}});

        assertThat(new PngFormat().recognises(new FirstBytes(file, Files.readAllBytes(file))))
                .isTrue();
        assertThat(new PngFormat().recognises(new FirstBytes(file, new byte[] {(byte) 0x89, 'P', 'N'})))
                .isFalse();
    }

    private static EventSource open(List<Path> files, PngOptions options) {
        return new ReadPng(
                        "s", List.of(), Reads.NOTHING, options.size(), options.channels(), options.invert(), Reads.ALL)
                .open(files);
    }

    private static List<String> strings(EventSource source, String column) {
        return List.of(((Column.Strings)
                        Reads.blocks(source, List.of(column)).get(0).columns().get(0))
                .values());
    }

    private Path grey(String name, int[][] rows) {
        BufferedImage image = new BufferedImage(rows[0].length, rows.length, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                image.getRaster().setSample(x, y, 0, rows[y][x]);
            }
        }
        return save(name, image);
    }

    private Path write(String name, int type, int[][] rows) {
        BufferedImage image = new BufferedImage(rows[0].length, rows.length, type);
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                image.setRGB(x, y, type == BufferedImage.TYPE_INT_ARGB ? rows[y][x] : 0xff000000 | rows[y][x]);
            }
        }
        return save(name, image);
    }

    private Path save(String name, BufferedImage image) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }
}
