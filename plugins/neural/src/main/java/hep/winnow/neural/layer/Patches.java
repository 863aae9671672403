package hep.winnow.neural.layer;

import hep.winnow.kernels.FloatMatrix;
import java.util.Arrays;

/**
 * What a window sees at each of its places, a row per place: number (y, x, c) of the window at {@code (y·width + x)·channels + c}. With it a convolution is a product of matrices.
 */
final class Patches {
    private final Window window;
    private final Shape image;
    private final Shape places;

    Patches(Window window, Shape image) {
        this.window = window;
        this.image = image;
        this.places = window.places(image, 1);
    }

    /** Returns the number of places. */
    int count() {
        return places.size();
    }

    /** Returns how many numbers the window sees. */
    int size() {
        return window.height() * window.width() * image.channels();
    }

    /** Writes the patches of an image to the rows of {@code out} from {@code at} on; 0 in the padding. */
    void gather(float[] pixels, FloatMatrix out, int at) {
        int row = at;
        for (int y = 0; y < places.height(); y++) {
            for (int x = 0; x < places.width(); x++) {
                gather(pixels, window.top(image, y), window.left(image, x), out.row(row++));
            }
        }
    }

    private void gather(float[] pixels, int top, int left, float[] out) {
        int c = image.channels();
        int line = window.width() * c;
        int from = Math.max(left, 0);
        int to = Math.min(left + window.width(), image.width());
        for (int dy = 0; dy < window.height(); dy++) {
            int y = top + dy;
            if (to - from < window.width() || y < 0 || y >= image.height()) {
                Arrays.fill(out, dy * line, (dy + 1) * line, 0f);
            }
            if (y >= 0 && y < image.height() && to > from) {
                System.arraycopy(
                        pixels, (y * image.width() + from) * c, out, dy * line + (from - left) * c, (to - from) * c);
            }
        }
    }

    /** Adds the rows of {@code patches} from {@code at} on to the pixels that they were taken from. */
    void scatter(FloatMatrix patches, int at, float[] pixels) {
        int row = at;
        for (int y = 0; y < places.height(); y++) {
            for (int x = 0; x < places.width(); x++) {
                scatter(patches.row(row++), window.top(image, y), window.left(image, x), pixels);
            }
        }
    }

    private void scatter(float[] patch, int top, int left, float[] pixels) {
        int c = image.channels();
        int line = window.width() * c;
        int from = Math.max(left, 0);
        int to = Math.min(left + window.width(), image.width());
        for (int dy = Math.max(0, -top); dy < window.height() && top + dy < image.height(); dy++) {
            int target = ((top + dy) * image.width() + from) * c;
            int source = dy * line + (from - left) * c;
            for (int j = 0; j < (to - from) * c; j++) {
                pixels[target + j] += patch[source + j];
            }
        }
    }
}
