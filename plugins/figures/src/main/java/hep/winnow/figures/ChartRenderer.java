package hep.winnow.figures;

import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.figure.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws sheets by JFreeChart; the format decides what the pens write on. */
final class ChartRenderer implements FigureRenderer {
    private static final List<String> FORMATS = List.of("png", "svg", "pdf");

    private @Nullable Typeface typeface;

    @Override
    public List<String> formats() {
        return FORMATS;
    }

    @Override
    public void render(Sheet sheet, String format, OutputStream out) throws IOException {
        Typeface typeface = typeface();
        SheetPainter painter = new SheetPainter(sheet);
        switch (format) {
            case "png" -> PngPage.write(painter, typeface, out);
            case "svg" -> SvgPage.write(painter, typeface, out);
            case "pdf" -> PdfPage.write(painter, typeface, out);
            default ->
                throw new IllegalArgumentException(
                        "figures are drawn as " + String.join(", ", FORMATS) + ", not as '" + format + "'");
        }
    }

    /** Returns the font, which is read for the first figure and kept. */
    private synchronized Typeface typeface() throws IOException {
        Typeface read = typeface;
        if (read == null) {
            read = Typeface.read();
            typeface = read;
        }
        return read;
    }
}
