package hep.winnow.columnar.parquet;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.columnar.codec.Codec;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a file: groups of events, each column of a group one page of plain values, packed as a whole. */
final class ParquetWriter implements EventWriter {
    /** A group ends when its pages have this many bytes together: what is held in memory. */
    private static final long GROUP_BYTES = 1 << 25;

    private static final int BUFFER = 1 << 16;
    private static final int RLE = 3;
    private static final int UTF8 = 0;
    private static final int LIST = 3;

    private final OutputStream out;
    private final EventFileHead head;
    private final int codec;
    private final List<ColumnBytes> columns = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private long at;
    private long rows;
    private long groupRows;

    /** Where the page of a column stands; {@code unpacked} bytes it would have if it were not packed. */
    private record Chunk(long start, long bytes, long unpacked, long values) {}

    private record Group(long rows, List<Chunk> chunks) {}

    private ParquetWriter(OutputStream out, EventFileHead head) {
        this.out = out;
        this.head = head;
        this.codec = Codec.of(head.compression());
        head.columns().forEach(column -> columns.add(new ColumnBytes(column)));
    }

    static ParquetWriter begin(Path file, EventFileHead head) throws IOException {
        ParquetWriter writer = new ParquetWriter(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), head);
        writer.write(ParquetFormat.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        return writer;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }

    @Override
    public void write(EventBlock block) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(block.columns().get(i));
        }
        groupRows += block.size();
        if (columns.stream().mapToLong(ColumnBytes::size).sum() >= GROUP_BYTES) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (groupRows == 0) {
            return;
        }
        List<Chunk> chunks = new ArrayList<>();
        for (ColumnBytes column : columns) {
            long count = column.count();
            byte[] page = column.take();
            byte[] packed = Codec.pack(codec, page);
            long start = at;
            write(new ThriftWriter()
                    .i32(1, 0)
                    .i32(2, page.length)
                    .i32(3, packed.length)
                    .struct(5)
                    .i32(1, count)
                    .i32(2, 0)
                    .i32(3, RLE)
                    .i32(4, RLE)
                    .end()
                    .bytes());
            write(packed);
            long bytes = at - start;
            chunks.add(new Chunk(start, bytes, bytes - packed.length + page.length, count));
        }
        groups.add(new Group(groupRows, chunks));
        rows += groupRows;
        groupRows = 0;
    }

    @Override
    public void finish() throws IOException {
        endGroup();
        byte[] footer = footer();
        write(footer);
        write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .put(ParquetFormat.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .array());
        out.close();
    }

    private byte[] footer() {
        ThriftWriter to = new ThriftWriter().i32(1, 1);
        schema(to);
        to.i64(3, rows).structs(4, groups.size());
        for (Group group : groups) {
            to.item().structs(1, columns.size());
            for (int i = 0; i < columns.size(); i++) {
                chunk(to, head.columns().get(i), group.chunks().get(i));
            }
            to.i64(2, group.chunks().stream().mapToLong(Chunk::unpacked).sum())
                    .i64(3, group.rows())
                    .end();
        }
        Map<String, String> provenance = head.provenance(rows);
        to.structs(5, provenance.size());
        for (Map.Entry<String, String> fact : provenance.entrySet()) {
            to.item().text(1, fact.getKey()).text(2, fact.getValue()).end();
        }
        return to.text(6, "winnow").bytes();
    }

    /** Columns are required; a list is a required group of a repeated group of required items. */
    private void schema(ThriftWriter to) {
        int elements =
                head.columns().stream().mapToInt(c -> c.depth() > 0 ? 3 : 1).sum();
        to.structs(2, 1 + elements);
        to.item().text(4, "schema").i32(5, head.columns().size()).end();
        for (ColumnInfo column : head.columns()) {
            String leaf = column.name();
            if (column.depth() > 0) {
                to.item()
                        .i32(3, 0)
                        .text(4, column.name())
                        .i32(5, 1)
                        .i32(6, LIST)
                        .end();
                to.item().i32(3, 2).text(4, "list").i32(5, 1).end();
                leaf = "element";
            }
            to.item().i32(1, ColumnBytes.physical(column.type())).i32(3, 0).text(4, leaf);
            if (column.type() == ColumnType.STRING) {
                to.i32(6, UTF8);
            }
            to.end();
        }
    }

    private void chunk(ThriftWriter to, ColumnInfo column, Chunk chunk) {
        List<String> path = column.depth() > 0 ? List.of(column.name(), "list", "element") : List.of(column.name());
        to.item()
                .i64(2, chunk.start())
                .struct(3)
                .i32(1, ColumnBytes.physical(column.type()))
                .numbers(2, 2)
                .item(0)
                .item(RLE)
                .texts(3, path.size());
        path.forEach(to::item);
        to.i32(4, codec)
                .i64(5, chunk.values())
                .i64(6, chunk.unpacked())
                .i64(7, chunk.bytes())
                .i64(9, chunk.start())
                .end()
                .end();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
