package hep.winnow.aida.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Elements of an AIDA file, one a line. */
final class XmlOutput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    private XmlOutput(Writer out) {
        this.out = out;
    }

    /**
     * Begins a file.
     *
     * @param file its name: gzipped if it ends in {@code .gz}
     * @param version of the program that writes
     */
    static XmlOutput begin(OutputStream to, String file, String version) throws IOException {
        OutputStream bytes = file.endsWith(".gz") ? new GZIPOutputStream(to, BUFFER) : to;
        XmlOutput xml = new XmlOutput(
                new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()), BUFFER));
        xml.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.out.write("<!DOCTYPE aida SYSTEM \"http://aida.freehep.org/schemas/3.3/aida.dtd\">\n");
        xml.begin("aida", "version", "3.3");
        xml.empty("implementation", "package", "Winnow", "version", version);
        return xml;
    }

    /** Writes facts as comments, which no reader minds. */
    void comments(Map<String, String> facts) throws IOException {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String text = fact.getKey() + ": " + XmlText.cleaned(fact.getValue());
            indent();
            out.write("<!-- " + text.replace("--", "- -").replace("--", "- -") + " -->\n");
        }
    }

    /** Begins an element with attributes, each a name and a value. */
    void begin(String element, String... attributes) throws IOException {
        line(element, attributes, ">\n");
        open.push(element);
    }

    /** Writes an element that holds nothing. */
    void empty(String element, String... attributes) throws IOException {
        line(element, attributes, "/>\n");
    }

    private void line(String element, String[] attributes, String end) throws IOException {
        StringBuilder text = new StringBuilder("<").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            XmlText.escape(attributes[i + 1], text);
            text.append('"');
        }
        indent();
        out.append(text.append(end));
    }

    /** Writes text that is XML already, as a line of its own. */
    void raw(CharSequence text) throws IOException {
        indent();
        out.append(text).append('\n');
    }

    /** Ends the element that was begun last. */
    void end() throws IOException {
        String element = open.pop();
        indent();
        out.write("</" + element + ">\n");
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) {
            out.write("  ");
        }
    }

    /** Ends all elements, and the gzip data; the stream behind stays open. */
    void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
