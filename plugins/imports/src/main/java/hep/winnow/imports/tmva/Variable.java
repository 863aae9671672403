package hep.winnow.imports.tmva;

import hep.winnow.api.learn.ForeignInput;
import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable of a weight file.
 *
 * @param label what the user calls it: {@code myvar1} of {@code myvar1 := var1+var2}, or the expression again
 * @param expression as TTreeFormula reads it
 * @param unit such as {@code GeV}; may be anything
 * @param low least value in the training
 * @param high greatest value in the training
 */
record Variable(String label, String expression, String unit, double low, double high) {
    private static final int MOST = 100_000;
    private static final Set<String> UNITS =
            Set.of("eV", "keV", "MeV", "GeV", "TeV", "um", "mm", "cm", "m", "ps", "ns", "us", "ms", "s", "rad", "deg");

    /** Returns all, in the order of their indexes, in which they must stand. */
    static List<Variable> all(XmlElement element) {
        int n = element.integer("NVar", 1, MOST);
        List<XmlElement> found = element.children("Variable");
        if (found.size() != n || element.children().size() != n) {
            throw element.error("it holds " + element.children().size() + " variables of " + n, "the file is damaged");
        }
        List<Variable> variables = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < n; i++) {
            XmlElement variable = found.get(i);
            variable.integer("VarIndex", i, i);
            String expression = variable.attribute("Expression");
            String label = variable.attributeIfAny("Label").orElse(expression);
            if (!labels.add(label)) {
                throw variable.error("there are two variables '" + label + "'", "the file is damaged");
            }
            double low = variable.has("Min") ? variable.real("Min") : Double.NaN;
            double high = variable.has("Max") ? variable.real("Max") : Double.NaN;
            variables.add(new Variable(
                    label, expression, variable.attributeIfAny("Unit").orElse(""), low, high));
        }
        return variables;
    }

    /** Returns it as an input of a model. What stands for a unit, but is none, is left out. */
    ForeignInput input() {
        Optional<String> formula = TreeFormula.translate(expression);
        return new ForeignInput(
                label, true, formula.orElse(""), expression, UNITS.contains(unit) ? unit : "", low, high);
    }
}
