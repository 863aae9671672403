package hep.winnow.core.hist;

import hep.winnow.api.hist.Binning;
import hep.winnow.api.hist.Histogram;
import hep.winnow.api.hist.Histogram2D;
import hep.winnow.api.hist.Profile;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** What a statement fills: how it is made, filled, merged and scaled. */
interface Kind<H> {
    /** Histograms over one axis. */
    Kind<Histogram> HISTOGRAM = new Kind<>() {
        @Override
        public Histogram empty(List<Binning> axes) {
            return new Histogram(axes.get(0));
        }

        @Override
        public void fill(Histogram into, double x, double y, double weight) {
            into.fill(x, weight);
        }

        @Override
        public void merge(Histogram into, Histogram from) {
            into.add(from);
        }

        @Override
        public Histogram scaled(Histogram h, double factor) {
            return h.scaled(factor);
        }

        @Override
        public void write(Histogram h, DataOutput out) throws IOException {
            int n = h.binning().bins() + 2;
            Numbers.write(IntStream.range(0, n).mapToLong(h::entries).toArray(), out);
            Numbers.write(IntStream.range(0, n).mapToDouble(h::sumW).toArray(), out);
            Numbers.write(IntStream.range(0, n).mapToDouble(h::sumW2).toArray(), out);
            out.writeLong(h.missing());
        }

        @Override
        public Histogram read(List<Binning> axes, DataInput in) throws IOException {
            return Histogram.of(
                    axes.get(0), Numbers.longs(in), Numbers.doubles(in), Numbers.doubles(in), in.readLong());
        }
    };

    /** Histograms over two axes. */
    Kind<Histogram2D> PLANE = new Kind<>() {
        @Override
        public Histogram2D empty(List<Binning> axes) {
            return new Histogram2D(axes.get(0), axes.get(1));
        }

        @Override
        public void fill(Histogram2D into, double x, double y, double weight) {
            into.fill(x, y, weight);
        }

        @Override
        public void merge(Histogram2D into, Histogram2D from) {
            into.add(from);
        }

        @Override
        public Histogram2D scaled(Histogram2D h, double factor) {
            return h.scaled(factor);
        }

        @Override
        public void write(Histogram2D h, DataOutput out) throws IOException {
            Numbers.write(h.entries(), out);
            Numbers.write(h.sumW(), out);
            Numbers.write(h.sumW2(), out);
            Numbers.write(h.moments().sums(), out);
            out.writeLong(h.missing());
        }

        @Override
        public Histogram2D read(List<Binning> axes, DataInput in) throws IOException {
            return Histogram2D.of(
                    axes.get(0),
                    axes.get(1),
                    Numbers.longs(in),
                    Numbers.doubles(in),
                    Numbers.doubles(in),
                    Numbers.doubles(in),
                    in.readLong());
        }
    };

    /** Means over one axis. */
    Kind<Profile> PROFILE = new Kind<>() {
        @Override
        public Profile empty(List<Binning> axes) {
            return new Profile(axes.get(0));
        }

        @Override
        public void fill(Profile into, double x, double y, double weight) {
            into.fill(x, y, weight);
        }

        @Override
        public void merge(Profile into, Profile from) {
            into.add(from);
        }

        @Override
        public Profile scaled(Profile h, double factor) {
            return h.scaled(factor);
        }

        @Override
        public void write(Profile h, DataOutput out) throws IOException {
            int n = h.binning().bins() + 2;
            Numbers.write(IntStream.range(0, n).mapToLong(h::entries).toArray(), out);
            Numbers.write(h.sums(), out);
            out.writeLong(h.missing());
        }

        @Override
        public Profile read(List<Binning> axes, DataInput in) throws IOException {
            return Profile.of(axes.get(0), Numbers.longs(in), Numbers.doubles(in), in.readLong());
        }
    };

    /** Makes an empty one. */
    H empty(List<Binning> axes);

    /** Adds one event; {@code y} is of no account over one axis. */
    void fill(H into, double x, double y, double weight);

    /** Adds what another holds, which stays as it is. */
    void merge(H into, H from);

    /** Returns a copy with weights multiplied. */
    H scaled(H h, double factor);

    /** Writes all that one holds but its axes. */
    void write(H h, DataOutput out) throws IOException;

    /** Reads what {@link #write} wrote, with the same bits. */
    H read(List<Binning> axes, DataInput in) throws IOException;
}
