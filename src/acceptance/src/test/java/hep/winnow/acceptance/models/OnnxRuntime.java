package hep.winnow.acceptance.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scores events by ONNX Runtime. */
final class OnnxRuntime {
    private OnnxRuntime() {}

    /** Returns the numbers of all outputs of a model whose inputs and outputs are floats, event by event. */
    static double[][] score(Path file, double[][] events) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try (OrtSession session = environment.createSession(file.toString())) {
            int columns = events[0].length;
            boolean isMatrix = session.getInputNames().size() == 1 && columns > 1;
            int f = 0;
            for (String name : session.getInputNames()) {
                int width = isMatrix ? columns : 1;
                float[] values = new float[events.length * width];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) events[i / width][isMatrix ? i % width : f];
                }
                long[] shape = {events.length, width};
                inputs.put(name, OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
                f++;
            }
            try (OrtSession.Result result = session.run(inputs)) {
                double[][] out = new double[events.length][];
                for (int i = 0; i < out.length; i++) {
                    out[i] = row(result, i);
                }
                return out;
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static double[] row(OrtSession.Result result, int i) throws OrtException {
        double[] out = new double[0];
        for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
            float[] own = ((float[][]) output.getValue().getValue())[i];
            int from = out.length;
            out = java.util.Arrays.copyOf(out, from + own.length);
            for (int k = 0; k < own.length; k++) {
                out[from + k] = own[k];
            }
        }
        return out;
    }
}
