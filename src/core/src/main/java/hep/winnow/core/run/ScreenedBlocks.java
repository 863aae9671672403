package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.step.Duplicates;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.Screening;
import hep.winnow.core.text.ColumnText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The events of a sample that its {@link Screening} lets through, in the order of the files: one after the other, so that the number of threads does not count. */
final class ScreenedBlocks implements BlockReader {
    /** Where nobody asked for it, duplicates are looked for among so many events. */
    private static final int MOST_WATCHED = 5_000_000;

    private final BlockReader all;
    private final SampleDecl sample;
    private final Screening screening;
    private final int handedOut;
    private final int[] section;
    private final int[] id;
    private final IdSet ids;
    private final long mostBytes = Runtime.getRuntime().maxMemory() / 4;
    private long rows;
    private long kept;
    private final Map<Integer, Long> uncertified = new TreeMap<>();
    private long duplicates;
    private String firstDuplicate = "";

    /**
     * Makes a reader.
     *
     * @param all events with the columns {@code names}
     * @param handedOut how many of these columns, the first ones, are handed out
     */
    ScreenedBlocks(BlockReader all, SampleDecl sample, List<String> names, int handedOut) {
        this.all = all;
        this.sample = sample;
        this.screening = sample.screening();
        this.handedOut = handedOut;
        this.section = screening.section().stream().mapToInt(names::indexOf).toArray();
        List<String> idColumns = screening.looksForDuplicates() ? screening.id() : List.of();
        this.id = idColumns.stream().mapToInt(names::indexOf).toArray();
        this.ids = new IdSet(Math.max(1, id.length));
    }

    @Override
    public Optional<EventBlock> next() throws IOException {
        if (letsAllThrough()) {
            return all.next();
        }
        while (!isFull()) {
            Optional<EventBlock> block = all.next();
            if (block.isEmpty()) {
                return block;
            }
            int[] chosen = choose(block.get());
            if (chosen.length > 0) {
                int size = block.get().size();
                return Optional.of(new EventBlock(
                        chosen.length,
                        block.get().columns().subList(0, handedOut).stream()
                                .map(c -> Selection.of(c, chosen, size))
                                .toList()));
            }
        }
        return Optional.empty();
    }

    @Override
    public int part() {
        return all.part();
    }

    private boolean letsAllThrough() {
        return screening.limit() == 0 && screening.mask().isEmpty() && id.length == 0;
    }

    private boolean isFull() {
        return screening.limit() > 0 && kept == screening.limit();
    }

    private int[] choose(EventBlock block) {
        int[] chosen = new int[block.size()];
        int count = 0;
        List<Column> idColumns =
                Arrays.stream(id).mapToObj(block.columns()::get).toList();
        for (int i = 0; i < block.size() && !isFull(); i++) {
            rows++;
            if (isCertified(block, i) && isNew(idColumns, i)) {
                chosen[count++] = i;
                kept++;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    private boolean isCertified(EventBlock block, int i) {
        if (screening.mask().isEmpty()) {
            return true;
        }
        boolean isIn = screening
                .mask()
                .get()
                .contains(
                        whole(block.columns().get(section[0]), i),
                        whole(block.columns().get(section[1]), i));
        if (!isIn) {
            uncertified.merge(all.part(), 1L, Long::sum);
        }
        return isIn;
    }

    private static long whole(Column column, int i) {
        return column instanceof Column.Longs longs ? longs.values()[i] : (long) column.number(i);
    }

    /** Tells whether an event is used as far as duplicates go. */
    private boolean isNew(List<Column> columns, int i) {
        if (columns.isEmpty() || screening.duplicates() == Duplicates.WARN && ids.size() == MOST_WATCHED) {
            return true;
        }
        if (ids.bytes() > mostBytes && screening.duplicates() != Duplicates.WARN) {
            throw UserError.data(
                    "the ids of the first " + ids.size() + " events of sample '" + sample.name() + "' take "
                            + megabytes(ids.bytes())
                            + " MB, a quarter of the memory that the program has: duplicates cannot be looked for in"
                            + " all of it",
                    "give Java more memory (-Xmx), or read the files as several samples");
        }
        if (ids.add(columns, i)) {
            return true;
        }
        duplicates++;
        if (firstDuplicate.isEmpty()) {
            firstDuplicate = text(columns, i) + ", event " + rows + " in the order of the files";
        }
        if (screening.duplicates() == Duplicates.ERROR) {
            throw UserError.data(
                    "sample '" + sample.name() + "' has an event twice: " + firstDuplicate,
                    "duplicates=drop leaves the second one out and counts it");
        }
        return screening.duplicates() == Duplicates.WARN;
    }

    private String text(List<Column> columns, int i) {
        List<String> words = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            words.add(screening.id().get(c) + " = " + ColumnText.of(columns.get(c), i));
        }
        return String.join(", ", words);
    }

    private static long megabytes(long bytes) {
        return Math.max(1, bytes >> 20);
    }

    /** Returns how many events are in no certified section, by part of the source; none for a part without one. */
    Map<Integer, Long> uncertified() {
        return uncertified;
    }

    private long allUncertified() {
        return uncertified.values().stream().mapToLong(n -> n).sum();
    }

    /** Returns what was left out so far, in the order in which it is asked; empty if nothing is ever left out. */
    List<LeftOut> leftOut() {
        List<LeftOut> out = new ArrayList<>();
        if (screening.mask().isPresent()) {
            out.add(uncertified(allUncertified()));
        }
        if (screening.duplicates() == Duplicates.DROP && id.length > 0) {
            out.add(new LeftOut("duplicates", duplicates));
        }
        return out;
    }

    static LeftOut uncertified(long events) {
        return new LeftOut("uncertified", events);
    }

    static String uncertified(long events, long rows) {
        return events + " of " + rows + " events are in no certified section and were left out";
    }

    /** Returns what a user is told when all is read; empty if there is nothing to tell. */
    String told() {
        List<String> words = new ArrayList<>();
        if (screening.mask().isPresent()) {
            words.add(uncertified(allUncertified(), rows));
        }
        if (screening.duplicates() == Duplicates.DROP && id.length > 0) {
            words.add(duplicates + " of " + rows + " events were there before and were left out (" + ids.size()
                    + " ids took " + megabytes(ids.bytes()) + " MB)");
        }
        return words.isEmpty() ? "" : "sample '" + sample.name() + "': " + String.join("; ", words);
    }

    /** Returns a warning of duplicates that nobody said anything about; empty if there are none. */
    String warning() {
        if (duplicates == 0 || screening.duplicates() != Duplicates.WARN) {
            return "";
        }
        return "sample '" + sample.name() + "': " + duplicates + " of " + Math.min(rows, MOST_WATCHED + duplicates)
                + " events have the id of an earlier one, and count again; the first is " + firstDuplicate
                + ". duplicates=drop leaves them out, duplicates=keep says that it is meant";
    }

    @Override
    public void close() throws IOException {
        all.close();
    }
}
