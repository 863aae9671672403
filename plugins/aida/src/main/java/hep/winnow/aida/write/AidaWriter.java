package hep.winnow.aida.write;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the rows of a tuple as they come. */
final class AidaWriter implements EventWriter {
    private final XmlOutput xml;
    private final List<ColumnInfo> columns;
    private long events;

    private AidaWriter(XmlOutput xml, List<ColumnInfo> columns) {
        this.xml = xml;
        this.columns = columns;
    }

    static AidaWriter begin(Path file, EventFileHead head) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try {
            String version = head.provenance().getOrDefault("winnow.version", "0");
            XmlOutput xml = XmlOutput.begin(out, head.name(), version);
            xml.comments(head.provenance());
            String name = AidaWriterFormat.stem(head.name());
            xml.begin("tuple", "name", name, "title", name, "path", "/");
            xml.begin("columns");
            for (ColumnInfo column : head.columns()) {
                String type = column.type().name().toLowerCase(Locale.ROOT);
                xml.empty("column", "name", column.name(), "type", type);
            }
            xml.end();
            xml.begin("rows");
            return new AidaWriter(xml, head.columns());
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    @Override
    public void write(EventBlock block) throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < block.size(); i++) {
            row.setLength(0);
            row.append("<row>");
            for (int c = 0; c < columns.size(); c++) {
                row.append("<entry value=\"");
                value(columns.get(c).name(), block.columns().get(c), i, row);
                row.append("\"/>");
            }
            xml.raw(row.append("</row>"));
        }
        events += block.size();
    }

    private void value(String name, Column column, int i, StringBuilder to) {
        if (column instanceof Column.Doubles d) {
            to.append(XmlText.number(d.values()[i]));
        } else if (column instanceof Column.Floats f) {
            to.append(XmlText.number(f.values()[i]));
        } else if (column instanceof Column.Ints n) {
            to.append(n.values()[i]);
        } else if (column instanceof Column.Longs l) {
            to.append(l.values()[i]);
        } else if (column instanceof Column.Booleans b) {
            to.append(b.values()[i]);
        } else if (column instanceof Column.Strings s) {
            String refusal = XmlText.refusal(s.values()[i]);
            if (!refusal.isEmpty()) {
                throw UserError.data(
                        "'" + name + "' has a text with " + refusal,
                        "save it as .parquet or .csv, or leave the column out with columns=[…]");
            }
            XmlText.escape(s.values()[i], to);
        } else {
            throw new IllegalArgumentException("a tuple holds no lists");
        }
    }

    @Override
    public void finish() throws IOException {
        xml.end();
        xml.end();
        xml.comments(Map.of(EventFileHead.EVENTS, Long.toString(events)));
        xml.finish();
        xml.close();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
