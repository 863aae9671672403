package hep.winnow.core.model;

import hep.winnow.api.learn.Tensor;
import hep.winnow.core.model.transform.Affine;
import hep.winnow.core.model.transform.FittedTransform;
import hep.winnow.core.model.transform.Quantiles;
import hep.winnow.core.model.transform.Rotation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Transforms in a model file: words and shapes in {@code model.json}; numbers in {@code weights.bin}, behind those of the learner's model. */
final class TransformJson {
    private TransformJson() {}

    static List<Tensor> tensors(Pipeline pipeline) {
        List<Tensor> out = new ArrayList<>();
        for (FittedTransform transform : pipeline.transforms()) {
            out.addAll(tensors(transform));
        }
        return out;
    }

    private static List<Tensor> tensors(FittedTransform transform) {
        if (transform instanceof Affine affine) {
            return List.of(vector("shift", affine.shift()), vector("factor", affine.factor()));
        }
        if (transform instanceof Rotation rotation) {
            return List.of(
                    vector("centre", rotation.centre()),
                    vector("forward", rotation.forward()),
                    vector("backward", rotation.backward()));
        }
        Quantiles quantiles = (Quantiles) transform;
        List<Tensor> out = new ArrayList<>();
        for (int f = 0; f < quantiles.inputs(); f++) {
            out.add(vector("from", quantiles.from()[f]));
            out.add(vector("to", quantiles.to()[f]));
        }
        return out;
    }

    private static Tensor vector(String name, double[] values) {
        return Tensor.doubles(name, List.of(values.length), values);
    }

    static List<Object> write(Pipeline pipeline) {
        List<Object> out = new ArrayList<>();
        for (FittedTransform transform : pipeline.transforms()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("transform", transform.word());
            entry.put(
                    "lengths",
                    tensors(transform).stream().map(t -> t.values().length).toList());
            out.add(entry);
        }
        return out;
    }

    /** Reads transforms; the buffer moves on behind their numbers. */
    static List<FittedTransform> read(List<JsonObject> json, ByteBuffer in) {
        List<FittedTransform> out = new ArrayList<>();
        for (JsonObject entry : json) {
            String word = entry.text("transform");
            List<double[]> vectors = new ArrayList<>();
            for (Object length : entry.list("lengths")) {
                int size = Math.toIntExact((Long) length);
                vectors.add(Weights.read(in, word, List.of(size), false).values());
            }
            out.add(of(word, vectors));
        }
        return out;
    }

    private static FittedTransform of(String word, List<double[]> vectors) {
        return switch (word) {
            case "standard", "minmax" -> new Affine(word, vectors.get(0), vectors.get(1));
            case "decorrelate", "pca" -> new Rotation(word, vectors.get(0), vectors.get(1), vectors.get(2));
            case "gauss", "uniform" -> {
                double[][] from = new double[vectors.size() / 2][];
                double[][] to = new double[from.length][];
                for (int f = 0; f < from.length; f++) {
                    from[f] = vectors.get(2 * f);
                    to[f] = vectors.get(2 * f + 1);
                }
                yield new Quantiles(word, from, to);
            }
            default -> throw new IllegalArgumentException("there is no transform '" + word + "'");
        };
    }
}
