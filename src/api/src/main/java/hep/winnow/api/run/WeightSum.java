package hep.winnow.api.run;

/**
 * The events of one sample and class.
 *
 * @param sample index of the sample, as in {@link hep.winnow.api.event.EventTable#sampleIndex()}
 * @param classIndex index of the class; -1 for data
 * @param entries raw number of events
 * @param sumW sum of their weights
 * @param sumW2 sum of the squares of their weights
 */
public record WeightSum(int sample, int classIndex, long entries, double sumW, double sumW2) {}
