package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.Examples;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.model.ColumnBlocks;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.model.PipelineFitter;
import hep.winnow.core.spill.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a train part and a valid part that do not fit into memory ready for a learner: their columns go to a file, fills, transforms and scales are fitted in passes over it, and what a learner sees goes to another. The numbers have
 * the bits that they would have in memory.
 */
final class StoredPreparation {
    private final Trainer trainer;
    private final Engine engine;
    private final ModelDecl decl;
    private final TrainingOptions options;
    private final Memory memory;

    StoredPreparation(Trainer trainer, Engine engine, ModelDecl decl, TrainingOptions options, Memory memory) {
        this.trainer = trainer;
        this.engine = engine;
        this.decl = decl;
        this.options = options;
        this.memory = memory;
    }

    /** A part with its training weights. */
    private record Part(StoredTable table, TrainingWeights weights, int inputs) implements ColumnBlocks {
        @Override
        public int columns() {
            return inputs;
        }

        @Override
        public long size() {
            return table.size();
        }

        @Override
        public Column column(int block, int column) {
            return table.column(block, column);
        }

        @Override
        public double[] weight(int block) {
            return weights.of(table.weight(block), table.classIndex(block));
        }
    }

    Prepared prepare(Optional<Pipeline> warm) {
        TrainingWeights.Gathering gathering = new TrainingWeights.Gathering(decl.task(), engine.classes(), options);
        Sums sums = new Sums();
        try (StoredTable train = new StoredTable(width(), memory);
                StoredTable valid = new StoredTable(width(), memory)) {
            ScopeDecl scope = decl.train().orElseThrow();
            engine.events().forEach(trainer.query(scope), block -> sums.add(train, gathering.add(block)));
            train.end();
            if (train.size() == 0 && gathering.dropped() == 0) {
                throw trainer.noEvents();
            }
            TrainingWeights weights = gathering.weights();
            decl.valid().ifPresent(v -> engine.events().forEach(trainer.query(v), b -> valid.add(weights.keep(b))));
            valid.end();
            checkTargets("train", train);
            checkTargets("valid", valid);
            Part part = new Part(train, weights, decl.inputs().size());
            PipelineFitter fitter = trainer.fitter();
            PipelineFitter.Fitted fitted =
                    warm.map(fitter::like).orElseGet(() -> fitter.fit(part, memory, engine.workers()));
            Prepared.Counts counts = new Prepared.Counts(train.size(), gathering.dropped(), sums.ofClass, sums.sumW);
            return ready(part, new Part(valid, weights, decl.inputs().size()), fitted, counts);
        }
    }

    /** What is told of the train part. */
    private final class Sums {
        private final long[] ofClass = new long[engine.classes().size()];
        private double sumW;

        void add(StoredTable to, EventTable block) {
            long[] more = trainer.ofClass(block.classIndex());
            for (int c = 0; c < ofClass.length; c++) {
                ofClass[c] += more[c];
            }
            for (double w : block.weight()) {
                sumW += w;
            }
            to.add(block);
        }
    }

    private int width() {
        return trainer.query(decl.train().orElseThrow()).columns().size();
    }

    private int targets() {
        return decl.targets().size();
    }

    private void checkTargets(String part, StoredTable table) {
        for (int k = 0; k < targets(); k++) {
            trainer.checkTarget(part, k, lacking(table, decl.inputs().size() + k), table.size());
        }
        for (int k = 0; k < trainer.spectators().size(); k++) {
            long missing = lacking(table, decl.inputs().size() + targets() + k);
            trainer.checkSpectator(k, missing, table.size());
        }
    }

    private static long lacking(StoredTable table, int column) {
        long count = 0;
        for (int b = 0; b < table.blocks(); b++) {
            count += Trainer.lacking(numbers(table.column(b, column)));
        }
        return count;
    }

    private static double[] numbers(Column column) {
        if (column instanceof Column.Doubles doubles) {
            return doubles.values();
        }
        double[] out = new double[column.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = column.number(i);
        }
        return out;
    }

    private Prepared ready(Part train, Part valid, PipelineFitter.Fitted fitted, Prepared.Counts counts) {
        List<StoredExamples> files = new ArrayList<>();
        try {
            files.add(stored(train, fitted));
            files.add(stored(valid, fitted));
        } catch (RuntimeException e) {
            files.forEach(StoredExamples::close);
            throw e;
        }
        return new Prepared(
                files.get(0).examples(),
                files.get(1).examples(),
                fitted,
                counts,
                () -> files.forEach(StoredExamples::close));
    }

    private StoredExamples stored(Part part, PipelineFitter.Fitted fitted) {
        if (part.size() > Integer.MAX_VALUE) {
            throw UserError.data(
                    "'" + decl.name() + "' would learn from " + part.size() + " events, and can from "
                            + Integer.MAX_VALUE + " at most",
                    "give it a smaller part");
        }
        int spectators = trainer.spectators().size();
        int classes = decl.task() == Task.UNSUPERVISED ? 1 : trainer.classes().size();
        StoredExamples out = new StoredExamples(
                decl.task(), classes, fitted.features(), targets(), spectators, (int) part.size(), memory);
        try {
            for (int b = 0; b < part.blocks(); b++) {
                Interrupts.check();
                out.add(examples(part, b, fitted, classes));
            }
        } catch (RuntimeException e) {
            out.close();
            throw e;
        }
        return out;
    }

    private Examples examples(Part part, int b, PipelineFitter.Fitted fitted, int classes) {
        int n = part.size(b);
        int first = decl.inputs().size();
        double[] target = new double[n * targets()];
        for (int k = 0; k < targets(); k++) {
            double[] values = numbers(part.column(b, first + k));
            for (int i = 0; i < n; i++) {
                target[i * targets() + k] = values[i];
            }
        }
        double[][] spectators = new double[trainer.spectators().size()][];
        for (int k = 0; k < spectators.length; k++) {
            spectators[k] = numbers(part.column(b, first + targets() + k));
        }
        int[] labels = switch (decl.task()) {
            case BINARY, MULTICLASS -> part.table().classIndex(b);
            case REGRESSION -> new int[0];
            case UNSUPERVISED -> new int[n];
        };
        return new Examples(
                        decl.task(),
                        classes,
                        fitted.features(),
                        fitted.transform(part, b, engine.workers()),
                        part.weight(b),
                        labels,
                        target,
                        targets())
                .withSpectators(spectators);
    }
}
