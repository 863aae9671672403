package hep.winnow.core.host;

import hep.winnow.api.hist.Histogram;

/**
 * A histogram of a run.
 *
 * @param name that its statement declares; may be empty
 * @param region whose events it holds
 * @param label of the sample or class
 * @param className its class; {@code data} for recorded data
 * @param histogram weights, their squares and raw counts
 */
public record HistogramResult(String name, String region, String label, String className, Histogram histogram) {}
