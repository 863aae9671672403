package hep.winnow.regression;

import hep.winnow.api.learn.Examples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small sample and what scikit-learn fits to it; {@code reference.py} beside it made both. */
final class Reference {
    final double[][] x;
    final int[] label;
    final double[] weight;
    final double[] target;
    private final Map<String, double[]> values;

    Reference() {
        List<double[]> rows = lines("reference.csv").stream()
                .map(line -> numbers(line.split(",", -1)))
                .toList();
        x = rows.stream().map(r -> Arrays.copyOf(r, 3)).toArray(double[][]::new);
        label = rows.stream().mapToInt(r -> (int) r[3]).toArray();
        weight = rows.stream().mapToDouble(r -> r[4]).toArray();
        target = rows.stream().mapToDouble(r -> r[5]).toArray();
        values = values("reference.txt");
    }

    double[] value(String name) {
        double[] value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in reference.txt");
        }
        return value;
    }

    double[] ones() {
        return Training.ones(x.length);
    }

    /** Class 1 against the rest. */
    Examples binary(double[] weights) {
        return Training.classes(2, x, signal(), weights);
    }

    int[] signal() {
        return Arrays.stream(label).map(l -> l == 1 ? 1 : 0).toArray();
    }

    Examples three(double[] weights) {
        return Training.classes(3, x, label, weights);
    }

    Examples regression() {
        return Training.regression(x, target, weight);
    }

    static Map<String, double[]> values(String file) {
        Map<String, double[]> out = new LinkedHashMap<>();
        for (String line : lines(file)) {
            String[] words = line.split(" ", -1);
            out.put(words[0], numbers(Arrays.copyOfRange(words, 1, words.length)));
        }
        return out;
    }

    static double[] numbers(String[] words) {
        return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> lines(String file) {
        try (InputStream in = Reference.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
