package hep.winnow.kernels;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The products of a dense layer at the shapes of training; {@code flop} is their rate in GFLOP/s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductsBenchmark {
    /** Rows of a batch, inputs and outputs of a layer. */
    @Param({"128x28x64", "128x64x64", "128x64x1", "1024x64x64", "1x64x64"})
    private String shape;

    private final Products products = Products.scalar();
    private int rows;
    private FloatMatrix x;
    private FloatMatrix w;
    private FloatMatrix transposed;
    private FloatMatrix delta;
    private FloatMatrix out;
    private FloatMatrix weightGradient;
    private FloatMatrix inputGradient;
    private float[] bias;

    @Setup
    public void fill() {
        String[] sizes = shape.split("x");
        rows = Integer.parseInt(sizes[0]);
        int inputs = Integer.parseInt(sizes[1]);
        int outputs = Integer.parseInt(sizes[2]);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        x = filled(random, rows, inputs);
        w = filled(random, inputs, outputs);
        delta = filled(random, rows, outputs);
        bias = filled(random, 1, outputs).toArray();
        transposed = new FloatMatrix(outputs, inputs);
        w.transposeTo(transposed);
        out = new FloatMatrix(rows, outputs);
        weightGradient = new FloatMatrix(inputs, outputs);
        inputGradient = new FloatMatrix(rows, inputs);
    }

    @Benchmark
    public FloatMatrix forward(Work work) {
        products.forward(x, rows, w, bias, out);
        work.flop += work();
        return out;
    }

    @Benchmark
    public FloatMatrix weightGradient(Work work) {
        products.weightGradient(x, delta, rows, weightGradient);
        work.flop += work();
        return weightGradient;
    }

    @Benchmark
    public FloatMatrix inputGradient(Work work) {
        products.inputGradient(delta, rows, transposed, inputGradient);
        work.flop += work();
        return inputGradient;
    }

    private long work() {
        return 2L * rows * w.rows() * w.columns();
    }

    private static FloatMatrix filled(RandomGenerator random, int rows, int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        FloatMatrix matrix = new FloatMatrix(rows, columns);
        matrix.load(values, 0, rows);
        return matrix;
    }

    /** Counts multiplications and additions. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Work {
        public long flop;
    }
}
