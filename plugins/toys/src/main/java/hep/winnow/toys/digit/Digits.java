package hep.winnow.toys.digit;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Interval;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleDefaults;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import hep.winnow.toys.source.ToySource;
import java.util.ArrayList;
import java.util.List;

/** Written digits, 28 by 28 pixels. */
@Verb(
        value = "toy",
        kind = "digits",
        doc =
                "Images of written digits, 28 x 28 pixels, white on black, as in MNIST. Columns p0 to p783 hold the pixels row by row, whole numbers from 0 to 255; label runs from 0 to 9, and is the class unless signal= or role= says otherwise. Each digit has two or three styles; the widths below are those of Gaussians, cut off at two of them.",
        examples = "toy digits = digits events=5000 noise=0.1")
public record Digits(
        @Named(doc = "name of the sample") String name,

        @Option(doc = "number of images; digits take turns", value = "1000", min = 1)
        long events,

        @Option(doc = "width of the noise of each pixel, relative to white", value = "0.05", min = 0, max = 1)
        double noise,

        @Option(doc = "width of the shift in x and in y, in pixels", value = "1", min = 0, max = 10)
        double shift,

        @Option(doc = "width of the rotation", value = "0.1", unit = "rad", min = 0, max = 3.15)
        double rotation,

        @Option(doc = "width of the scale of height and of width, relative", value = "0.08", min = 0, max = 0.4)
        double scale,

        @Option(
                doc = "width of the slant: how far upright lines lean, relative to their height",
                value = "0.12",
                min = 0,
                max = 1)
        double slant,

        @Option(
                doc = "width of the tremble of strokes, relative to the digit's size",
                value = "0.025",
                min = 0,
                max = 0.2)
        double wobble,

        @Option(doc = "widths of the pen, in pixels, each as likely", value = "1.6..3.2")
        Interval pen,

        @Inline SampleOptions sample)
        implements SourceStep {
    /** Images of a block; part of what a seed means, so it never changes. */
    private static final int BLOCK = 512;

    private static final int PIXELS = Hand.SIDE * Hand.SIDE;
    private static final int DIGITS = 10;

    public Digits {
        if (!(pen.low() > 0 && pen.high() <= Hand.SIDE)) {
            throw new IllegalArgumentException("pen must be above 0 and at most " + Hand.SIDE + " pixels wide, found "
                    + pen.low() + ".." + pen.high());
        }
    }

    @Override
    public SampleDefaults defaults() {
        return new SampleDefaults("", "", "label");
    }

    @Override
    public EventSource source(RandomStream random) {
        Hand hand = new Hand(shift, rotation, scale, slant, wobble, pen, noise);
        List<ColumnInfo> schema = new ArrayList<>();
        for (int i = 0; i < PIXELS; i++) {
            schema.add(ColumnInfo.of("p" + i, ColumnType.FLOAT));
        }
        schema.add(ColumnInfo.of("label", ColumnType.INT));
        return new ToySource(schema, events, random, BLOCK, (stream, first, n) -> block(hand, stream, first, n));
    }

    private static List<Column> block(Hand hand, RandomStream random, long first, int n) {
        float[][] pixels = new float[PIXELS][n];
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            label[i] = (int) ((first + i) % DIGITS);
            float[] image = hand.write(label[i], random);
            for (int p = 0; p < PIXELS; p++) {
                pixels[p][i] = image[p];
            }
        }
        List<Column> columns = new ArrayList<>();
        for (float[] pixel : pixels) {
            columns.add(new Column.Floats(pixel));
        }
        columns.add(new Column.Ints(label));
        return columns;
    }
}
