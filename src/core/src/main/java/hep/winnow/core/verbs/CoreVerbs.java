package hep.winnow.core.verbs;

import hep.winnow.api.step.Step;
import java.util.List;

/** The verbs that the framework brings. */
public final class CoreVerbs {
    /** Their records. */
    public static final List<Class<? extends Step>> STEPS = List.of(
            Cut.class,
            Cutflow.class,
            Define.class,
            Expect.class,
            Generate.class,
            Hist.class,
            Load.class,
            Missing.class,
            Print.class,
            Region.class,
            Save.class,
            Show.class,
            Split.class);

    private CoreVerbs() {}
}
