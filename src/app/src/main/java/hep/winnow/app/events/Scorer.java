package hep.winnow.app.events;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.core.model.SavedModel;
import java.util.ArrayList;
import java.util.List;

/** Scores blocks of events with a model, and counts those that it cannot score. */
final class Scorer {
    private final SavedModel model;
    private final ModelInputs inputs;
    private long missing;

    Scorer(SavedModel model, ModelInputs inputs) {
        this.model = model;
        this.inputs = inputs;
    }

    /** Returns one column per output. */
    List<Column> score(EventBlock block) {
        double[][] out = new double[model.pipeline().model().outputs()][block.size()];
        model.pipeline().score(inputs.values(block), block.size(), out);
        for (int i = 0; i < block.size(); i++) {
            missing += Double.isNaN(out[0][i]) ? 1 : 0;
        }
        List<Column> columns = new ArrayList<>();
        for (double[] score : out) {
            columns.add(new Column.Doubles(score));
        }
        return columns;
    }

    /** Returns the number of events so far that lack an input. */
    long missing() {
        return missing;
    }
}
