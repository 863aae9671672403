package hep.winnow.imports.xml;

import hep.winnow.api.diagnostic.UserError;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a whole XML file in UTF-8, or else in Latin-1. Nothing but the file is read: no DTD is fetched, no entity of the file's own is expanded. Memory is bounded by the file's size, as is depth by {@value #DEEPEST}.
 */
public final class XmlFile {
    private static final int DEEPEST = 1000;

    /** The JDK allows 200 since version 24, and 10,000 before. */
    private static final String ATTRIBUTE_LIMIT = "jdk.xml.elementAttributeLimit";

    private XmlFile() {}

    /** Returns the outermost element. */
    public static XmlElement parse(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(ATTRIBUTE_LIMIT, "10000");
        try {
            return root(factory.createXMLStreamReader(new StringReader(text(file))));
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).lines().reduce("", (a, b) -> b);
            throw UserError.data("it is no whole XML file: " + message, "copy it again")
                    .because(e);
        }
    }

    /** Names of people and folders may be in Latin-1 where nobody declares it. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static XmlElement root(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = new XmlElement("", 1);
        open.push(root);
        while (reader.hasNext()) {
            int event = reader.next();
            XmlElement top = open.element();
            if (event == XMLStreamConstants.START_ELEMENT) {
                XmlElement element = element(reader);
                top.add(element);
                open.push(element);
                if (open.size() > DEEPEST) {
                    throw element.error("elements nest deeper than " + DEEPEST, "the file is damaged");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                top.append(reader.getText());
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw top.error("it declares or uses entities of its own", "no model needs them: the file is refused");
            }
        }
        return root.children().get(0);
    }

    private static XmlElement element(XMLStreamReader reader) {
        XmlElement element =
                new XmlElement(reader.getLocalName(), reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }
}
