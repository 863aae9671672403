package hep.winnow.toys.digit;

import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Interval;

/**
 * How unsteadily digits are written. Each number is the width of a Gaussian, cut off at two of them.
 *
 * @param shift of the digit, in pixels, in x and in y
 * @param rotation of the digit, in radians
 * @param scale of the digit's height and width, relative
 * @param slant of upright lines: how far they lean, relative to their height
 * @param wobble of each point of the strokes, relative to the digit's height
 * @param pen width of strokes, in pixels: each value as likely
 * @param noise of each pixel, relative to white
 */
record Hand(double shift, double rotation, double scale, double slant, double wobble, Interval pen, double noise) {
    /** Number of pixels of a row and of a column. */
    static final int SIDE = 28;

    private static final double HEIGHT = 19;
    private static final double WIDTH = 13;

    /** Writes a digit; returns its pixels row by row, whole numbers from 0 (paper, black) to 255 (ink, white). */
    float[] write(int digit, RandomStream random) {
        var styles = Glyphs.of(digit);
        Glyph glyph = styles.get(random.nextInt(styles.size()));
        double height = HEIGHT * (1 + spread(scale, random));
        double width = WIDTH * (1 + spread(scale, random));
        double lean = spread(slant, random);
        // A rotation by an angle whose half has the tangent t, so that no sine is needed.
        double t = spread(rotation, random) / 2;
        double cos = (1 - t * t) / (1 + t * t);
        double sin = 2 * t / (1 + t * t);
        double centreX = SIDE / 2.0 + spread(shift, random);
        double centreY = SIDE / 2.0 + spread(shift, random);
        Pen tool = new Pen(SIDE, random.nextDouble(pen.low(), pen.high()));
        for (double[] stroke : glyph.strokes()) {
            double[] moved = new double[stroke.length];
            for (int i = 0; i < stroke.length; i += 2) {
                double y = (stroke[i + 1] - 0.5 + spread(wobble, random)) * height;
                double x = (stroke[i] - 0.5 + spread(wobble, random)) * width - lean * y;
                moved[i] = centreX + cos * x - sin * y;
                moved[i + 1] = centreY + sin * x + cos * y;
            }
            tool.draw(moved);
        }
        return developed(tool.ink(), random);
    }

    private static double spread(double width, RandomStream random) {
        return width * Math.max(-2, Math.min(2, random.nextGaussian()));
    }

    private float[] developed(float[] ink, RandomStream random) {
        float[] out = new float[ink.length];
        for (int i = 0; i < ink.length; i++) {
            double value = 255 * (ink[i] + (noise > 0 ? noise * random.nextGaussian() : 0));
            out[i] = (float) Math.floor(Math.max(0, Math.min(255, value)) + 0.5);
        }
        return out;
    }
}
