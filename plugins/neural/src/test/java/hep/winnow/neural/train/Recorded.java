package hep.winnow.neural.train;

import hep.winnow.neural.layer.LayerText;
import hep.winnow.neural.layer.Network;
import hep.winnow.neural.layer.Parameters;
import hep.winnow.neural.layer.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A training by another program: a file of {@code key = value}, see {@code src/acceptance/peers/trajectories.py}. */
record Recorded(String name, Map<String, String> entries) {
    private static final Pattern CALL = Pattern.compile("([a-z_]+)(?:\\((.*)\\))?");

    static Stream<Recorded> all() throws IOException {
        Path folder = Path.of("src/test/resources/hep/winnow/neural/train/trajectories");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(f -> f.getFileName().toString()).sorted().toList();
            return names.stream().map(Recorded::read);
        }
    }

    private static Recorded read(String file) {
        try (InputStream in =
                Objects.requireNonNull(Recorded.class.getResourceAsStream("trajectories/" + file), file)) {
            Map<String, String> entries = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                int at = line.indexOf(" = ");
                if (at > 0) {
                    entries.put(line.substring(0, at), line.substring(at + 3));
                }
            }
            return new Recorded(file.replace(".txt", ""), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** Returns the word of a value such as {@code adam(0.1)}, and its arguments. */
    List<String> call(String key) {
        Matcher call = CALL.matcher(text(key));
        if (!call.matches()) {
            throw new IllegalArgumentException(text(key));
        }
        return call.group(2) == null
                ? List.of(call.group(1))
                : Stream.concat(
                                Stream.of(call.group(1)),
                                Stream.of(call.group(2).split(", ", -1)))
                        .toList();
    }

    double[] numbers(String key) {
        return Arrays.stream(text(key).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    float[] floats(String key) {
        double[] wide = numbers(key);
        float[] out = new float[wide.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) wide[i];
        }
        return out;
    }

    Network network() {
        double[] shape = numbers("input");
        return new Network(
                new Shape((int) shape[0], (int) shape[1], (int) shape[2]),
                Stream.of(text("network").split("; ", -1)).map(LayerText::parse).toList());
    }

    Parameters start() {
        Parameters p = network().zeros();
        float[] numbers = floats("start");
        int at = 0;
        for (int i = 0; i < p.rows(); i++) {
            System.arraycopy(numbers, at, p.row(i), 0, p.length(i));
            at += p.length(i);
        }
        return p;
    }

    @Override
    public String toString() {
        return name;
    }
}
