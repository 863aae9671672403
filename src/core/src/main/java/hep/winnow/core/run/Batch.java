package hep.winnow.core.run;

import hep.winnow.api.event.EventTable;
import hep.winnow.core.macro.CutDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several queries answered in one evaluation of a frame, so that what they share is computed once: expressions, cuts, and the weights of the events of a scope. The cuts that all of them have in
 * common are looked at first; if few events are left, all else is computed for these alone. Safe for several threads.
 */
final class Batch {
    private final List<Query> queries;
    private final Map<Integer, Plan> plans = new HashMap<>();

    /** What is asked of a sample's frames: counts within the first cuts, and what comes behind them; for each query its place in one of the two, or -1. */
    private record Plan(Answers first, Answers rest, int[] placeInFirst, int[] placeInRest, int lastOfFirst) {}

    Batch(List<Query> queries) {
        this.queries = List.copyOf(queries);
        this.queries.stream()
                .flatMap(q -> q.scope().samples().stream())
                .distinct()
                .forEach(sample -> plans.put(sample, plan(sample)));
    }

    private Plan plan(int sample) {
        List<Query> asked = queries.stream()
                .filter(q -> q.scope().samples().contains(sample))
                .toList();
        List<CutDecl> common = CommonCuts.of(asked);
        Answers.Builder first = new Answers.Builder(0);
        Answers.Builder rest = new Answers.Builder(common.size());
        int[] placeInFirst = new int[queries.size()];
        int[] placeInRest = new int[queries.size()];
        for (int i = 0; i < queries.size(); i++) {
            Query query = queries.get(i);
            boolean isAsked = query.scope().samples().contains(sample);
            boolean isFirst =
                    query.columns().isEmpty() && query.scope().cuts().size() <= common.size() && !common.isEmpty();
            placeInFirst[i] = isAsked && isFirst ? first.add(query) : -1;
            placeInRest[i] = isAsked && !isFirst ? rest.add(query) : -1;
        }
        int last = first.add(common);
        return new Plan(first.build(), rest.build(), placeInFirst, placeInRest, last);
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
        Answers.OfFrame first = plan.first().of(frame, Selection.all(frame.size()));
        Answers.OfFrame rest = plan.rest().of(frame, first.rows(plan.lastOfFirst()));
        List<Optional<EventTable>> out = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            int inFirst = plan.placeInFirst()[i];
            int inRest = plan.placeInRest()[i];
            if (inFirst >= 0) {
                out.add(Optional.of(first.table(inFirst)));
            } else {
                out.add(inRest >= 0 ? Optional.of(rest.table(inRest)) : Optional.empty());
            }
        }
        return out;
    }
}
