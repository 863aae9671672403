package hep.winnow.evaluation;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * The events that trained a model of two classes and others that did not, one after the other, scored by the model and by a {@link NeighbourReference}. Events without
 * a class or a score are left out.
 *
 * @param score of the model
 * @param reference score of the reference
 * @param label 1 for signal, 0 for background
 * @param weight of each event
 * @param train number of events that trained; they come first
 */
record Pool(double[] score, double[] reference, int[] label, double[] weight, int train) {
    /**
     * Makes the reference.
     *
     * @param train inputs of the model and, as the last column, its score
     * @param others the same of events that did not train
     * @param inputs number of inputs
     */
    static Pool of(EventTable train, List<EventTable> others, int inputs, Workers workers) {
        int n = train.size() + others.stream().mapToInt(EventTable::size).sum();
        double[][] columns = new double[inputs + 1][n];
        double[] weight = new double[n];
        int[] label = new int[n];
        int trained = add(train, columns, weight, label, 0);
        int all = trained;
        for (EventTable other : others) {
            all = add(other, columns, weight, label, all);
        }
        int[] labels = Arrays.copyOf(label, all);
        double[] weights = Arrays.copyOf(weight, all);
        double[][] x = new double[inputs][];
        for (int k = 0; k < inputs; k++) {
            x[k] = Arrays.copyOf(columns[k], all);
        }
        double[] reference = NeighbourReference.scores(x, labels, weights, workers);
        return new Pool(Arrays.copyOf(columns[inputs], all), reference, labels, weights, trained);
    }

    /** Adds the usable events of a table behind the first {@code at}, and returns how many there are then. */
    private static int add(EventTable table, double[][] columns, double[] weight, int[] label, int at) {
        double[] score = table.numbers(columns.length - 1);
        double[][] values = new double[columns.length][];
        for (int k = 0; k < values.length; k++) {
            values[k] = table.numbers(k);
        }
        int next = at;
        for (int i = 0; i < score.length; i++) {
            if (table.classIndex()[i] >= 0 && !Double.isNaN(score[i])) {
                for (int k = 0; k < values.length; k++) {
                    columns[k][next] = values[k][i];
                }
                weight[next] = table.weight()[i];
                label[next++] = table.classIndex()[i];
            }
        }
        return next;
    }

    /** Returns the number of events. */
    int size() {
        return score.length;
    }
}
