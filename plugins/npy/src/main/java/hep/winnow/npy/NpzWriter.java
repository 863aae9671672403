package hep.winnow.npy;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive of arrays. */
final class NpzWriter implements EventWriter {
    private static final int BUFFER = 1 << 16;

    /** The first time that a zip archive can tell, so that equal events make equal files. */
    private static final long TIME = 315_532_800_000L;

    private final Path file;
    private final EventFileHead head;
    private final Spools spools;
    private final List<Member> members = new ArrayList<>();
    private long events;

    NpzWriter(Path file, EventFileHead head) {
        this.file = file;
        this.head = head;
        this.spools = new Spools(file);
    }

    /** One column: its values, and where its lists end. */
    private static final class Member {
        private final String name;
        private final Spool values;
        private final List<Spool> ends;
        private long end;

        Member(String name, Spool values, List<Spool> ends) {
            this.name = name;
            this.values = values;
            this.ends = ends;
        }

        void add(Column column) throws IOException {
            if (!(column instanceof Column.Lists lists)) {
                values.add(column);
                return;
            }
            long[] to = new long[lists.size()];
            for (int i = 0; i < to.length; i++) {
                to[i] = end + lists.offsets()[i + 1];
            }
            end += lists.values().size();
            values.add(lists.values());
            ends.get(0).add(new Column.Longs(to));
        }
    }

    private List<Member> members() throws IOException {
        if (members.isEmpty()) {
            for (ColumnInfo column : head.columns()) {
                List<Spool> ends = new ArrayList<>();
                if (column.depth() > 0) {
                    ends.add(spools.begin(ColumnType.LONG));
                    ends.get(0).add(new Column.Longs(new long[1]));
                }
                members.add(new Member(column.name(), spools.begin(column.type()), ends));
            }
        }
        return members;
    }

    @Override
    public void write(EventBlock block) throws IOException {
        List<Member> to = members();
        for (int i = 0; i < to.size(); i++) {
            to.get(i).add(block.columns().get(i));
        }
        events += block.size();
    }

    @Override
    public void finish() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Member member : members()) {
                write(zip, member.name, member.values);
                for (Spool ends : member.ends) {
                    write(zip, member.name + ".offsets", ends);
                }
            }
            begin(zip, "winnow.txt");
            for (Map.Entry<String, String> fact : head.provenance(events).entrySet()) {
                zip.write((fact.getKey() + "=" + fact.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
    }

    private static void write(ZipOutputStream zip, String name, Spool spool) throws IOException {
        begin(zip, name + Archive.SUFFIX);
        OutputStream out = new BufferedOutputStream(zip, BUFFER);
        out.write(HeaderText.of("'" + spool.descr() + "'", spool.count()));
        Spool.Values values = spool.values();
        for (long i = 0; i < spool.count(); i++) {
            values.next(out);
        }
        out.flush();
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(TIME);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        spools.close();
    }
}
