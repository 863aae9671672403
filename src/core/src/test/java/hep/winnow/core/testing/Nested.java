package hep.winnow.core.testing;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Inline;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code nested s events=100}: events with jets and muons, as a jagged file has them. */
@Verb(value = "nested", doc = "Makes events with jets and muons.")
public record Nested(
        @Named(doc = "the sample") String name,
        @Inline SampleOptions sample,
        @Option(doc = "how many", value = "100", min = 0) int events,

        @Option(doc = "how many stand in a block", value = "64", min = 1)
        int block,

        @Option(doc = "event whose last jet has no eta; none if negative", value = "-1")
        int torn)
        implements SourceStep {
    private static final List<ColumnInfo> SCHEMA = List.of(
            ColumnInfo.of("event", ColumnType.LONG),
            ColumnInfo.of("met", ColumnType.DOUBLE),
            ColumnInfo.of("w", ColumnType.DOUBLE),
            ColumnInfo.lists("jet_pt", ColumnType.FLOAT),
            ColumnInfo.lists("jet_eta", ColumnType.DOUBLE),
            ColumnInfo.lists("jet_phi", ColumnType.DOUBLE),
            ColumnInfo.lists("jet_tag", ColumnType.BOOLEAN),
            ColumnInfo.lists("mu_pt", ColumnType.FLOAT),
            ColumnInfo.lists("mu_eta", ColumnType.DOUBLE),
            ColumnInfo.lists("mu_phi", ColumnType.DOUBLE),
            ColumnInfo.lists("mu_q", ColumnType.INT),
            new ColumnInfo("jet_tracks", ColumnType.FLOAT, 2, ""));

    /** One jet or muon. */
    public record Particle(double pt, double eta, double phi, boolean tag, int charge) {}

    /** One event. */
    public record Event(long number, double met, double weight, List<Particle> jets, List<Particle> muons) {}

    /** Returns the events that the verb makes for a test's own loop. */
    public static List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomStream random = new RandomStream(77).stream(i);
            events.add(new Event(
                    i,
                    random.nextDouble(0, 100),
                    random.nextDouble(-0.2, 1),
                    particles(random, 6),
                    particles(random, 4)));
        }
        return events;
    }

    private static List<Particle> particles(RandomStream random, int most) {
        List<Particle> out = new ArrayList<>();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            double eta = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
            out.add(new Particle(
                    (float) random.nextDouble(5, 100),
                    eta,
                    random.nextDouble(-3, 3),
                    random.nextInt(3) == 0,
                    random.nextInt(2) * 2 - 1));
        }
        return out;
    }

    @Override
    public EventSource source(RandomStream random) {
        List<Event> all = events(events);
        return new EventSource() {
            @Override
            public List<ColumnInfo> schema() {
                return SCHEMA;
            }

            @Override
            public BlockReader open(List<String> columns, ReadContext context) {
                return new Reader(all, columns);
            }
        };
    }

    private final class Reader implements BlockReader {
        private final List<Event> all;
        private final List<String> names;
        private int at;

        Reader(List<Event> all, List<String> names) {
            this.all = all;
            this.names = names;
        }

        @Override
        public Optional<EventBlock> next() {
            List<Event> part = all.subList(at, Math.min(at + block, all.size()));
            at += part.size();
            return part.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new EventBlock(
                            part.size(),
                            names.stream().map(n -> column(n, part)).toList()));
        }

        @Override
        public void close() {}
    }

    private Column column(String column, List<Event> part) {
        return switch (column) {
            case "event" ->
                new Column.Longs(part.stream().mapToLong(Event::number).toArray());
            case "met" ->
                new Column.Doubles(part.stream().mapToDouble(Event::met).toArray());
            case "w" ->
                new Column.Doubles(part.stream().mapToDouble(Event::weight).toArray());
            case "jet_tracks" -> {
                Column jets = lists("jet_pt", part);
                int[] offsets = new int[((Column.Lists) jets).values().size() + 1];
                yield new Column.Lists(
                        ((Column.Lists) jets).offsets(), new Column.Lists(offsets, new Column.Floats(new float[0])));
            }
            default -> lists(column, part);
        };
    }

    private Column lists(String column, List<Event> part) {
        int[] offsets = new int[part.size() + 1];
        List<Particle> particles = new ArrayList<>();
        for (int i = 0; i < part.size(); i++) {
            Event event = part.get(i);
            List<Particle> own = column.startsWith("jet") ? event.jets() : event.muons();
            boolean isTorn = event.number() == torn && column.equals("jet_eta");
            particles.addAll(isTorn ? own.subList(0, own.size() - 1) : own);
            offsets[i + 1] = particles.size();
        }
        return new Column.Lists(offsets, values(column.substring(column.indexOf('_') + 1), particles));
    }

    private static Column values(String column, List<Particle> particles) {
        double[] doubles = new double[particles.size()];
        float[] floats = new float[doubles.length];
        boolean[] tags = new boolean[doubles.length];
        int[] charges = new int[doubles.length];
        for (int i = 0; i < doubles.length; i++) {
            Particle p = particles.get(i);
            doubles[i] = column.equals("pt") ? p.pt() : column.equals("eta") ? p.eta() : p.phi();
            floats[i] = (float) p.pt();
            tags[i] = p.tag();
            charges[i] = p.charge();
        }
        return switch (column) {
            case "tag" -> new Column.Booleans(tags);
            case "q" -> new Column.Ints(charges);
            case "pt" -> new Column.Floats(floats);
            default -> new Column.Doubles(doubles);
        };
    }
}
