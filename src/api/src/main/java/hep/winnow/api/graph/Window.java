package hep.winnow.api.graph;

/**
 * A window that moves over an image, with padding round it.
 *
 * @param height rows that it covers
 * @param width columns that it covers
 * @param stride pixels from one place to the next, both ways
 * @param top rows of padding above the image: place (0, 0) begins there
 * @param left columns of padding before the image
 * @param rows places from top to bottom
 * @param columns places from left to right
 */
public record Window(int height, int width, int stride, int top, int left, int rows, int columns) {
    public Window {
        if (height < 1 || width < 1 || stride < 1 || rows < 1 || columns < 1 || top < 0 || left < 0) {
            throw new IllegalArgumentException("a window of " + height + "x" + width + " and stride " + stride
                    + " cannot have " + rows + "x" + columns + " places and padding of " + top + " and " + left);
        }
    }

    /** Returns the rows of padding that it needs below an image. */
    public int bottom(Image image) {
        return Math.max(0, (rows - 1) * stride + height - top - image.height());
    }

    /** Returns the columns of padding that it needs behind an image. */
    public int right(Image image) {
        return Math.max(0, (columns - 1) * stride + width - left - image.width());
    }
}
