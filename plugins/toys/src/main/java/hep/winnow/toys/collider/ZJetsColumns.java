package hep.winnow.toys.collider;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.toys.collider.ZJetsEvent.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The columns of a block, filled event by event. */
final class ZJetsColumns {
    static final List<ColumnInfo> SCHEMA = List.of(
            ColumnInfo.of("run", ColumnType.INT),
            ColumnInfo.of("ls", ColumnType.INT),
            ColumnInfo.of("event", ColumnType.LONG),
            ColumnInfo.of("nvtx", ColumnType.INT),
            gev("mu_pt"),
            list("mu_eta"),
            list("mu_phi"),
            ColumnInfo.lists("mu_q", ColumnType.INT),
            gev("el_pt"),
            list("el_eta"),
            list("el_phi"),
            ColumnInfo.lists("el_q", ColumnType.INT),
            gev("jet_pt"),
            list("jet_eta"),
            list("jet_phi"),
            ColumnInfo.of("flavour", ColumnType.INT));

    /** Events of a run, and of a luminosity section. */
    private static final long RUN = 5000;

    private static final long SECTION = 50;

    private final List<Long> numbers = new ArrayList<>();
    private final List<ZJetsEvent> events = new ArrayList<>();

    /** Adds an event of that number, counted from 0. */
    void add(long number, ZJetsEvent event) {
        numbers.add(number);
        events.add(event);
    }

    /** Returns the values of {@link #SCHEMA}. */
    List<Column> columns() {
        List<Column> all = new ArrayList<>();
        all.add(ints(numbers.stream().mapToLong(n -> 1 + n / RUN).toArray()));
        all.add(ints(numbers.stream().mapToLong(n -> 1 + n % RUN / SECTION).toArray()));
        all.add(new Column.Longs(numbers.stream().mapToLong(n -> 1 + n).toArray()));
        all.add(ints(events.stream().mapToLong(ZJetsEvent::vertices).toArray()));
        add(all, ZJetsEvent::muons, true);
        add(all, ZJetsEvent::electrons, true);
        add(all, ZJetsEvent::jets, false);
        all.add(ints(events.stream().mapToLong(e -> e.isMuonic() ? 13 : 11).toArray()));
        return all;
    }

    private static Column ints(long[] values) {
        int[] out = new int[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) values[i];
        }
        return new Column.Ints(out);
    }

    private void add(List<Column> all, Function<ZJetsEvent, List<Seen>> which, boolean hasCharge) {
        int[] offsets = new int[events.size() + 1];
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            seen.addAll(which.apply(events.get(i)));
            offsets[i + 1] = seen.size();
        }
        for (ToDoubleFunction<Seen> value : List.<ToDoubleFunction<Seen>>of(Seen::pt, Seen::eta, Seen::phi)) {
            all.add(new Column.Lists(
                    offsets, new Column.Doubles(seen.stream().mapToDouble(value).toArray())));
        }
        if (hasCharge) {
            all.add(new Column.Lists(
                    offsets,
                    new Column.Ints(seen.stream().mapToInt(Seen::charge).toArray())));
        }
    }

    private static ColumnInfo gev(String name) {
        return new ColumnInfo(name, ColumnType.DOUBLE, 1, "GeV");
    }

    private static ColumnInfo list(String name) {
        return ColumnInfo.lists(name, ColumnType.DOUBLE);
    }
}
