package hep.winnow.core.hist;

import hep.winnow.api.step.Scope;

/** A step that looks at all events where the macro names none. */
public interface OverAll {
    /** Returns this step with its events said; the step itself if it says them already. */
    Record over(Scope events);
}
