package hep.winnow.evaluation;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Scope;
import hep.winnow.api.text.Rounding;
import java.util.List;

/** What the measures of one score have in common. */
final class ScoreMeasures {
    private ScoreMeasures() {}

    /** Returns the scores of signal and background; events without one are left out with a warning. */
    static Scores scores(String measure, EventExpression score, Scope on, StepContext context) {
        checkTwoClasses(measure, context);
        EventTable table = context.table(on, List.of(score));
        Scores scores = Scores.of(table, table.numbers(0), Scores.SIGNAL)
                .bothClasses("'" + score.text() + "'", on.text(), context.classes());
        warn(measure, scores.missing(), score.text(), on, context);
        return scores;
    }

    static void checkTwoClasses(String measure, StepContext context) {
        if (context.classes().size() != 2) {
            throw UserError.macro(
                    measure + " needs signal and background, found the classes " + String.join(", ", context.classes()),
                    "for several classes use accuracy(), or roc for one class against the rest");
        }
    }

    static void warn(String measure, int missing, String what, Scope on, StepContext context) {
        if (missing > 0) {
            context.warn(measure + ": " + Rounding.count(missing, "event") + " of '" + on.text()
                    + "' without a value of '" + what + "' left out");
        }
    }
}
