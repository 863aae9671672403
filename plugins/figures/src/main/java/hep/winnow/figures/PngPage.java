package hep.winnow.figures;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws a sheet as PNG, two pixels for one. */
final class PngPage {
    private static final int SCALE = 2;

    private PngPage() {}

    static void write(SheetPainter sheet, Typeface typeface, OutputStream out) throws IOException {
        BufferedImage image =
                new BufferedImage(SCALE * sheet.width(), SCALE * sheet.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            sheet.paint(new Canvas(g, typeface, Lettering.outlines(typeface)));
        } finally {
            g.dispose();
        }
        encode(image, out);
    }

    private static void encode(BufferedImage image, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }
}
