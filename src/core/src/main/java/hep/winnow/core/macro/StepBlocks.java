package hep.winnow.core.macro;

import hep.winnow.core.bind.Binder;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements in the blocks of others: cuts of a region, and nothing else. */
final class StepBlocks {
    private static final StepSchema CUT = StepSchema.of(Cut.class, "core");

    private final Binder binder;
    private final Calls calls;
    private final Findings out;

    StepBlocks(Binder binder, Calls calls, Findings out) {
        this.binder = binder;
        this.calls = calls;
        this.out = out;
    }

    /** Reports statements in the block of what is no region. */
    void check(StepStatement step, StepSchema schema) {
        if (!step.steps().isEmpty() && schema.record().type() != Region.class) {
            out.add(CheckCode.STRAY_STEP.at(
                    step.steps().get(0).verb().span(),
                    "the block of '" + schema.title() + "' takes options, no statements",
                    "only a region holds cuts"));
        }
    }

    /** Returns the cuts of a region as far as they can be bound; none of any other statement. */
    List<RegionMaker.BoundCut> cuts(StepStatement region, StepSchema schema) {
        List<RegionMaker.BoundCut> cuts = new ArrayList<>();
        if (schema.record().type() != Region.class) {
            return cuts;
        }
        Optional<Frame> around = calls.frame(region);
        for (StepStatement inner : region.steps()) {
            out.within(calls.frame(inner).or(() -> around));
            if (!inner.verb().text().equals(CUT.verb())) {
                out.add(CheckCode.STRAY_STEP.at(
                        inner.verb().span(),
                        "the block of a region holds cuts, not '" + inner.verb().text() + "'",
                        "write cut \"label\" : condition"));
                continue;
            }
            check(inner, CUT);
            binder.bind(inner, CUT, inner.operands())
                    .ifPresent(bound -> cuts.add(new RegionMaker.BoundCut(inner, (Cut) bound.value())));
        }
        out.within(around);
        return cuts;
    }
}
