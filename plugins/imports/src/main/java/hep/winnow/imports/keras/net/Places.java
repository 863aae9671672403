package hep.winnow.imports.keras.net;

import hep.winnow.api.graph.Image;
import hep.winnow.api.graph.Window;
import java.util.Optional;

/**
 * Where a window stands on an image. The numbers of an image lie row after row, pixel by pixel, and within a pixel channel by channel.
 *
 * @param height rows of the image
 * @param width columns of the image
 * @param channels numbers of a pixel
 * @param rows how the window moves from top to bottom
 * @param columns how it moves from left to right
 */
public record Places(int height, int width, int channels, Axis rows, Axis columns) {
    /**
     * One direction.
     *
     * @param size pixels that the window covers
     * @param stride pixels from one place to the next
     * @param dilation pixels from one that it covers to the next
     * @param before pixels of padding before the image
     * @param count number of places, at least 1
     */
    public record Axis(int size, int stride, int dilation, int before, int count) {
        /** Returns an axis of one pixel at each place of the image. */
        public static Axis each(int length) {
            return new Axis(1, 1, 1, 0, length);
        }

        /**
         * Returns how a window moves over so many pixels; {@code isSame} pads so that no pixel is left out, the greater half of the padding behind. The count is 0 or less where the window does not fit.
         */
        public static Axis of(int length, int size, int stride, int dilation, boolean isSame) {
            int reach = (size - 1) * dilation + 1;
            if (!isSame) {
                return new Axis(size, stride, dilation, 0, Math.floorDiv(length - reach, stride) + 1);
            }
            int count = (length + stride - 1) / stride;
            int padding = Math.max(0, (count - 1) * stride + reach - length);
            return new Axis(size, stride, dilation, padding / 2, count);
        }
    }

    /** Returns the number of places. */
    public int count() {
        return rows.count * columns.count;
    }

    /** Returns how many pixels the window covers. */
    public int covered() {
        return rows.size * columns.size;
    }

    /** Returns the image. */
    Image image() {
        return new Image(height, width, channels);
    }

    /** Returns how the window moves as a graph has it; empty if it does not move alike both ways, or has gaps. */
    Optional<Window> window() {
        boolean isPlain = rows.dilation == 1 && columns.dilation == 1;
        boolean isAlike = rows.stride == columns.stride || rows.count == 1 || columns.count == 1;
        int stride = rows.count == 1 ? columns.stride : rows.stride;
        return isPlain && isAlike
                ? Optional.of(new Window(
                        rows.size, columns.size, stride, rows.before, columns.before, rows.count, columns.count))
                : Optional.empty();
    }

    /** Returns where the numbers of pixel {@code k} of the window at {@code place} begin; -1 in the padding. */
    int pixel(int place, int k) {
        int y = place / columns.count * rows.stride - rows.before + k / columns.size * rows.dilation;
        int x = place % columns.count * columns.stride - columns.before + k % columns.size * columns.dilation;
        boolean isInside = y >= 0 && y < height && x >= 0 && x < width;
        return isInside ? (y * width + x) * channels : -1;
    }
}
