package hep.winnow.hdf5.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes chunks as they fill, and behind them what tells where they are. */
final class Hdf5Writer implements EventWriter {
    private static final int SUPERBLOCK = 48;
    private static final int MOST_ROWS = 8192;
    private static final int FEWEST_ROWS = 64;

    /** What the chunks of all columns may take in memory, where there are not too many columns for it. */
    private static final long MEMORY = 1 << 25;

    private final Output out;
    private final EventFileHead head;
    private final List<Member> members = new ArrayList<>();
    private long events;

    /** A column: its values, and where its lists end. */
    private record Member(ColumnInfo info, Dataset values, Optional<Dataset> offsets) {}

    private Hdf5Writer(Output out, EventFileHead head) throws IOException {
        this.out = out;
        this.head = head;
        int rows = chunkRows(head.columns());
        for (ColumnInfo column : head.columns()) {
            Dataset values = dataset(column.name(), column.type(), rows);
            Optional<Dataset> offsets = Optional.empty();
            if (column.depth() > 0) {
                offsets = Optional.of(dataset(column.name(), ColumnType.LONG, rows));
                offsets.get().add(new Column.Longs(new long[1]));
            }
            members.add(new Member(column, values, offsets));
        }
    }

    private Dataset dataset(String name, ColumnType type, int rows) {
        return new Dataset(out, name, type, rows, head.compression().level());
    }

    private static int chunkRows(List<ColumnInfo> columns) {
        long bytes = columns.stream()
                .mapToLong(c -> Elements.bytes(c.type()) + (c.depth() > 0 ? Elements.bytes(ColumnType.LONG) : 0))
                .sum();
        long most = Math.max(FEWEST_ROWS, MEMORY / Math.max(1, bytes));
        return (int) Math.min(MOST_ROWS, Long.highestOneBit(most));
    }

    static Hdf5Writer begin(Path file, EventFileHead head) throws IOException {
        return new Hdf5Writer(Output.create(file, SUPERBLOCK), head);
    }

    @Override
    public void write(EventBlock block) throws IOException {
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            Column column = block.columns().get(i);
            if (column instanceof Column.Lists lists && member.offsets().isPresent()) {
                long before = member.values().rows();
                long[] ends = new long[lists.size()];
                for (int k = 0; k < ends.length; k++) {
                    ends[k] = before + lists.offsets()[k + 1];
                }
                member.offsets().get().add(new Column.Longs(ends));
                member.values().add(lists.values());
            } else {
                member.values().add(column);
            }
        }
        events += block.size();
    }

    @Override
    public void finish() throws IOException {
        List<ObjectHeader.Link> links = new ArrayList<>();
        for (Member member : members) {
            long address = member.values().finish(member.info().unit());
            if (member.offsets().isPresent()) {
                ObjectHeader group = ObjectHeader.ofGroup(List.of(
                        new ObjectHeader.Link("values", address),
                        new ObjectHeader.Link("offsets", member.offsets().get().finish(""))));
                address = out.append(group.bytes());
            }
            links.add(new ObjectHeader.Link(member.info().name(), address));
        }
        long root = out.append(ObjectHeader.ofGroup(links)
                .attributes(out, head.provenance(events))
                .bytes());
        out.head(new Fields()
                .i1(0x89)
                .signature("HDF\r\n\u001a\n")
                .i1(2)
                .i1(8)
                .i1(8)
                .i1(0)
                .i8(0)
                .i8(Fields.UNDEFINED)
                .i8(out.end())
                .i8(root)
                .checksum()
                .bytes());
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
