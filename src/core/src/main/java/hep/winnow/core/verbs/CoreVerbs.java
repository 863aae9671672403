package hep.winnow.core.verbs;

import hep.winnow.api.step.Step;
import hep.winnow.core.hist.Hist;
import hep.winnow.core.hist.Hist2D;
import hep.winnow.core.hist.NMinusOne;
import hep.winnow.core.hist.ProfileStep;
import java.util.List;

/** The verbs that the framework brings. */
public final class CoreVerbs {
    /** Their records. */
    public static final List<Class<? extends Step>> STEPS = List.of(
            Cut.class,
            Cutflow.class,
            Define.class,
            Expect.class,
            Export.class,
            Generate.class,
            Hist.class,
            Hist2D.class,
            Load.class,
            Missing.class,
            NMinusOne.class,
            Print.class,
            ProfileStep.class,
            Region.class,
            Save.class,
            Show.class,
            Split.class,
            Table.class);

    private CoreVerbs() {}
}
