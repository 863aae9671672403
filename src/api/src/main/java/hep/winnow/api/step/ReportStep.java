package hep.winnow.api.step;

import hep.winnow.api.run.RunRecord;
import hep.winnow.api.run.StepContext;

/** A step that tells of the whole run. It is carried out when all other statements are done, wherever it stands. */
public non-sealed interface ReportStep extends Step {
    /** Writes the report. */
    void report(RunRecord run, StepContext context);
}
