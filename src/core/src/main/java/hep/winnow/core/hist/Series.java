package hep.winnow.core.hist;

import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Scope;
import hep.winnow.core.hist.Collected.Binned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was filled of one sample's events of one class.
 *
 * @param label the sample's name; where it has several classes, the class too
 * @param classIndex its class; -1 for data
 * @param filled weights of a part of a split are scaled to the whole; data never is
 */
record Series<H>(String label, int classIndex, Binned<H> filled) {
    boolean isData() {
        return classIndex < 0;
    }

    /** Returns the name of its class, {@code data} for data. */
    String className(StepContext context) {
        return isData() ? "data" : context.classes().get(classIndex);
    }

    /** Returns the series of one scope, in the order of the samples. */
    static <H> List<Series<H>> of(Kind<H> kind, Map<FillKey, Binned<H>> filled, Scope scope, StepContext context) {
        List<PartScale> scales = context.partScales(scope);
        List<Series<H>> out = new ArrayList<>();
        filled.forEach((key, binned) -> {
            Binned<H> scaled = key.isData()
                    ? binned
                    : binned.scaled(kind, scales.get(key.classIndex()).factor());
            out.add(new Series<>(label(key, filled, context), key.classIndex(), scaled));
        });
        return out;
    }

    /** A sample of one class goes by its name; otherwise the class is said too. */
    private static String label(FillKey key, Map<FillKey, ?> filled, StepContext context) {
        String sample = context.samples().get(key.sample());
        boolean hasSeveral =
                filled.keySet().stream().filter(k -> k.sample() == key.sample()).count() > 1;
        boolean isOnly = filled.keySet().stream().allMatch(k -> k.sample() == key.sample());
        if (!hasSeveral) {
            return sample;
        }
        String className = context.classes().get(key.classIndex());
        return isOnly ? className : sample + " " + className;
    }
}
