package hep.winnow.figures;

import java.awt.Dimension;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.StyleHandler;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a sheet as SVG by Batik. The same sheet gives the same bytes on every JDK: text stays text, numbers have two decimals. */
final class SvgPage {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private SvgPage() {}

    static void write(SheetPainter sheet, Typeface typeface, OutputStream out) throws IOException {
        SVGGraphics2D g = new SVGGraphics2D(new Context(newDocument()), false);
        g.setSVGCanvasSize(new Dimension(sheet.width(), sheet.height()));
        sheet.paint(new Canvas(g, typeface, Lettering.text(typeface)));
        Element root = g.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + sheet.width() + " " + sheet.height());
        root.setAttributeNS(null, "role", "img");
        Element title = root.getOwnerDocument().createElementNS(SVG, "title");
        title.setTextContent(typeface.displayable(sheet.name()));
        root.insertBefore(title, root.getFirstChild());
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        g.stream(root, writer, false, false);
        writer.flush();
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML", e);
        }
    }

    /** Batik's settings: a number format of its own, because Batik's is shared by all threads and not safe; styles in order. */
    private static final class Context extends SVGGeneratorContext {
        Context(Document document) {
            super(document);
            setIDGenerator(new SVGIDGenerator());
            setExtensionHandler(new DefaultExtensionHandler());
            setImageHandler(new ImageHandlerBase64Encoder());
            setStyleHandler(new Styles());
            setErrorHandler(new DefaultErrorHandler());
            GraphicContextDefaults defaults = new GraphicContextDefaults();
            defaults.setFont(new Lettering.NamedFont(Theme.TICK_LABEL));
            setGraphicContextDefaults(defaults);
            setPrecision(2);
            decimalFormat = new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
        }
    }

    /** Writes styles in the order of their names, with the fonts that viewers may take instead of ours. */
    private static final class Styles implements StyleHandler {
        @Override
        @SuppressWarnings("rawtypes")
        public void setStyle(Element element, Map styleMap, SVGGeneratorContext context) {
            Map<String, String> sorted = new TreeMap<>();
            for (Object key : styleMap.keySet()) {
                sorted.put(String.valueOf(key), String.valueOf(styleMap.get(key)));
            }
            boolean isText = !isShape(element.getTagName());
            sorted.forEach((name, value) -> {
                if (element.hasAttribute(name) || name.startsWith("font-") && !isText) {
                    return;
                }
                element.setAttributeNS(null, name, name.equals("font-family") ? Typeface.FAMILIES : value);
            });
        }

        private static boolean isShape(String tag) {
            return switch (tag) {
                case "rect", "circle", "ellipse", "polygon", "polyline", "line", "path" -> true;
                default -> false;
            };
        }
    }
}
