package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.figure.Axis;
import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

final class ChartRendererTest {
    private final ChartRenderer renderer = new ChartRenderer();

    private static Sheet oneBin(Layer.BinStyle style) {
        Histogram h = new Histogram(Binning.uniform(1, 0, 1));
        for (int i = 0; i < 400; i++) {
            h.fill(0.5, 1);
        }
        return Sheet.of(new Figure(
                "one bin",
                Axis.of("mass", "GeV"),
                Axis.of("events", ""),
                List.of(new Layer.Bins("", h, style, Tint.SIGNAL)),
                List.of("a note")));
    }

    private BufferedImage image(Sheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(sheet, "png", out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void drawsTwoPixelsForOneOfAPanel() throws IOException {
        BufferedImage image = image(oneBin(Layer.BinStyle.STACK));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(1200);
    }

    @Test
    void fillsAStackedBinInTheColourOfItsMeaning() throws IOException {
        BufferedImage image = image(oneBin(Layer.BinStyle.STACK));
        assertThat(new Color(image.getRGB(882, 900))).isEqualTo(Theme.tinted(Palette.VERMILION, 0.72));
        assertThat(new Color(image.getRGB(10, 10))).isEqualTo(Color.WHITE);
    }

    @Test
    void leavesAPlaceWithoutDataWhite() throws IOException {
        BufferedImage image = image(oneBin(Layer.BinStyle.POINTS));
        assertThat(new Color(image.getRGB(730, 790))).isEqualTo(Color.WHITE);
    }

    @Test
    void writesPdfTextThatCanBeSearched() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(oneBin(Layer.BinStyle.STACK), "pdf", out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(document)).contains("one bin", "mass [GeV]", "a note");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void leavesTheStreamOpen() throws IOException {
        for (String format : renderer.formats()) {
            OpenStream out = new OpenStream();
            renderer.render(oneBin(Layer.BinStyle.OUTLINE), format, out);
            assertThat(out.isClosed).as(format).isFalse();
        }
    }

    private static final class OpenStream extends OutputStream {
        private boolean isClosed;

        @Override
        public void write(int b) {}

        @Override
        public void close() {
            isClosed = true;
        }
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        assertThatThrownBy(() -> renderer.render(oneBin(Layer.BinStyle.STACK), "gif", OutputStream.nullOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figures are drawn as png, svg, pdf, not as 'gif'");
    }

    @Test
    void namesEachLayerOfAStackAndItsErrorFromTheTop() {
        Histogram h = new Histogram(Binning.uniform(2, 0, 1));
        List<LayerPainter> painters = LayerPainters.of(List.of(
                new Layer.Bins("low", h, Layer.BinStyle.STACK, Tint.BACKGROUND),
                new Layer.Bins("line", h, Layer.BinStyle.OUTLINE, Tint.SIGNAL),
                new Layer.Bins("high", h, Layer.BinStyle.STACK, Tint.SIGNAL)));
        assertThat(painters).hasSize(2);
        assertThat(painters.get(1).legend())
                .extracting(LegendEntry::label)
                .containsExactly("high", "low", "stat. error of sum");
    }

    @Test
    void startsAStackAnewWhereTheBinningChanges() {
        Histogram coarse = new Histogram(Binning.uniform(2, 0, 1));
        Histogram fine = new Histogram(Binning.uniform(4, 0, 1));
        assertThat(LayerPainters.of(List.of(
                        new Layer.Bins("a", coarse, Layer.BinStyle.STACK, Tint.BACKGROUND),
                        new Layer.Bins("b", fine, Layer.BinStyle.STACK, Tint.SIGNAL))))
                .hasSize(2);
    }

    @Test
    void isOfferedByThePlugin() {
        assertThat(new FiguresPlugin().figureRenderer())
                .map(FigureRenderer::formats)
                .isEqualTo(Optional.of(List.of("png", "svg", "pdf")));
    }
}
