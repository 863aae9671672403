package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Cuts beyond which a BDT with DoPreselection knows the answer: 1 or -1. */
final class Preselection {
    /**
     * A cut.
     *
     * @param isLow whether events below it are decided; else those above
     * @param answer 1 for signal, -1 for background
     */
    private record Cut(int variable, boolean isLow, double at, double answer) {
        boolean decides(double[] event) {
            return isLow ? event[variable] < at : event[variable] > at;
        }
    }

    private final List<Cut> cuts;

    private Preselection(List<Cut> cuts) {
        this.cuts = List.copyOf(cuts);
    }

    static Preselection of(Setup setup) {
        List<Cut> cuts = new ArrayList<>();
        if (!setup.isSet("DoPreselection", false)) {
            return new Preselection(cuts);
        }
        XmlElement weights = setup.root().child("Weights");
        for (int i = 0; i < setup.variables().size(); i++) {
            cut(weights, "PreselectionLowBkgVar", i, true, -1).ifPresent(cuts::add);
            cut(weights, "PreselectionLowSigVar", i, true, 1).ifPresent(cuts::add);
            cut(weights, "PreselectionHighBkgVar", i, false, -1).ifPresent(cuts::add);
            cut(weights, "PreselectionHighSigVar", i, false, 1).ifPresent(cuts::add);
        }
        return new Preselection(cuts);
    }

    private static Optional<Cut> cut(XmlElement weights, String name, int variable, boolean isLow, double answer) {
        boolean isThere = weights.integer(name + variable, 0, 1) == 1;
        return isThere
                ? Optional.of(new Cut(variable, isLow, weights.real(name + variable + "Value"), answer))
                : Optional.empty();
    }

    /** Returns the answer of the last cut that decides an event, or else a score. */
    double or(double[] event, DoubleSupplier score) {
        double answer = 0;
        for (Cut cut : cuts) {
            answer = cut.decides(event) ? cut.answer() : answer;
        }
        return answer != 0 ? answer : score.getAsDouble();
    }
}
