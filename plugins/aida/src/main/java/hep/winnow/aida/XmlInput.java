package hep.winnow.aida;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an XML file, one after the other. Nothing but the file is read: no DTD is fetched, and no entity of the file's own is expanded. */
final class XmlInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private static final int HEAD = 256;
    private static final String UTF8_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern ENCODING = Pattern.compile("^\\W*<\\?xml[^>]*encoding=[\"']([A-Za-z][A-Za-z0-9._-]*)");

    private final Path file;
    private final InputStream in;
    private final XMLStreamReader reader;

    private XmlInput(Path file, InputStream in, XMLStreamReader reader) {
        this.file = file;
        this.in = in;
        this.reader = reader;
    }

    static XmlInput open(Path file) {
        if (Files.isDirectory(file)) {
            throw UserError.data(file + " is a folder, expected a file", "name the files in it: \"" + file + "/*\"");
        }
        try {
            return begin(file, content(file));
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static InputStream content(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean isGzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return isGzip ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static XmlInput begin(Path file, InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return new XmlInput(file, in, factory.createXMLStreamReader(text(in)));
        } catch (XMLStreamException | IOException | RuntimeException e) {
            in.close();
            throw damaged(file, firstLine(e), e);
        }
    }

    /** Returns the text of a file: in the encoding that it declares, or else as UTF-8. Bytes that are none are an error, of which the JDK's parser would also speak on the terminal. */
    private static Reader text(InputStream in) throws IOException {
        InputStream whole = in.markSupported() ? in : new BufferedInputStream(in, BUFFER);
        whole.mark(HEAD);
        String head = new String(whole.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        whole.reset();
        if (head.startsWith(UTF8_MARK)) {
            whole.skipNBytes(UTF8_MARK.length());
        }
        Matcher declared = ENCODING.matcher(head);
        Charset charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        return new InputStreamReader(whole, charset.newDecoder());
    }

    /** Moves to the next beginning or end of an element; false at the end of the file. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw damaged(file, firstLine(e), e);
        }
    }

    /** Tells whether this is the beginning of an element of that name. */
    boolean begins(String element) {
        return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    /** Tells whether this is the end of an element of that name. */
    boolean ends(String element) {
        return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    /** Returns the name of the element that begins here; empty if none does. */
    Optional<String> element() {
        return reader.isStartElement() ? Optional.of(reader.getLocalName()) : Optional.empty();
    }

    /** Moves to the beginning of an element that is {@code index}, from 0, of its name. */
    void enter(String element, int index) {
        int left = index;
        while (next()) {
            if (begins(element) && left-- == 0) {
                return;
            }
        }
        throw wrong("the file has changed: there is no " + element + " " + (index + 1) + " any more");
    }

    /** Returns an attribute that is a whole number from {@code least} to {@code most}. */
    long whole(String name, long least, long most) {
        String text = attribute(name).orElse("");
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is no whole number, for " + name);
        }
        throw wrong(name + " is " + text + ", expected " + least + " to " + most);
    }

    /** Returns an attribute that is a number. */
    double real(String name) {
        String text = attribute(name).orElseThrow(() -> wrong("there is no " + name));
        if (!Cell.fits(text, ColumnType.DOUBLE)) {
            throw wrong("'" + text + "' is no number, for " + name);
        }
        return Cell.real(text);
    }

    /** Returns an attribute that is a number, if it is there. */
    double real(String name, double otherwise) {
        return attribute(name).isPresent() ? real(name) : otherwise;
    }

    /** Returns an attribute of the element that begins here. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    /** Returns the line, from 1. */
    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** Returns the error of what is found here. */
    UserError wrong(String what) {
        return damaged(file, "line " + line() + ": " + what, new IllegalStateException(what));
    }

    /** The parser's message, without the name of its class and what follows the first line. */
    private static String firstLine(Exception e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return "it has bytes that are no text in its encoding";
        }
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String place = e instanceof XMLStreamException x && x.getLocation() != null
                ? "line " + x.getLocation().getLineNumber() + ": "
                : "";
        String text = at < 0 ? message.lines().findFirst().orElse("") : message.substring(at + "Message: ".length());
        return place + (text.contains("Exception") ? "it is no XML" : text);
    }

    private static UserError damaged(Path file, String what, Exception cause) {
        return UserError.data(file + " cannot be read as AIDA XML: " + what, "check that the file is whole")
                .because(cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
