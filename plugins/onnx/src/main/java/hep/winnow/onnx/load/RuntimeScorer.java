package hep.winnow.onnx.load;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignScorer;
import hep.winnow.onnx.proto.ElementType;
import java.lang.ref.Cleaner;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A net in ONNX Runtime, on one thread. Events go in blocks of one fixed number, filled up with zeros: products of another number of rows may be summed in another order, and the score of an event must not depend on its neighbours.
 */
final class RuntimeScorer implements ForeignScorer {
    private static final int BLOCK = 256;
    private static final Cleaner CLEANER = Cleaner.create();

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Values inputs;
    private final Values outputs;
    private final int parameters;
    private final boolean takesMissing;
    private final double threshold;
    private final int block;

    private RuntimeScorer(
            OrtEnvironment environment,
            OrtSession session,
            Values inputs,
            Values outputs,
            int parameters,
            boolean takesMissing,
            double threshold) {
        this.environment = environment;
        this.session = session;
        this.inputs = inputs;
        this.outputs = outputs;
        this.parameters = parameters;
        this.takesMissing = takesMissing;
        this.threshold = threshold;
        this.block = Math.max(inputs.batch(), outputs.batch()) == 1 ? 1 : BLOCK;
    }

    static RuntimeScorer of(
            byte[] file, Values inputs, Values outputs, int parameters, boolean takesMissing, double threshold) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(file, options);
            RuntimeScorer scorer =
                    new RuntimeScorer(environment, session, inputs, outputs, parameters, takesMissing, threshold);
            CLEANER.register(scorer, () -> close(session));
            scorer.score(new double[inputs.width()], 1, new double[outputs.width()]);
            return scorer;
        } catch (OrtException e) {
            throw UserError.data("ONNX Runtime does not take it: " + e.getMessage(), "was it made by a newer program?")
                    .because(e);
        } catch (LinkageError e) {
            throw UserError.data(
                            "ONNX Runtime does not work on this machine: " + e.getMessage(),
                            "it comes for Linux, macOS and Windows on x64 and arm64")
                    .because(e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session of ONNX Runtime could not be closed", e);
        }
    }

    @Override
    public int inputs() {
        return inputs.width();
    }

    @Override
    public int outputs() {
        return outputs.width();
    }

    @Override
    public int parameters() {
        return parameters;
    }

    @Override
    public boolean takesMissing() {
        return takesMissing;
    }

    @Override
    public double threshold() {
        return threshold;
    }

    @Override
    public void score(double[] x, int rows, double[] out) {
        for (int first = 0; first < rows; first += block) {
            int count = Math.min(block, rows - first);
            try {
                run(x, first, count, out);
            } catch (OrtException e) {
                throw UserError.data("ONNX Runtime failed: " + e.getMessage(), "")
                        .because(e);
            }
        }
    }

    private void run(double[] x, int first, int count, double[] out) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        Set<String> asked = new LinkedHashSet<>();
        outputs.values().forEach(o -> asked.add(o.name()));
        try {
            int column = 0;
            for (Values.Value input : inputs.values()) {
                tensors.put(input.name(), tensor(x, first, count, input, column));
                column += input.width();
            }
            try (OrtSession.Result result = session.run(tensors, asked)) {
                int at = 0;
                for (Values.Value output : outputs.values()) {
                    OnnxTensor tensor = (OnnxTensor) result.get(output.name()).orElseThrow();
                    read(tensor, output, count, out, first * outputs() + at);
                    at += output.width();
                }
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(double[] x, int first, int count, Values.Value input, int column) throws OrtException {
        boolean isFloat = input.type() == ElementType.FLOAT;
        ByteBuffer bytes = ByteBuffer.allocateDirect(block * input.width() * (isFloat ? 4 : 8))
                .order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < input.width(); k++) {
                double value = x[(first + i) * inputs() + column + k];
                if (isFloat) {
                    bytes.putFloat((float) value);
                } else {
                    bytes.putDouble(value);
                }
            }
        }
        bytes.rewind();
        long[] shape = input.isFlat() ? new long[] {block} : new long[] {block, input.width()};
        return isFloat
                ? OnnxTensor.createTensor(environment, bytes.asFloatBuffer(), shape)
                : OnnxTensor.createTensor(environment, bytes.asDoubleBuffer(), shape);
    }

    private void read(OnnxTensor tensor, Values.Value output, int count, double[] out, int at) {
        boolean isFloat = output.type() == ElementType.FLOAT;
        FloatBuffer floats = isFloat ? tensor.getFloatBuffer() : FloatBuffer.allocate(0);
        DoubleBuffer doubles = isFloat ? DoubleBuffer.allocate(0) : tensor.getDoubleBuffer();
        Buffer found = isFloat ? floats : doubles;
        if (found.remaining() != block * output.width()) {
            throw UserError.data(
                    "output '" + output.name() + "' has " + found.remaining() + " numbers for " + block
                            + " events, expected " + block * output.width(),
                    "export the net with a dynamic first axis");
        }
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < output.width(); k++) {
                int from = i * output.width() + k;
                out[at + i * outputs() + k] = isFloat ? floats.get(from) : doubles.get(from);
            }
        }
    }
}
