package hep.winnow.core.macro;

import hep.winnow.core.verbs.Missing;
import java.util.List;

/** What a column's missing values are, and what a learner gets for them. */
public record MissingRule(List<Double> sentinels, Missing.Fill fill) {
    public MissingRule {
        sentinels = List.copyOf(sentinels);
    }

    /** Tells whether {@code x} means that there is no value. */
    public boolean isMissing(double x) {
        return Double.isNaN(x) || sentinels.contains(x);
    }
}
