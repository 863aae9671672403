package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.List;

/** A sum of variables with coefficients, in doubles (Fisher), or rounded to a float after each (LD). */
final class Linear implements Response {
    private final double[][] coefficients;
    private final boolean isRounded;

    private Linear(double[][] coefficients, boolean isRounded) {
        this.coefficients = coefficients;
        this.isRounded = isRounded;
    }

    /** Reads the weights of a Fisher discriminant. */
    static Linear fisher(Setup setup) {
        XmlElement weights = setup.root().child("Weights");
        int n = setup.variables().size() + 1;
        weights.integer("NCoeff", n, n);
        double[] own = new double[n];
        List<XmlElement> all = coefficients(weights, n);
        for (int i = 0; i < n; i++) {
            all.get(i).integer("Index", i, i);
            own[i] = all.get(i).real("Value");
        }
        return new Linear(new double[][] {own}, false);
    }

    /** Reads the weights of a linear discriminant, or of a linear regression of one target or several. */
    static Linear ld(Setup setup, int outputs) {
        XmlElement weights = setup.root().child("Weights");
        int n = setup.variables().size() + 1;
        weights.integer("NOut", outputs, outputs);
        weights.integer("NCoeff", n, n);
        double[][] own = new double[outputs][n];
        List<XmlElement> all = coefficients(weights, (long) outputs * n);
        for (int i = 0; i < all.size(); i++) {
            all.get(i).integer("IndexOut", i / n, i / n);
            all.get(i).integer("IndexCoeff", i % n, i % n);
            own[i / n][i % n] = all.get(i).real("Value");
        }
        return new Linear(own, true);
    }

    private static List<XmlElement> coefficients(XmlElement weights, long n) {
        List<XmlElement> all = weights.children("Coefficient");
        if (all.size() != n || weights.children().size() != n) {
            throw weights.error(
                    "it holds " + weights.children().size() + " coefficients of " + n, "the file is damaged");
        }
        return all;
    }

    @Override
    public int outputs() {
        return coefficients.length;
    }

    @Override
    public void score(double[] event, double[] out) {
        for (int k = 0; k < out.length; k++) {
            double[] own = coefficients[k];
            double sum = isRounded ? (float) own[0] : own[0];
            for (int i = 0; i < event.length; i++) {
                sum += own[i + 1] * event[i];
                sum = isRounded ? (float) sum : sum;
            }
            out[k] = sum;
        }
    }

    @Override
    public int parameters() {
        return coefficients.length * coefficients[0].length;
    }

    @Override
    public double threshold() {
        return 0;
    }
}
