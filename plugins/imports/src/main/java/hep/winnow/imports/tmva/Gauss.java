package hep.winnow.imports.tmva;

import java.util.List;

/** The distribution function of each variable, flat from 0 to 1 or as the quantile of a normal distribution: the transforms U and G. */
final class Gauss implements EventTransform {
    private static final double MARGIN = 10e-10;
    private static final double FARTHEST = 0.99999999;
    /** The root of 2, as TMVA writes it. */
    private static final double ROOT_TWO = 1.414213562;

    private final Selection selection;
    private final List<Distribution> distributions;
    private final boolean isFlat;

    Gauss(Selection selection, List<Distribution> distributions, boolean isFlat) {
        this.selection = selection;
        this.distributions = List.copyOf(distributions);
        this.isFlat = isFlat;
    }

    @Override
    public void apply(double[] event) {
        double[] taken = new double[selection.size()];
        selection.get(event, taken);
        for (int i = 0; i < taken.length; i++) {
            double part = distributions.get(i).value(taken[i]);
            part = Math.max(Math.min(part, 1. - MARGIN), MARGIN);
            double argument = Math.max(-FARTHEST, Math.min(FARTHEST, 2.0 * part - 1.0));
            taken[i] = (float) (isFlat ? part : ROOT_TWO * Erf.inverse(argument));
        }
        selection.set(taken, event);
    }
}
