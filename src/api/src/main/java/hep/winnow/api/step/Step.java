package hep.winnow.api.step;

/**
 * One statement of a macro, bound to its options: a record with {@link Verb}. What it does is told by which of the
 * kinds it implements.
 */
public sealed interface Step permits Declaration, EventStep, ReportStep, SampleStep, TableStep, TrainStep {}
