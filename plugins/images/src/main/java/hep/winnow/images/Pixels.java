package hep.winnow.images;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of images. Pixel columns are called {@code p0, p1, …} in the order of the file: row by row from the top, in a row from the left, and of a pixel
 * with several channels these (red, green, blue) one after the other. So the value of channel {@code c} of {@code k} in row {@code y} and column {@code x} of an image that is {@code w} pixels
 * wide is column {@code p((y*w + x)*k + c)}.
 */
public final class Pixels {
    /** Greatest number of pixel columns that an image may have. */
    public static final int MAX = 1 << 17;

    private Pixels() {}

    /** Returns the columns of {@code n} pixel values. */
    public static List<ColumnInfo> columns(int n, ColumnType type) {
        return IntStream.range(0, n).mapToObj(i -> ColumnInfo.of("p" + i, type)).toList();
    }
}
