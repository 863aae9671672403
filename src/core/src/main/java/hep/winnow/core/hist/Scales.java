package hep.winnow.core.hist;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import java.util.ArrayList;
import java.util.List;

/** Tells of the factors from a part of a split to the whole. */
final class Scales {
    private Scales() {}

    /** Adds the factors by class where the events are a part. */
    static void put(Facts facts, Scope scope, StepContext context) {
        if (scope.isPart()) {
            List<PartScale> scales = context.partScales(scope);
            Facts byClass = new Facts();
            for (int c = 0; c < scales.size(); c++) {
                byClass.put(context.classes().get(c), scales.get(c).factor());
            }
            facts.put("scale", byClass);
        }
    }

    /** Returns the factors in brackets; nothing where the events are no part. */
    static String note(Scope scope, StepContext context) {
        if (!scope.isPart()) {
            return "";
        }
        List<PartScale> scales = context.partScales(scope);
        List<String> parts = new ArrayList<>();
        for (int c = 0; c < scales.size(); c++) {
            parts.add(context.classes().get(c) + " x "
                    + Rounding.withError(scales.get(c).factor(), scales.get(c).error()));
        }
        return " (scaled to the whole sample: " + String.join(", ", parts) + ")";
    }
}
