import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Prints what ONNX Runtime takes to score on one thread, microseconds an event, one by one and in blocks of 1000, one round a line: NET.onnx INPUTS ROUNDS. Its inputs and outputs are bound
 * to memory that stays, the fastest way that it has from Java.
 */
public final class Onnx {
    public static void main(String[] arguments) throws OrtException {
        int inputs = Integer.parseInt(arguments[1]);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        try (OrtSession session = environment.createSession(arguments[0], options);
                Bound one = new Bound(environment, session, 1, inputs);
                Bound thousand = new Bound(environment, session, 1000, inputs)) {
            long warm = clock() + 2_000_000_000L;
            while (clock() < warm) {
                one.run(200);
                thousand.run(2);
            }
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                System.out.println(one.run(20_000) + " " + thousand.run(100));
            }
        }
    }

    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A session with memory for so many rows. */
    private static final class Bound implements AutoCloseable {
        private final OrtSession session;
        private final int rows;
        private final OnnxTensor x;
        private final OnnxTensor y;
        private final Map<String, OnnxTensor> in;
        private final Map<String, OnnxTensor> out;

        Bound(OrtEnvironment environment, OrtSession session, int rows, int inputs) throws OrtException {
            this.session = session;
            this.rows = rows;
            FloatBuffer values = floats(rows * inputs);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < values.capacity(); i++) {
                values.put(i, (float) random.nextDouble(-1, 1));
            }
            x = OnnxTensor.createTensor(environment, values, new long[] {rows, inputs});
            y = OnnxTensor.createTensor(environment, floats(rows), new long[] {rows, 1});
            in = Map.of("x", x);
            out = Map.of("y", y);
        }

        /** Returns the microseconds an event. */
        double run(int times) throws OrtException {
            long start = clock();
            for (int i = 0; i < times; i++) {
                session.run(in, out).close();
            }
            return (clock() - start) / 1e3 / times / rows;
        }

        private static FloatBuffer floats(int n) {
            return ByteBuffer.allocateDirect(4 * n).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }

        @Override
        public void close() {
            x.close();
            y.close();
        }
    }
}
