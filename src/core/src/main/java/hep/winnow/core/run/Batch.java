package hep.winnow.core.run;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.CutDecl;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several queries answered in one evaluation of a frame, so that what they share is computed once. Immutable. */
final class Batch {
    private final List<Query> queries;
    private final Map<Integer, Plan> plans = new java.util.HashMap<>();

    /** The roots that a sample's frames are evaluated for. */
    private record Plan(Evaluator evaluator, IdentityHashMap<TypedExpr, Integer> index) {}

    Batch(List<Query> queries) {
        this.queries = List.copyOf(queries);
        this.queries.stream()
                .flatMap(q -> q.scope().samples().stream())
                .distinct()
                .forEach(sample -> plans.put(sample, plan(sample)));
    }

    private Plan plan(int sample) {
        IdentityHashMap<TypedExpr, Integer> index = new IdentityHashMap<>();
        List<TypedExpr> roots = new ArrayList<>();
        for (Query query : queries) {
            if (query.scope().samples().contains(sample)) {
                query.scope().cuts().forEach(c -> add(c.condition(), index, roots));
                query.columns().forEach(c -> add(c, index, roots));
            }
        }
        return new Plan(new Evaluator(roots), index);
    }

    private static void add(TypedExpr root, IdentityHashMap<TypedExpr, Integer> index, List<TypedExpr> roots) {
        if (index.putIfAbsent(root, roots.size()) == null) {
            roots.add(root);
        }
    }

    /** Tells whether any query asks for events of a sample. */
    boolean asksFor(int sample) {
        return plans.containsKey(sample);
    }

    /** Returns the answer to each query; empty for one that asks for other samples. */
    List<Optional<EventTable>> run(Frame frame) {
        Plan plan = plans.get(frame.sample().index());
        if (plan == null) {
            return queries.stream().map(q -> Optional.<EventTable>empty()).toList();
        }
        Evaluator.Result result = frame.evaluate(plan.evaluator());
        List<Optional<EventTable>> out = new ArrayList<>();
        for (Query query : queries) {
            boolean isAsked = query.scope().samples().contains(frame.sample().index());
            out.add(isAsked ? Optional.of(answer(query, frame, plan, result)) : Optional.empty());
        }
        return out;
    }

    private static EventTable answer(Query query, Frame frame, Plan plan, Evaluator.Result result) {
        int[] rows = rows(query.scope(), frame, plan, result);
        List<Column> columns = new ArrayList<>();
        for (TypedExpr column : query.columns()) {
            columns.add(Selection.of(result.column(index(plan, column)), rows, frame.size()));
        }
        int[] sample = new int[rows.length];
        Arrays.fill(sample, frame.sample().index());
        return new EventTable(
                columns,
                Selection.of(frame.weight(), rows),
                Selection.of(frame.classIndex(), rows),
                sample,
                Selection.of(frame.id(), rows));
    }

    private static int index(Plan plan, TypedExpr root) {
        return java.util.Objects.requireNonNull(plan.index().get(root));
    }

    private static int[] rows(ScopeDecl scope, Frame frame, Plan plan, Evaluator.Result result) {
        boolean[] passes = new boolean[frame.size()];
        Arrays.fill(passes, true);
        List<CutDecl> cuts = scope.cuts();
        for (int k = 0; k < cuts.size(); k++) {
            int root = index(plan, cuts.get(k).condition());
            boolean[] mask = result.mask(root);
            if (scope.failsByMissing() && k == cuts.size() - 1) {
                failingByMissing(passes, mask, result.touchedMissing(root));
            } else {
                and(passes, mask);
            }
        }
        scope.part().ifPresent(part -> and(passes, frame.isIn(scope.split().orElseThrow(), part)));
        return Selection.rows(passes);
    }

    private static void and(boolean[] passes, boolean[] mask) {
        for (int i = 0; i < passes.length; i++) {
            passes[i] &= mask[i];
        }
    }

    private static void failingByMissing(boolean[] passes, boolean[] mask, boolean[] missing) {
        for (int i = 0; i < passes.length; i++) {
            passes[i] &= !mask[i] && missing.length > 0 && missing[i];
        }
    }
}
