package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.function.Measure;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import java.util.List;
import java.util.Optional;

/** {@code yield(sr)} and {@code yield(sr, sig)}. */
@Verb(
        value = "yield",
        doc = "Sum of the weights of the events of a region, of all samples or of one; in a part of a split it is"
                + " scaled to the full sample.",
        examples = {"expect yield(sr) > 100", "expect yield(sr, sig) / yield(sr, bkg) > 0.1"})
public record Yield(
        @Operand(doc = "the events") Scope region,

        @Operand(doc = "the sample; all of them if left out", optional = true)
        Optional<Scope> sample)
        implements Measure {
    @Override
    public List<Scope> summed() {
        return List.of(region);
    }

    @Override
    public double measure(StepContext context) {
        int only = sample.map(s -> index(s, context)).orElse(-1);
        List<PartScale> scales = context.partScales(region);
        double[] sums = new double[scales.size() + 1];
        for (WeightSum sum : context.sums(region)) {
            if (only < 0 || sum.sample() == only) {
                sums[sum.classIndex() + 1] += sum.sumW();
            }
        }
        double sum = sums[0];
        for (int c = 0; c < scales.size(); c++) {
            sum += scales.get(c).factor() * sums[c + 1];
        }
        return sum;
    }

    private static int index(Scope sample, StepContext context) {
        int index = context.samples().indexOf(sample.text());
        if (index < 0) {
            throw UserError.macro(
                    "'" + sample.text() + "' is no sample; there are " + String.join(", ", context.samples()),
                    "yield(region, sample) takes the name of a read or toy statement");
        }
        return index;
    }
}
