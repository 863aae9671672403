package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * What a statement has gathered in one scope: per sample and class what is filled, or the values themselves while the bins are not known. Parts of a run are merged by {@link #add}. Data that a
 * blinding condition hides are counted and not kept; simulation that it hides is kept apart.
 *
 * @param <H> what is filled
 */
final class Collected<H> {
    private final Kind<H> kind;
    private final Optional<List<Binning>> axes;
    private final Map<FillKey, Cell<H>> cells = new TreeMap<>();
    private Optional<FillKey> last = Optional.empty();
    private Optional<Cell<H>> lastCell = Optional.empty();

    /**
     * Begins.
     *
     * @param kind what is filled
     * @param axes its bins; empty if they are to be told from the events
     */
    Collected(Kind<H> kind, Optional<List<Binning>> axes) {
        this.kind = kind;
        this.axes = axes;
    }

    /** The events of one sample and class. */
    static final class Cell<H> {
        private final Kind<H> kind;
        private final boolean isData;
        private final Half<H> open;
        private final Half<H> hidden;
        private long blinded;

        private Cell(Kind<H> kind, Optional<List<Binning>> axes, boolean isData) {
            this.kind = kind;
            this.isData = isData;
            this.open = new Half<>(kind, axes);
            this.hidden = new Half<>(kind, axes);
        }

        /** Adds a value or two of an event. */
        void fill(double x, double y, double weight, boolean isHidden) {
            if (isHidden && isData) {
                return;
            }
            (isHidden ? hidden : open).fill(x, y, weight);
        }

        /** Counts an event that the blinding condition hides. */
        void countBlinded() {
            blinded++;
        }

        private void write(DataOutput out) throws IOException {
            open.write(out);
            hidden.write(out);
            out.writeLong(blinded);
        }

        private void read(DataInput in) throws IOException {
            open.read(in);
            hidden.read(in);
            blinded = in.readLong();
        }

        private void scale(double factor) {
            open.scale(factor);
            hidden.scale(factor);
        }

        private void add(Cell<H> other) {
            open.add(other.open);
            hidden.add(other.hidden);
            blinded += other.blinded;
        }

        private Binned<H> binned(List<Binning> axes) {
            H shown = open.binned(axes);
            H all = kind.scaled(shown, 1);
            kind.merge(all, hidden.binned(axes));
            return new Binned<>(all, shown, blinded);
        }
    }

    /** Events on one side of the blinding condition: filled, or waiting for bins. */
    private static final class Half<H> {
        private final Kind<H> kind;
        private final Optional<List<Binning>> axes;
        private final Values values = new Values();
        private Optional<H> filled = Optional.empty();

        Half(Kind<H> kind, Optional<List<Binning>> axes) {
            this.kind = kind;
            this.axes = axes;
        }

        private H filled() {
            if (filled.isEmpty()) {
                filled = Optional.of(kind.empty(axes.orElseThrow()));
            }
            return filled.get();
        }

        void fill(double x, double y, double weight) {
            if (axes.isPresent()) {
                kind.fill(filled(), x, y, weight);
            } else {
                values.add(x, y, weight);
            }
        }

        private void write(DataOutput out) throws IOException {
            out.writeBoolean(filled.isPresent());
            if (filled.isPresent()) {
                kind.write(filled.get(), out);
            }
        }

        private void read(DataInput in) throws IOException {
            filled = in.readBoolean() ? Optional.of(kind.read(axes.orElseThrow(), in)) : Optional.empty();
        }

        private void scale(double factor) {
            filled = filled.map(h -> kind.scaled(h, factor));
        }

        void add(Half<H> other) {
            other.filled.ifPresent(more -> kind.merge(filled(), more));
            other.values.forEach(values::add);
            other.values.close();
        }

        H binned(List<Binning> chosen) {
            if (axes.isPresent()) {
                return filled();
            }
            H out = kind.empty(chosen);
            values.forEach((x, y, w) -> kind.fill(out, x, y, w));
            values.close();
            return out;
        }
    }

    /**
     * What was filled.
     *
     * @param all of simulation, all events; of data, those that are not hidden
     * @param open those that the blinding condition does not hide
     * @param blinded number of events that it hides
     */
    record Binned<H>(H all, H open, long blinded) {
        Binned<H> scaled(Kind<H> kind, double factor) {
            return new Binned<>(kind.scaled(all, factor), kind.scaled(open, factor), blinded);
        }
    }

    /** Returns where the events of a sample and class go. */
    Cell<H> cell(int sample, int classIndex) {
        if (last.isPresent() && last.get().sample() == sample && last.get().classIndex() == classIndex) {
            return lastCell.orElseThrow();
        }
        FillKey key = new FillKey(sample, classIndex);
        Cell<H> cell = cells.computeIfAbsent(key, k -> new Cell<>(kind, axes, k.isData()));
        last = Optional.of(key);
        lastCell = Optional.of(cell);
        return cell;
    }

    /** Writes what was filled into given bins. */
    void write(DataOutput out) throws IOException {
        out.writeInt(cells.size());
        for (Map.Entry<FillKey, Cell<H>> entry : cells.entrySet()) {
            entry.getKey().write(out);
            entry.getValue().write(out);
        }
    }

    /** Reads what {@link #write} wrote of an object with the same bins; this one must be empty. */
    void read(DataInput in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            FillKey key = FillKey.read(in);
            cell(key.sample(), key.classIndex()).read(in);
        }
    }

    /** Multiplies what was filled into given bins by a factor for each sample. */
    void scale(IntToDoubleFunction factor) {
        cells.forEach((key, cell) -> cell.scale(factor.applyAsDouble(key.sample())));
    }

    /** Adds what another has gathered of later events. */
    void add(Collected<H> other) {
        other.cells.forEach((key, cell) -> cell(key.sample(), key.classIndex()).add(cell));
    }

    /** Takes the values in that wait for bins: the first of each pair. */
    void extendX(Extent extent) {
        extend(extent, Values::x);
    }

    /** Takes the values in that wait for bins: the second of each pair. */
    void extendY(Extent extent) {
        extend(extent, Values::y);
    }

    private void extend(Extent extent, Function<Values, Extent> which) {
        cells.values().forEach(cell -> {
            extent.add(which.apply(cell.open.values));
            extent.add(which.apply(cell.hidden.values));
        });
    }

    /** Hands all values that wait for bins to a visitor, in order of samples. */
    void forEachValue(Values.Visitor visitor) {
        cells.values().forEach(cell -> {
            cell.open.values.forEach(visitor);
            cell.hidden.values.forEach(visitor);
        });
    }

    /** Returns what was filled, by sample and class, in bins {@code chosen} where none were given. To be called once, at the end. */
    Map<FillKey, Binned<H>> binned(List<Binning> chosen) {
        Map<FillKey, Binned<H>> out = new TreeMap<>();
        cells.forEach((key, cell) -> out.put(key, cell.binned(axes.orElse(chosen))));
        return out;
    }
}
