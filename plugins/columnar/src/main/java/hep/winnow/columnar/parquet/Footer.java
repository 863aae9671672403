package hep.winnow.columnar.parquet;

import hep.winnow.columnar.file.Damage;
import hep.winnow.columnar.file.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the end of a file says of it.
 *
 * @param rows number of events
 * @param leaves columns
 * @param groups pieces of the file, in order
 */
record Footer(long rows, List<Leaf> leaves, List<Group> groups) {
    private static final int TAIL = 8;

    Footer {
        leaves = List.copyOf(leaves);
        groups = List.copyOf(groups);
    }

    /**
     * Consecutive events.
     *
     * @param rows how many
     * @param chunks the values of each leaf
     */
    record Group(long rows, List<Chunk> chunks) {
        Group {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * The values of one column for the events of a group.
     *
     * @param codec of its pages
     * @param values how many, missing ones and empty lists among them
     * @param start of its first page
     * @param bytes of all its pages
     * @param nulls how many values are missing; -1 if the file does not tell
     */
    record Chunk(int codec, long values, long start, long bytes, long nulls) {}

    /** Reads the end of a file, and checks that what it speaks of lies in the file. */
    static Footer read(FileChannel file) throws IOException {
        long size = file.size();
        if (size < 4 + TAIL) {
            throw new Damage.Found("it has " + size + " bytes only");
        }
        ByteBuffer tail = FileBytes.read(file, size - TAIL, TAIL);
        long length = tail.getInt() & 0xffffffffL;
        byte[] magic = new byte[4];
        tail.get(magic);
        String found = new String(magic, StandardCharsets.ISO_8859_1);
        if (!found.equals(ParquetFormat.MAGIC)) {
            throw new Damage.Found(found.equals("PARE") ? "it is encrypted" : "it does not end with PAR1");
        }
        if (length > size - 4 - TAIL) {
            throw new Damage.Found("its description has " + length + " bytes, but the file has " + size);
        }
        Thrift.Fields fields = Thrift.read(FileBytes.read(file, size - TAIL - length, (int) length));
        List<Leaf> leaves = SchemaReader.leaves(fields.structs(2));
        List<Group> groups = new ArrayList<>();
        long rows = 0;
        for (Thrift.Fields group : fields.structs(4)) {
            Group read = group(group, leaves, size);
            rows += read.rows();
            groups.add(read);
        }
        if (rows != fields.number(3)) {
            throw new Damage.Found("it should have " + fields.number(3) + " events, but its groups have " + rows);
        }
        return new Footer(rows, leaves, groups);
    }

    private static Group group(Thrift.Fields group, List<Leaf> leaves, long size) {
        long rows = group.number(3);
        List<Thrift.Fields> columns = group.structs(1);
        if (rows < 0 || columns.size() != leaves.size()) {
            throw new Damage.Found(
                    "a group has " + rows + " events and " + columns.size() + " columns of " + leaves.size());
        }
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Thrift.Fields meta = columns.get(i).struct(3);
            long data = meta.number(9);
            long dictionary = meta.number(11, 0);
            long start = dictionary > 0 && dictionary < data ? dictionary : data;
            long bytes = meta.number(7);
            long values = meta.number(5);
            if (values > 0 && start < 4 || start < 0 || bytes < 0 || start > size || bytes > size - start) {
                throw new Damage.Found("the column " + leaves.get(i).name() + " should lie from byte " + start
                        + " on, of " + bytes + " bytes, but the file has " + size);
            }
            if (leaves.get(i).maxRepetition() == 0 && values != rows || values < rows) {
                throw new Damage.Found(
                        "the column " + leaves.get(i).name() + " has " + values + " values for " + rows + " events");
            }
            long nulls = meta.struct(12).number(3, -1);
            chunks.add(new Chunk((int) meta.number(4, 0), values, start, bytes, nulls));
        }
        return new Group(rows, chunks);
    }
}
