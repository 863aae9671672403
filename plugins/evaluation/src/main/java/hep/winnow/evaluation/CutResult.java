package hep.winnow.evaluation;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.text.Rounding;
import hep.winnow.kernels.stat.Estimate;
import java.util.List;

/**
 * The cut that was chosen, and what it gives.
 *
 * @param cut keeps scores greater than this
 * @param chosen figure of merit where the cut was chosen: too good
 * @param quoted figure of merit on the other events
 * @param signal yield of signal there, scaled to the full sample
 * @param background yield of background there, scaled to the full sample
 * @param rawSignal number of events behind it
 * @param rawBackground number of events behind it
 */
record CutResult(
        double cut,
        Estimate chosen,
        Estimate quoted,
        Estimate signal,
        Estimate background,
        int rawSignal,
        int rawBackground) {
    static CutResult of(Optimise step, CutScan chosen, int best, CutScan quoted) {
        double cut = chosen.cut(best);
        int there = quoted.at(cut);
        return new CutResult(
                cut,
                chosen.merit(step.fom(), best),
                quoted.merit(step.fom(), there),
                quoted.sumAbove(1, there),
                quoted.sumAbove(0, there),
                quoted.raw(1, there),
                quoted.raw(0, there));
    }

    String text(Optimise step, List<PartScale> scales) {
        String merit = step.fom().text();
        return "optimise " + step.name() + ": " + step.score().text() + " > " + Rounding.shortest(cut, 6)
                + ", the greatest " + merit + " on " + step.choose().text() + " with at least "
                + Rounding.count(step.minEvents(), "background event")
                + "\n  on " + step.quote().text() + ", scaled to the full sample by "
                + scale(scales.get(1)) + " (signal) and " + scale(scales.get(0)) + " (background):"
                + "\n  s = " + Estimates.withError(signal) + " (" + Rounding.count(rawSignal, "event") + "), b = "
                + Estimates.withError(background) + " (" + Rounding.count(rawBackground, "event") + "), " + merit
                + " = "
                + Estimates.withError(quoted)
                + "\n  on " + step.choose().text() + ", where the cut was chosen: " + merit + " = "
                + Estimates.withError(chosen);
    }

    private static String scale(PartScale scale) {
        return Estimates.withError(new Estimate(scale.factor(), scale.error()));
    }

    Facts facts(Optimise step, List<PartScale> scales) {
        return new Facts()
                .put("score", step.score().text())
                .put("fom", step.fom().text())
                .put("choose", step.choose().text())
                .put("quote", step.quote().text())
                .put("cut", cut)
                .put("z", quoted.value())
                .put("z_error", quoted.error())
                .put("z_chosen", chosen.value())
                .put("z_chosen_error", chosen.error())
                .put("s", signal.value())
                .put("s_error", signal.error())
                .put("s_events", (long) rawSignal)
                .put("b", background.value())
                .put("b_error", background.error())
                .put("b_events", (long) rawBackground)
                .put("s_scale", scales.get(1).factor())
                .put("s_scale_error", scales.get(1).error())
                .put("b_scale", scales.get(0).factor())
                .put("b_scale_error", scales.get(0).error());
    }
}
