package hep.winnow.toys.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.Interval;
import hep.winnow.toys.source.Reads;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    private static final int SIDE = 28;

    private static Digits digits(long events, double noise) {
        return new Digits("d", events, noise, 1, 0.1, 0.08, 0.12, 0.025, new Interval(1.6, 3.2), Reads.NOTHING_SAID);
    }

    private static Digits plain(long events) {
        return new Digits("d", events, 0, 0, 0, 0, 0, 0, new Interval(2, 2.001), Reads.NOTHING_SAID);
    }

    private static EventSource source(Digits digits) {
        return digits.source(new RandomStream(1).stream("toy"));
    }

    private static List<float[]> images(EventSource source) {
        List<String> names =
                IntStream.range(0, SIDE * SIDE).mapToObj(i -> "p" + i).toList();
        return Reads.blocks(source, names, Workers.sequential()).stream()
                .flatMap(block -> IntStream.range(0, block.size()).mapToObj(i -> image(block, i)))
                .toList();
    }

    private static float[] image(EventBlock block, int i) {
        float[] out = new float[SIDE * SIDE];
        for (int p = 0; p < out.length; p++) {
            out[p] = ((Column.Floats) block.columns().get(p)).values()[i];
        }
        return out;
    }

    @Test
    void drawsTheSamePixelsOnEveryMachine() {
        CRC32 crc = new CRC32();
        for (float[] image : images(source(digits(40, 0.05)))) {
            for (float pixel : image) {
                crc.update((int) pixel);
            }
        }

        assertThat(crc.getValue()).isEqualTo(CRC);
    }

    private static final long CRC = 1611962083L;

    @Test
    void takesTurnsAndHoldsWholeNumbersOfBytes() {
        EventSource source = source(digits(25, 0.3));

        assertThat(source.events()).hasValue(25);
        assertThat(source.schema()).hasSize(785);
        double[] label = Reads.numbers(source, "label");
        IntStream.range(0, 25).forEach(i -> assertThat(label[i]).isEqualTo(i % 10));
        for (float[] image : images(source)) {
            for (float pixel : image) {
                assertThat(pixel).isBetween(0f, 255f).isEqualTo((float) Math.rint(pixel));
            }
        }
    }

    @Test
    void makesTheBeginningOfALongerSample() {
        List<float[]> some = images(source(digits(515, 0.05)));
        List<float[]> more = images(source(digits(1030, 0.05)));

        assertThat(some).hasSize(515);
        for (int i = 0; i < some.size(); i++) {
            assertThat(more.get(i)).isEqualTo(some.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void writesEachDigitIntoTheMiddle(int digit) {
        float[] image = images(source(plain(10))).get(digit);
        double ink = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < image.length; i++) {
            int column = i % SIDE;
            int row = i / SIDE;
            boolean isMargin = Math.min(column, SIDE - 1 - column) < 3 || Math.min(row, SIDE - 1 - row) < 2;
            assertThat(isMargin && image[i] > 0).isFalse();
            ink += image[i];
            x += image[i] * (column + 0.5);
            y += image[i] * (row + 0.5);
        }

        assertThat(ink / 255).isBetween(30.0, 130.0);
        assertThat(x / ink).isCloseTo(14, within(2.5));
        assertThat(y / ink).isCloseTo(14, within(4.0));
    }

    @Test
    void tellsDigitsApartByTheirMeanImages() {
        List<float[]> images = images(source(digits(1000, 0.05)));
        double[][] mean = new double[10][SIDE * SIDE];
        for (int i = 0; i < 500; i++) {
            for (int p = 0; p < SIDE * SIDE; p++) {
                mean[i % 10][p] += images.get(i)[p] / 50;
            }
        }
        int right = 0;
        for (int i = 500; i < 1000; i++) {
            right += nearest(mean, images.get(i)) == i % 10 ? 1 : 0;
        }

        assertThat(right / 500.0).isBetween(0.7, 0.98);
    }

    private static int nearest(double[][] mean, float[] image) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < mean.length; d++) {
            double sum = 0;
            for (int p = 0; p < image.length; p++) {
                sum += (image[p] - mean[d][p]) * (image[p] - mean[d][p]);
            }
            if (sum < least) {
                least = sum;
                best = d;
            }
        }
        return best;
    }

    @Test
    void drawsALineOfThePensWidth() {
        Pen pen = new Pen(10, 3);

        pen.draw(Glyph.of("M 2 5 L 8 5").strokes().get(0));

        float[] ink = pen.ink();
        assertThat(IntStream.range(0, 10).mapToDouble(y -> ink[y * 10 + 5]).toArray())
                .containsExactly(new double[] {0, 0, 0, 0.5, 1, 1, 0.5, 0, 0, 0}, within(1e-6));
        assertThat(ink[5 * 10 + 9]).isBetween(0.2f, 0.6f);
    }

    @Test
    void refusesAPenWithoutWidth() {
        assertThatThrownBy(() -> new Digits("d", 1, 0, 0, 0, 0, 0, 0, new Interval(-1, 2), Reads.NOTHING_SAID))
                .hasMessage("pen must be above 0 and at most 28 pixels wide, found -1.0..2.0");
    }
}
