package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.Layer;
import hep.winnow.api.figure.Tint;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.text.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which events are drawn where there are too many for a figure. A class that is small is drawn whole, and the larger ones share what is left; within a class those with the least hash of their id are drawn, so that neither the
 * order of the events nor the number of others matters.
 *
 * @param groups events of each class that are drawn, the greatest class first so that small ones lie on top
 */
record PointChoice(List<Group> groups) {
    private static final double[] NO_ERRORS = {};

    /**
     * The events of a class.
     *
     * @param name of the class
     * @param tint its colour
     * @param rows of the table that are drawn
     * @param all how many events the class has
     */
    record Group(String name, Tint tint, int[] rows, int all) {}

    /**
     * Chooses among the events with two finite coordinates.
     *
     * @param classes names; with several, events of a class are a group, and those of index -1 are data. Without any, all events are one group
     * @param most number of events
     */
    static PointChoice of(EventTable events, List<String> classes, int most) {
        boolean isOne = classes.isEmpty();
        List<Group> all = new ArrayList<>();
        for (int c = -1; c < (isOne ? 0 : classes.size()); c++) {
            int which = c;
            int[] rows = IntStream.range(0, events.size())
                    .filter(i -> isOne || events.classIndex()[i] == which)
                    .filter(i -> Double.isFinite(events.column(0).number(i))
                            && Double.isFinite(events.column(1).number(i)))
                    .toArray();
            if (rows.length > 0) {
                String name = isOne ? "events" : c < 0 ? "data" : classes.get(c);
                all.add(new Group(name, tint(c, classes.size()), rows, rows.length));
            }
        }
        int[] shares = shares(all.stream().mapToInt(Group::all).toArray(), most);
        List<Group> drawn = new ArrayList<>();
        for (int g = 0; g < all.size(); g++) {
            Group group = all.get(g);
            drawn.add(new Group(group.name, group.tint, least(group.rows, shares[g], events.id()), group.all));
        }
        drawn.sort(Comparator.comparingInt(Group::all).reversed());
        return new PointChoice(List.copyOf(drawn));
    }

    /** Returns how many of each group are drawn: equal shares, but no more than there are. */
    static int[] shares(int[] sizes, int most) {
        int[] shares = new int[sizes.length];
        int left = most;
        Integer[] order = IntStream.range(0, sizes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingInt(g -> sizes[g]));
        for (int k = 0; k < order.length; k++) {
            shares[order[k]] = Math.min(sizes[order[k]], left / (order.length - k));
            left -= shares[order[k]];
        }
        return shares;
    }

    private static int[] least(int[] rows, int count, long[] id) {
        return IntStream.of(rows)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> RandomStream.mix(id[i]))
                        .thenComparing(i -> i))
                .limit(count)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    /** Adds the chosen events as dots, a layer a class. */
    void addTo(List<Layer> layers, EventTable events) {
        double[] x = events.numbers(0);
        double[] y = events.numbers(1);
        for (Group group : groups) {
            if (group.rows.length > 0) {
                layers.add(new Layer.Points(
                        group.name,
                        IntStream.of(group.rows).mapToDouble(i -> x[i]).toArray(),
                        IntStream.of(group.rows).mapToDouble(i -> y[i]).toArray(),
                        NO_ERRORS,
                        group.tint,
                        true));
            }
        }
    }

    /** Returns how many of how many events of {@code scope} are drawn, by class where it is not all; empty where none is. */
    Optional<String> note(String scope) {
        int drawn = drawn();
        int all = groups.stream().mapToInt(Group::all).sum();
        if (drawn == 0) {
            return Optional.empty();
        }
        if (drawn == all) {
            return Optional.of(Rounding.count(all, "event") + " of " + scope);
        }
        return Optional.of("drawn of " + scope + ": "
                + groups.stream()
                        .map(g -> (g.rows.length < g.all ? Rounding.count(g.rows.length) + " of " : "all ")
                                + Rounding.count(g.all) + " " + g.name)
                        .collect(Collectors.joining(", ")));
    }

    /** Returns how many events are drawn. */
    int drawn() {
        return groups.stream().mapToInt(g -> g.rows.length).sum();
    }

    private static Tint tint(int c, int classes) {
        if (c < 0) {
            return Tint.DATA;
        }
        return classes > 2 ? Tint.series(c) : c == Scores.SIGNAL ? Tint.SIGNAL : Tint.BACKGROUND;
    }
}
