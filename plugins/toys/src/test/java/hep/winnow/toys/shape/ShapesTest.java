package hep.winnow.toys.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.SourceStep;
import hep.winnow.toys.source.Reads;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    private static final int EVENTS = 9_000;

    static Stream<SourceStep> twoClasses() {
        return Stream.of(
                new Xor("t", EVENTS, 0.2, Reads.NOTHING_SAID),
                new Circles("t", EVENTS, 0.1, 0.5, Reads.NOTHING_SAID),
                new Moons("t", EVENTS, 0.2, Reads.NOTHING_SAID),
                new Spirals("t", EVENTS, 0.02, 1.5, Reads.NOTHING_SAID),
                new Linear("t", EVENTS, 0, 0.1, 0.8, Reads.NOTHING_SAID));
    }

    static Stream<SourceStep> all() {
        return Stream.concat(
                twoClasses(),
                Stream.of(
                        new Blobs("t", EVENTS, 0.3, 3, Reads.NOTHING_SAID),
                        new Sine2d("t", EVENTS, 0.05, Reads.NOTHING_SAID)));
    }

    private static EventSource source(SourceStep step) {
        return step.source(new RandomStream(1).stream("toy"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsTheSameTwice(SourceStep step) {
        assertThat(Reads.text(source(step))).isEqualTo(Reads.text(source(step)));
    }

    @ParameterizedTest
    @MethodSource("twoClasses")
    void holdsAsMuchSignalAsBackground(SourceStep step) {
        assertThat(step.defaults().signal()).isEqualTo("label == 1");
        assertThat(Arrays.stream(Reads.numbers(source(step), "label")).sum()).isEqualTo(EVENTS / 2.0);
    }

    @Test
    void makesTheTruthTableOfXorWithoutNoise() {
        EventSource source = source(new Xor("t", 4, 0, Reads.NOTHING_SAID));

        assertThat(Reads.numbers(source, "x")).containsExactly(0, 0, 1, 1);
        assertThat(Reads.numbers(source, "y")).containsExactly(0, 1, 0, 1);
        assertThat(Reads.numbers(source, "label")).containsExactly(0, 1, 1, 0);
    }

    @Test
    void smearsByTheNoiseThatIsAskedFor() {
        double[] x = Reads.numbers(source(new Xor("t", 40_000, 0.2, Reads.NOTHING_SAID)), "x");
        double sum = 0;
        for (int i = 0; i < x.length; i += 4) {
            sum += x[i] * x[i];
        }

        assertThat(Math.sqrt(sum / 10_000)).isCloseTo(0.2, within(0.006)); // 4 sigma of 0.2/sqrt(2 n)
    }

    @Test
    void putsSignalOnTheInnerCircle() {
        EventSource source = source(new Circles("t", 100, 0, 0.4, Reads.NOTHING_SAID));
        double[] label = Reads.numbers(source, "label");
        double[] r = radius(source);

        for (int i = 0; i < 100; i++) {
            assertThat(r[i]).isCloseTo(label[i] == 1 ? 0.4 : 1, within(1e-12));
        }
    }

    @Test
    void putsMoonsOnHalfCircles() {
        EventSource source = source(new Moons("t", 100, 0, Reads.NOTHING_SAID));
        double[] x = Reads.numbers(source, "x");
        double[] y = Reads.numbers(source, "y");
        double[] label = Reads.numbers(source, "label");

        for (int i = 0; i < 100; i++) {
            boolean isSignal = label[i] == 1;
            assertThat(Math.hypot(x[i] - (isSignal ? 1 : 0), y[i] - (isSignal ? 0.5 : 0)))
                    .isCloseTo(1, within(1e-12));
            assertThat(isSignal ? 0.5 - y[i] : y[i]).isNotNegative();
        }
    }

    @Test
    void windsSpiralsAroundEachOther() {
        EventSource source = source(new Spirals("t", 100, 0, 1.5, Reads.NOTHING_SAID));
        double[] x = Reads.numbers(source, "x");
        double[] y = Reads.numbers(source, "y");
        double[] label = Reads.numbers(source, "label");
        double[] r = radius(source);

        for (int i = 0; i < 100; i++) {
            double angle = 3 * Math.PI * r[i] + Math.PI * label[i];
            assertThat(x[i]).isCloseTo(r[i] * StrictMath.cos(angle), within(1e-9));
            assertThat(y[i]).isCloseTo(r[i] * StrictMath.sin(angle), within(1e-9));
        }
    }

    @Test
    void partsLinearClassesByTheMarginInTheDirectionOfTheAngle() {
        EventSource source = source(new Linear("t", 2_000, 0, 0.2, Math.PI / 6, Reads.NOTHING_SAID));
        double[] x = Reads.numbers(source, "x");
        double[] y = Reads.numbers(source, "y");
        double[] label = Reads.numbers(source, "label");

        for (int i = 0; i < x.length; i++) {
            double distance = x[i] * StrictMath.cos(Math.PI / 6) + y[i] * StrictMath.sin(Math.PI / 6);
            assertThat(label[i] == 1 ? distance : -distance).isBetween(0.2, 1.0);
        }
    }

    @Test
    void centresBlobsOnAPolygon() {
        Blobs blobs = new Blobs("t", 5, 0, 5, Reads.NOTHING_SAID);
        EventSource source = source(blobs);

        assertThat(blobs.defaults().classColumn()).isEqualTo("label");
        assertThat(Reads.numbers(source, "label")).containsExactly(0, 1, 2, 3, 4);
        assertThat(Reads.numbers(source, "x")[1]).isCloseTo(0.30901699, within(1e-8)); // cos 72 degrees
    }

    @Test
    void addsTheNoiseOfSine2dToTheTarget() {
        EventSource source = source(new Sine2d("t", 40_000, 0.1, Reads.NOTHING_SAID));
        double[] x = Reads.numbers(source, "x");
        double[] y = Reads.numbers(source, "y");
        double[] z = Reads.numbers(source, "z");
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double rest = z[i] - Math.sin(Math.PI * x[i]) * Math.cos(Math.PI * y[i]);
            sum += rest * rest;
        }

        assertThat(Math.sqrt(sum / x.length)).isCloseTo(0.1, within(0.0015)); // 4 sigma
    }

    private static double[] radius(EventSource source) {
        double[] x = Reads.numbers(source, "x");
        double[] y = Reads.numbers(source, "y");
        double[] r = new double[x.length];
        for (int i = 0; i < r.length; i++) {
            r[i] = Math.hypot(x[i], y[i]);
        }
        return r;
    }
}
