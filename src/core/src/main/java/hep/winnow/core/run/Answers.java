package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.macro.CutDecl;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers queries about some rows of frames, those that pass the first cuts. Safe for several threads. */
final class Answers {
    private final ScopeTree tree;
    private final Evaluator evaluator;
    private final List<Asked> asked;

    /**
     * A query.
     *
     * @param node its scope
     * @param columns the roots of its columns
     * @param weighting which weights
     */
    private record Asked(int node, int[] columns, Weighting weighting) {}

    /** The events of a node without columns. */
    private record Bare(int node, Weighting weighting) {}

    private Answers(ScopeTree tree, Evaluator evaluator, List<Asked> asked) {
        this.tree = tree;
        this.evaluator = evaluator;
        this.asked = asked;
    }

    /** Gathers queries. */
    static final class Builder {
        private final int passed;
        private final ScopeTree.Roots roots = new ScopeTree.Roots();
        private final ScopeTree tree = new ScopeTree(roots);
        private final List<Asked> asked = new ArrayList<>();

        /** Makes a builder; the rows that it will be about pass the first {@code passed} cuts of each scope. */
        Builder(int passed) {
            this.passed = passed;
        }

        /** Returns the place of a query. */
        int add(Query query) {
            int node = tree.add(query.scope(), passed);
            int[] columns = query.columns().stream().mapToInt(roots::add).toArray();
            asked.add(new Asked(node, columns, query.weighting()));
            return asked.size() - 1;
        }

        /** Returns the node of the events that pass cuts. */
        int add(List<CutDecl> cuts) {
            return tree.add(ScopeDecl.passing(cuts), 0);
        }

        Answers build() {
            return new Answers(tree, new Evaluator(roots.expressions()), List.copyOf(asked));
        }
    }

    /** Begins with a frame; {@code origin} are the rows that the queries are about, rising. */
    OfFrame of(Frame frame, int[] origin) {
        return new OfFrame(frame, origin);
    }

    /** The answers for one frame. For one thread. */
    final class OfFrame {
        private final Frame frame;
        private final int[] origin;
        private final Evaluator.Result values;
        private final int[] @Nullable [] rows = new int[tree.size()][];
        private final Map<Bare, EventTable> bare = new HashMap<>();

        private OfFrame(Frame frame, int[] origin) {
            this.frame = frame;
            this.origin = origin;
            this.values = frame.evaluate(evaluator, origin);
        }

        /** Returns the rows of the frame that a node has. */
        int[] rows(int node) {
            return Selection.of(origin, among(node));
        }

        private int[] among(int node) {
            return tree.rows(node, rows, values, frame, origin);
        }

        /** Returns the answer to the query at a place. */
        EventTable table(int place) {
            Asked query = asked.get(place);
            EventTable events = bare(query.node(), query.weighting());
            if (query.columns().length == 0) {
                return events;
            }
            List<Column> columns = new ArrayList<>();
            for (int root : query.columns()) {
                columns.add(Selection.of(values.column(root), among(query.node()), origin.length));
            }
            return new EventTable(columns, events.weight(), events.classIndex(), events.sampleIndex(), events.id());
        }

        /** Returns the events of a node without columns. */
        private EventTable bare(int node, Weighting weighting) {
            Bare wanted = new Bare(node, weighting);
            EventTable known = bare.get(wanted);
            if (known == null) {
                int[] chosen = rows(node);
                int[] sample = new int[chosen.length];
                Arrays.fill(sample, frame.sample().index());
                known = new EventTable(
                        List.of(),
                        Selection.of(frame.weight(weighting), chosen),
                        Selection.of(frame.classIndex(), chosen),
                        sample,
                        Selection.of(frame.id(), chosen));
                bare.put(wanted, known);
            }
            return known;
        }
    }
}
