package hep.winnow.columnar.arrow;

import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
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

/** Writes a file or a stream: batches of events that are not packed. Where they come from stands in the schema; how many they are, known at the end, only in that of the footer, which a stream lacks. */
final class ArrowWriter implements EventWriter {
    /** A batch ends when it has this many bytes: what is held in memory. */
    private static final long BATCH_BYTES = 1 << 24;

    /** A batch ends when it has this many events, as those of other programs do. */
    private static final long BATCH_EVENTS = 1 << 16;

    private static final int BUFFER = 1 << 16;

    /** Buffers begin at multiples of it. */
    private static final int ALIGNMENT = 64;

    private static final byte[] MAGIC = (ArrowFormat.MAGIC + "\0\0").getBytes(StandardCharsets.ISO_8859_1);

    private final OutputStream out;
    private final EventFileHead head;
    private final boolean isStream;
    private final List<ColumnBuffers> columns = new ArrayList<>();
    private final List<Messages.Block> batches = new ArrayList<>();
    private long at;
    private long events;
    private long batchEvents;

    private ArrowWriter(OutputStream out, EventFileHead head, boolean isStream) {
        this.out = out;
        this.head = head;
        this.isStream = isStream;
        head.columns().forEach(column -> columns.add(new ColumnBuffers(column)));
    }

    static ArrowWriter begin(Path file, EventFileHead head, boolean isStream) throws IOException {
        ArrowWriter writer =
                new ArrowWriter(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), head, isStream);
        if (!isStream) {
            writer.write(MAGIC);
        }
        writer.writeMessage(Messages.schema(head.columns(), head.provenance()));
        return writer;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        at += bytes.length;
    }

    private void writeInts(int... numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        write(bytes.array());
    }

    private void writeMessage(byte[] description) throws IOException {
        writeInts(Message.CONTINUATION, description.length);
        write(description);
    }

    @Override
    public void write(EventBlock block) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(block.columns().get(i));
        }
        events += block.size();
        batchEvents += block.size();
        long bytes = columns.stream().mapToLong(ColumnBuffers::size).sum();
        if (bytes >= BATCH_BYTES || batchEvents >= BATCH_EVENTS) {
            endBatch();
        }
    }

    private void endBatch() throws IOException {
        if (batchEvents == 0) {
            return;
        }
        long[] nodes = columns.stream()
                .flatMap(c -> c.nodes().stream())
                .mapToLong(Long::longValue)
                .toArray();
        List<byte[]> buffers = new ArrayList<>();
        columns.forEach(column -> buffers.addAll(column.take()));
        long[] places = new long[2 * buffers.size()];
        long body = 0;
        for (int i = 0; i < buffers.size(); i++) {
            places[2 * i] = body;
            places[2 * i + 1] = buffers.get(i).length;
            body += padded(buffers.get(i).length);
        }
        long start = at;
        writeMessage(Messages.batch(batchEvents, nodes, places, body));
        batches.add(new Messages.Block(start, at - start, body));
        for (byte[] buffer : buffers) {
            write(buffer);
            write(new byte[(int) (padded(buffer.length) - buffer.length)]);
        }
        batchEvents = 0;
    }

    private static long padded(long length) {
        return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    @Override
    public void finish() throws IOException {
        endBatch();
        writeInts(Message.CONTINUATION, 0);
        if (!isStream) {
            byte[] footer = Messages.footer(head.columns(), head.provenance(events), batches);
            write(footer);
            writeInts(footer.length);
            write(ArrowFormat.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        }
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
