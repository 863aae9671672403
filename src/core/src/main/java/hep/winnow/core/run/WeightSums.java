package hep.winnow.core.run;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.PartForm;
import hep.winnow.api.step.Scope;
import hep.winnow.core.verbs.CutCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Sums the weights of scopes, not yet scaled to cross-section and luminosity, for what the run itself must know.
 *
 * @param scopes the scopes
 * @param weighting which weights
 * @param told what each scope holds, by sample and class; called once per scope
 */
record WeightSums(List<Scope> scopes, Weighting weighting, BiConsumer<Scope, List<WeightSum>> told)
        implements EventStep<CutCount> {
    WeightSums {
        scopes = List.copyOf(scopes);
    }

    @Override
    public List<EventExpression> columns() {
        return List.of();
    }

    @Override
    public CutCount collect(int scope, EventTable block) {
        return CutCount.of(block);
    }

    @Override
    public Optional<PartForm<CutCount>> form() {
        return Optional.of(CutCount.FORM);
    }

    @Override
    public CutCount merge(CutCount first, CutCount second) {
        first.add(second);
        return first;
    }

    @Override
    public void finish(List<CutCount> results, StepContext context) {
        for (int i = 0; i < results.size(); i++) {
            List<WeightSum> sums = new ArrayList<>();
            results.get(i)
                    .counts()
                    .forEach((key, s) ->
                            sums.add(new WeightSum(key.sample(), key.classIndex(), (long) s[0], s[1], s[2])));
            told.accept(scopes.get(i), sums);
        }
    }
}
