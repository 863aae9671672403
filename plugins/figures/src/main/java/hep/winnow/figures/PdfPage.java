package hep.winnow.figures;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.AttributedCharacterIterator;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Draws a sheet as a PDF of one page, with the font embedded and text as text. It carries no date, so that the same sheet gives the same bytes. */
final class PdfPage {
    /** Points per pixel: a panel is 480 x 360 points. */
    private static final float SCALE = 0.6f;

    private PdfPage() {}

    static void write(SheetPainter sheet, Typeface typeface, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream font = Typeface.open()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(typeface.displayable(sheet.name()));
            PDPage page = new PDPage(new PDRectangle(SCALE * sheet.width(), SCALE * sheet.height()));
            document.addPage(page);
            PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, sheet.width(), sheet.height());
            g.setFontTextDrawer(new OneFont(PDType0Font.load(document, font, true)));
            g.setFont(new Lettering.NamedFont(Theme.TICK_LABEL));
            sheet.paint(new Canvas(g, typeface, Lettering.text(typeface)));
            g.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.transform(Matrix.getScaleInstance(SCALE, SCALE));
                content.drawForm(g.getXFormObject());
            }
            // PDFBox closes what it saves to.
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            bytes.writeTo(out);
        }
    }

    /** Writes all text in one font, whatever the JDK thinks of it. */
    private static final class OneFont extends PdfBoxGraphics2DFontTextDrawer {
        private final PDFont font;

        OneFont(PDFont font) {
            this.font = font;
        }

        @Override
        public boolean canDrawText(AttributedCharacterIterator iterator, IFontTextDrawerEnv env) {
            return true;
        }

        @Override
        protected PDFont mapFont(Font any, IFontTextDrawerEnv env) {
            return font;
        }
    }
}
