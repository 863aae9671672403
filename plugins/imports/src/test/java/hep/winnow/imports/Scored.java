package hep.winnow.imports;

import hep.winnow.api.learn.ForeignScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** An event and what another program scored it: a line of a golden file, {@code 1.5,,3,0.25}, where nothing is missing. */
public record Scored(double[] inputs, double[] scores) {
    /** Returns the bytes of a resource. */
    public static byte[] bytes(String resource) {
        try (InputStream in = Scored.class.getClassLoader().getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the events of a resource, of so many inputs. */
    public static List<Scored> read(String resource, int inputs) {
        return new String(bytes(resource), StandardCharsets.UTF_8)
                .lines()
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(t -> t.isEmpty() ? Double.NaN : Double.parseDouble(t))
                        .toArray())
                .map(row -> new Scored(Arrays.copyOf(row, inputs), Arrays.copyOfRange(row, inputs, row.length)))
                .toList();
    }

    /** Returns what a scorer says of it. */
    public double[] by(ForeignScorer scorer) {
        double[] out = new double[scorer.outputs()];
        scorer.score(inputs, 1, out);
        return out;
    }

    @Override
    public String toString() {
        return Arrays.toString(inputs) + " -> " + Arrays.toString(scores);
    }
}
