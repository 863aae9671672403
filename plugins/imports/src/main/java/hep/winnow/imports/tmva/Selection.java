package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a transformation takes, and where its results go: indexes of variables, and of targets behind them.
 *
 * @param variables of what it takes, in order; targets are left out
 * @param put variables that its results become, one for each
 * @param targets how many targets it takes, behind the variables
 */
record Selection(List<Integer> variables, List<Integer> put, int targets) {
    Selection {
        variables = List.copyOf(variables);
        put = List.copyOf(put);
    }

    /** Reads what stands in {@code <Selection>}. */
    static Selection of(XmlElement transform, Setup setup) {
        XmlElement selection = transform
                .childIfAny("Selection")
                .orElseThrow(() -> transform.error(
                        "it does not say which variables it takes, as TMVA before 4.1 did not", "train again"));
        List<Integer> get = indexes(selection.child("Input"), "Input", "NInputs", setup);
        List<Integer> put = indexes(selection.child("Output"), "Output", "NOutputs", setup);
        List<Integer> variables = get.stream().filter(i -> i >= 0).toList();
        List<Integer> outputs = put.stream().filter(i -> i >= 0).toList();
        boolean isOrdered =
                variables.equals(get.subList(0, variables.size())) && outputs.equals(put.subList(0, outputs.size()));
        if (get.size() != put.size() || variables.size() != outputs.size() || !isOrdered) {
            throw selection.error(
                    "it takes " + get.size() + " values and puts " + put.size() + ", or mixes variables and targets",
                    "such transformations are not read");
        }
        return new Selection(variables, outputs, get.size() - variables.size());
    }

    /** Returns indexes of variables, and -1 for a target. */
    private static List<Integer> indexes(XmlElement element, String name, String count, Setup setup) {
        List<XmlElement> all = element.children(name);
        element.integer(count, all.size(), all.size());
        List<Integer> indexes = new ArrayList<>();
        for (XmlElement one : all) {
            String type = one.attribute("Type");
            if (type.equals("Target")) {
                indexes.add(-1);
            } else if (type.equals("Variable")) {
                int index = index(one, setup.variables());
                if (indexes.contains(index)) {
                    throw one.error("the variable stands twice", "the file is damaged");
                }
                indexes.add(index);
            } else {
                throw one.error("a transformation of a " + type + " is not read", "train without it");
            }
        }
        return indexes;
    }

    private static int index(XmlElement one, List<Variable> variables) {
        String label = one.attribute("Label");
        String expression = one.attribute("Expression");
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            if (variable.label().equals(label) || variable.expression().equals(expression)) {
                return i;
            }
        }
        throw one.error("there is no variable '" + label + "'", "the file is damaged");
    }

    /** Returns the number of variables. */
    int size() {
        return variables.size();
    }

    /** Writes what it takes of an event. */
    void get(double[] event, double[] taken) {
        for (int i = 0; i < taken.length; i++) {
            taken[i] = event[variables.get(i)];
        }
    }

    /** Writes results into an event. */
    void set(double[] results, double[] event) {
        for (int i = 0; i < results.length; i++) {
            event[put.get(i)] = results[i];
        }
    }
}
