package hep.winnow.aida.write;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A parser that validates, as JAIDA's does, with a DTD of our own. */
final class Valid {
    private static final Path DTD = Path.of("src/test/resources/aida-subset.dtd");
    private static final String SYSTEM = "http://aida.freehep.org/schemas/3.3/aida.dtd";

    private Valid() {}

    /**
     * Checks a file, gzipped or not.
     *
     * @throws AssertionError where it is not as the DTD says
     */
    static void check(Path file) throws IOException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setValidating(true);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            factory.newSAXParser().parse(text, new Strict());
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    private static final class Strict extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
            if (!SYSTEM.equals(systemId)) {
                throw new SAXException("the DTD is " + systemId + ", expected " + SYSTEM);
            }
            try {
                return new InputSource(new java.io.StringReader(Files.readString(DTD, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new SAXException(e);
            }
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw new SAXException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
