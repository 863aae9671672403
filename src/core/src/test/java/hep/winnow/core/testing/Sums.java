package hep.winnow.core.testing;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignInput;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.Task;
import hep.winnow.api.run.Facts;
import hep.winnow.api.step.FirstBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A format of models of another program: {@code SUMS}, then a line {@code name;named;expression;origin;unit;low;high} for each input. Output k is 10^k times the sum of the inputs; there is one, or one for each
 * word behind {@code SUMS}. The variant {@code minus} has the other sign.
 */
public final class Sums implements ModelFormat {
    private static final String MAGIC = "SUMS";

    @Override
    public String name() {
        return "sums";
    }

    @Override
    public String description() {
        return "sums";
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(MAGIC);
    }

    @Override
    public ForeignModel read(byte[] file) {
        List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
        String[] head = lines.get(0).split(" ", -1);
        List<String> classes = List.of(head).subList(1, head.length);
        List<ForeignInput> inputs = lines.subList(1, lines.size()).stream()
                .map(l -> l.split(";", -1))
                .map(Sums::input)
                .toList();
        int outputs = Math.max(1, classes.size());
        return new ForeignModel(
                "sum",
                "Sums 1.0",
                classes.isEmpty() ? Task.BINARY : Task.MULTICLASS,
                classes.isEmpty() ? List.of("background", "signal") : classes,
                List.of(),
                inputs,
                new Scorer(inputs.size(), outputs, 1),
                Map.of("minus", new Scorer(inputs.size(), outputs, -1)),
                new Facts().put("made", "by hand"),
                List.of());
    }

    private static ForeignInput input(String[] words) {
        if (words.length != 7) {
            throw UserError.data("an input has 7 fields, found " + words.length, "mend it");
        }
        return new ForeignInput(
                words[0],
                words[1].equals("named"),
                words[2],
                words[3],
                words[4],
                Double.parseDouble(words[5]),
                Double.parseDouble(words[6]));
    }

    private record Scorer(int inputs, int outputs, double sign) implements ForeignScorer {
        @Override
        public void score(double[] x, int rows, double[] out) {
            for (int r = 0; r < rows; r++) {
                double sum = 0;
                for (int i = 0; i < inputs; i++) {
                    sum += x[r * inputs + i];
                }
                for (int k = 0; k < outputs; k++) {
                    out[r * outputs + k] = sign * sum * StrictMath.pow(10, k);
                }
            }
        }

        @Override
        public int parameters() {
            return 0;
        }
    }
}
