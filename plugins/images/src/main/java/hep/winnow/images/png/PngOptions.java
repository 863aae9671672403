package hep.winnow.images.png;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of an image.
 *
 * @param size height and width, or one number for both; empty for its own
 * @param channels empty for its own
 * @param invert whether to take its negative
 */
record PngOptions(List<Integer> size, Optional<Channels> channels, boolean invert) {
    Picture apply(Picture picture) {
        Picture out = channels.isPresent() ? picture.with(channels.get()) : picture;
        if (!size.isEmpty()) {
            out = out.scaled(size.get(0), size.get(size.size() - 1));
        }
        return invert ? out.inverted() : out;
    }
}
