package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.graph.Graph;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Precision;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model of another program. It takes its inputs as doubles, without fill, transforms or scale: whatever they go through first is its scorer's own. At rest it is the file that it was read from, byte by byte.
 */
final class ImportedModel implements Model {
    static final String FILE = "file";
    static final String OUTPUT = "output";
    static final String VARIANT = "variant";

    /** Stands for all outputs. */
    static final int ALL = -1;

    private final String format;
    private final byte[] file;
    private final ForeignScorer scorer;
    private final int output;
    private final String variant;

    /**
     * Makes a model.
     *
     * @param format name of the file's format
     * @param file its bytes; not to be changed
     * @param scorer what it says
     * @param output the only output that is asked for, from 0, or {@link #ALL}
     * @param variant which of several scorers it is; empty for the first
     */
    ImportedModel(String format, byte[] file, ForeignScorer scorer, int output, String variant) {
        if (output < ALL || output >= scorer.outputs()) {
            throw new IllegalArgumentException(
                    "there is no output " + output + ": the model has " + scorer.outputs() + ", counted from 0");
        }
        this.format = format;
        this.file = file;
        this.scorer = scorer;
        this.output = output;
        this.variant = variant;
    }

    /**
     * Returns one of the scorers of a model.
     *
     * @param variant its name; empty for the first
     * @throws UserError if there is none of that name
     */
    static ForeignScorer scorer(ForeignModel model, String variant) {
        if (variant.isEmpty()) {
            return model.scorer();
        }
        ForeignScorer scorer = model.variants().get(variant);
        if (scorer == null) {
            throw UserError.macro(
                    "the model has no variant '" + variant + "'",
                    model.variants().isEmpty()
                            ? "it is scored in one way: leave variant= out"
                            : "it has " + String.join(", ", model.variants().keySet()));
        }
        return scorer;
    }

    @Override
    public int inputs() {
        return scorer.inputs();
    }

    @Override
    public int outputs() {
        return output == ALL ? scorer.outputs() : 1;
    }

    @Override
    public void score(float[] x, int rows, double[] out) {
        double[] wide = new double[rows * inputs()];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = x[i];
        }
        score(wide, rows, out);
    }

    /** As the other, of doubles. */
    void score(double[] x, int rows, double[] out) {
        if (output == ALL) {
            scorer.score(x, rows, out);
            return;
        }
        double[] all = new double[rows * scorer.outputs()];
        scorer.score(x, rows, all);
        for (int i = 0; i < rows; i++) {
            out[i] = all[i * scorer.outputs() + output];
        }
    }

    boolean takesMissing() {
        return scorer.takesMissing();
    }

    @Override
    public int parameters() {
        return scorer.parameters();
    }

    @Override
    public double threshold() {
        return scorer.threshold();
    }

    @Override
    public Optional<Graph> graph() {
        return output == ALL ? scorer.graph() : scorer.graph().map(this::only);
    }

    private Graph only(Graph all) {
        Precision precision = all.nodes().get(0).precision();
        Graph.Builder graph = Graph.of(all.inputs(), precision);
        int outputs = graph.addAll(all, graph.input());
        graph.add(new Operation.Select(new int[] {output}), precision, outputs);
        return graph.build();
    }

    @Override
    public ModelState state() {
        return new ModelState(
                format, Map.of(FILE, OriginalFile.toTexts(file), OUTPUT, (long) output, VARIANT, variant), List.of());
    }
}
