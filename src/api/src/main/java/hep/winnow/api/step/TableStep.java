package hep.winnow.api.step;

import hep.winnow.api.run.StepContext;

/** A step that looks at whole columns at once, or at models: it asks its context for tables of the scopes and expressions among its own components. */
public non-sealed interface TableStep extends Step {
    /** Does the work. */
    void run(StepContext context);

    /** Tells whether scoring events that trained the model is this step's purpose, as it is for a watch on overtraining. */
    default boolean comparesWithTraining() {
        return false;
    }
}
