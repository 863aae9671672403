package hep.winnow.neural.layer;

import java.util.Locale;

/**
 * A window that moves over an image.
 *
 * @param height rows that it covers
 * @param width columns that it covers
 * @param stride pixels from one place to the next, both ways
 * @param padding at the edges
 */
public record Window(int height, int width, int stride, Padding padding) {
    public Window {
        if (height < 1 || width < 1 || stride < 1) {
            throw new IllegalArgumentException("a window of " + height + "x" + width + " and stride " + stride
                    + " cannot be: all must be above 0");
        }
    }

    /** Returns a window that stays inside. */
    public static Window of(int height, int width, int stride) {
        return new Window(height, width, stride, Padding.VALID);
    }

    /** Returns the shape of the places that it takes on an image. */
    Shape places(Shape image, int channels) {
        if (padding == Padding.VALID && (image.height() < height || image.width() < width)) {
            throw new IllegalArgumentException("a window of " + height + "x" + width + " does not fit into " + image);
        }
        return new Shape(places(image.height(), height), places(image.width(), width), channels);
    }

    private int places(int extent, int size) {
        return padding == Padding.VALID ? (extent - size) / stride + 1 : (extent + stride - 1) / stride;
    }

    /** Returns the first row of the window's place {@code y}; below 0 where it begins in the padding. */
    int top(Shape image, int y) {
        return y * stride - before(image.height(), height);
    }

    /** Returns the first column of the window's place {@code x}, like {@link #top}. */
    int left(Shape image, int x) {
        return x * stride - before(image.width(), width);
    }

    private int before(int extent, int size) {
        if (padding == Padding.VALID) {
            return 0;
        }
        return Math.max((places(extent, size) - 1) * stride + size - extent, 0) / 2;
    }

    /** Returns {@code 3x3, stride 1, valid}. */
    String text() {
        return height + "x" + width + ", stride " + stride + ", "
                + padding.name().toLowerCase(Locale.ROOT);
    }
}
