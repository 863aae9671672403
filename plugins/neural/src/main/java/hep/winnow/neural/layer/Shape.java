package hep.winnow.neural.layer;

/**
 * The shape of an event's numbers. A flat one has height and width 1.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param channels numbers per pixel, or all numbers of a flat event
 */
public record Shape(int height, int width, int channels) {
    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "no event can have the shape " + height + "x" + width + "x" + channels + ": all must be above 0");
        }
        if ((long) height * width * channels > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException(
                    "an event of " + height + "x" + width + "x" + channels + " numbers is too large");
        }
    }

    /** Returns the shape of {@code n} numbers in a row. */
    public static Shape flat(int n) {
        return new Shape(1, 1, n);
    }

    /** Returns how many numbers an event has. */
    public int size() {
        return height * width * channels;
    }

    /** Tells whether it is no image. */
    public boolean isFlat() {
        return height == 1 && width == 1;
    }

    /** Returns {@code 26x26x8}, or {@code 16} for a flat one. */
    @Override
    public String toString() {
        return isFlat() ? String.valueOf(channels) : height + "x" + width + "x" + channels;
    }
}
