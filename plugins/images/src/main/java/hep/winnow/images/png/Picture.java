package hep.winnow.images.png;

import hep.winnow.api.diagnostic.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image: from 0 (black) to 255, whatever the depth of the file. They are the values that the file holds; no gamma and no colour profile is applied.
 *
 * @param height number of rows
 * @param width number of columns
 * @param channels what a pixel has
 * @param values row by row, the channels of a pixel together: {@code height*width*channels.count()} of them
 */
record Picture(int height, int width, Channels channels, float[] values) {
    /** Where the width stands; the height is behind it. */
    private static final int WIDTH = 16;

    private static final int HEADER = 24;

    /** Deflate packs no better than this. */
    private static final long DEFLATE_RATIO = 1032;

    private static final long SLACK = 1 << 12;

    Picture {
        if (values.length != height * width * channels.count()) {
            throw new IllegalArgumentException(values.length + " values for " + height + "x" + width + " " + channels);
        }
    }

    /** Reads a PNG file. */
    static Picture read(Path file) {
        BufferedImage image = decode(file);
        refuseTransparent(file, image);
        return of(image);
    }

    private static BufferedImage decode(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String signature = new String(
                    bytes,
                    0,
                    Math.min(bytes.length, PngFormat.SIGNATURE.length()),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            if (!signature.equals(PngFormat.SIGNATURE)) {
                throw UserError.data(
                        file + " is no PNG image: its first bytes are not those of PNG",
                        "leave it out with a glob such as \"folder/*/*.png\", or convert it");
            }
            checkSize(file, bytes);
            @Nullable
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            if (image == null) {
                throw UserError.data(file + " is a PNG image of an unknown kind", "convert it");
            }
            return image;
        } catch (IOException | RuntimeException e) {
            if (e instanceof UserError error) {
                throw error;
            }
            throw UserError.data(file + " cannot be read: " + reason(e), "check that the file is whole")
                    .because(e);
        }
    }

    /** Returns what the library says is wrong, unless it says which class of its own threw what. */
    private static String reason(Exception e) {
        String message = String.valueOf(e.getMessage());
        return e.getMessage() == null || message.contains("Exception")
                ? "what its parts say of each other does not fit together"
                : message;
    }

    /** Refuses an image that says it is larger than its bytes can unpack to, before the library makes room for it. */
    private static void checkSize(Path file, byte[] bytes) {
        if (bytes.length < HEADER) {
            return;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long width = in.getInt(WIDTH) & 0xffffffffL;
        long height = in.getInt(WIDTH + 4) & 0xffffffffL;
        long mostPixels = 8 * (bytes.length * DEFLATE_RATIO + SLACK);
        if (width > 0 && height > mostPixels / width) {
            throw UserError.data(
                    file + " says that it is of " + height + "x" + width + " pixels, which its " + bytes.length
                            + " bytes cannot hold",
                    "check that the file is whole");
        }
    }

    private static void refuseTransparent(Path file, BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return;
        }
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 != 0xff) {
                    throw UserError.data(
                            file + " has transparent pixels, the first in row " + y + ", column " + x,
                            "what shines through is unknown: lay it over a background first");
                }
            }
        }
    }

    private static Picture of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        int height = image.getHeight();
        int width = image.getWidth();
        if (model instanceof IndexColorModel palette) {
            return ofPalette(image, palette, height, width);
        }
        Raster raster = image.getRaster();
        int bands = model.getNumColorComponents();
        Channels channels = bands == 1 ? Channels.GREY : Channels.RGB;
        float[] values = new float[height * width * channels.count()];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels.count(); c++) {
                    int most = (1 << model.getComponentSize(c)) - 1;
                    values[i++] = raster.getSample(x, y, c) * 255f / most;
                }
            }
        }
        return new Picture(height, width, channels, values);
    }

    /** A palette of greys is grey: PNG keeps grey images of 1, 2 and 4 bits so. */
    private static Picture ofPalette(BufferedImage image, IndexColorModel palette, int height, int width) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        boolean isGrey = true;
        for (int colour : colours) {
            isGrey &= (colour >> 16 & 0xff) == (colour & 0xff) && (colour >> 8 & 0xff) == (colour & 0xff);
        }
        Channels channels = isGrey ? Channels.GREY : Channels.RGB;
        float[] values = new float[height * width * channels.count()];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = colours[image.getRaster().getSample(x, y, 0)];
                for (int shift = isGrey ? 0 : 16; shift >= 0; shift -= 8) {
                    values[i++] = colour >> shift & 0xff;
                }
            }
        }
        return new Picture(height, width, channels, values);
    }

    /** Returns the image with these channels: grey as {@code 0.299 r + 0.587 g + 0.114 b} (ITU-R BT.601), colour as three times the grey. */
    Picture with(Channels wanted) {
        if (wanted == channels) {
            return this;
        }
        float[] out = new float[height * width * wanted.count()];
        for (int i = 0; i < height * width; i++) {
            if (wanted == Channels.RGB) {
                java.util.Arrays.fill(out, 3 * i, 3 * i + 3, values[i]);
            } else {
                out[i] = (299 * values[3 * i] + 587 * values[3 * i + 1] + 114 * values[3 * i + 2]) / 1000;
            }
        }
        return new Picture(height, width, wanted, out);
    }

    /** Returns the negative: 255 minus each value. */
    Picture inverted() {
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 255 - values[i];
        }
        return new Picture(height, width, channels, out);
    }

    /**
     * Returns the image scaled: each new pixel is the mean over the piece of the image that it covers, parts of pixels counted by their area. The ratio of the sides is not kept.
     */
    Picture scaled(int toHeight, int toWidth) {
        if (toHeight == height && toWidth == width) {
            return this;
        }
        int count = channels.count();
        float[] rows = new float[toHeight * width * count];
        for (int y = 0; y < toHeight; y++) {
            mean(values, y, height, toHeight, width * count, 0, width * count, rows, y * width * count);
        }
        float[] out = new float[toHeight * toWidth * count];
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                mean(rows, x, width, toWidth, count, y * width * count, count, out, (y * toWidth + x) * count);
            }
        }
        return new Picture(toHeight, toWidth, channels, out);
    }

    /**
     * Means over one stretch of a line of {@code from} groups that becomes a line of {@code to}.
     *
     * @param step distance of neighbouring groups in {@code in}, the first of which stands at {@code start}
     * @param n number of values of a group
     */
    private static void mean(
            float[] in, int at, int from, int to, int step, int start, int n, float[] out, int outStart) {
        double low = (double) at * from / to;
        double high = (double) (at + 1) * from / to;
        int first = (int) low;
        int last = Math.min(from - 1, (int) high);
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int i = first; i <= last; i++) {
                double overlap = Math.min(high, i + 1) - Math.max(low, i);
                sum += overlap * in[start + i * step + k];
            }
            out[outStart + k] = (float) (sum / (high - low));
        }
    }
}
