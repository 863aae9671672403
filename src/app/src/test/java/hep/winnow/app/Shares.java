package hep.winnow.app;

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

/** Files of another program that begin with SHARES: of {@code pt} and an input without a name, each share of their sum is a class; the variant {@code percent} counts in hundredths. After SHARES OF ALL, missing values count as nothing. */
final class Shares implements ModelFormat {
    @Override
    public String name() {
        return "shares";
    }

    @Override
    public String description() {
        return "shares of a sum";
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith("SHARES");
    }

    @Override
    public ForeignModel read(byte[] file) {
        boolean ofAll = new String(file, StandardCharsets.US_ASCII).startsWith("SHARES OF ALL");
        return new ForeignModel(
                "share",
                "a calculator",
                Task.MULTICLASS,
                List.of("0", "1"),
                List.of(),
                List.of(ForeignInput.named("pt"), ForeignInput.unnamed(1)),
                new Share(1, ofAll),
                Map.of("percent", new Share(100, ofAll)),
                new Facts(),
                List.of("variant=\"percent\" counts in hundredths"));
    }

    private record Share(double unit, boolean takesMissing) implements ForeignScorer {
        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public void score(double[] x, int rows, double[] out) {
            for (int i = 0; i < 2 * rows; i++) {
                out[i] = unit * present(x[i]) / (present(x[i / 2 * 2]) + present(x[i / 2 * 2 + 1]));
            }
        }

        private static double present(double value) {
            return Double.isNaN(value) ? 0 : value;
        }

        @Override
        public int parameters() {
            return 0;
        }
    }
}
