package hep.winnow.api.graph;

/**
 * The shape of the numbers of an image: pixel by pixel, row after row, and within a pixel channel by channel.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels numbers per pixel, at least 1
 */
public record Image(int height, int width, int channels) {
    public Image {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException("no image is " + height + "x" + width + "x" + channels);
        }
    }

    /** Returns how many numbers it has. */
    public int size() {
        return height * width * channels;
    }
}
