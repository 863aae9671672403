import hep.winnow.api.Plugin;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.api.learn.Model;
import hep.winnow.core.Winnow;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.ModelFiles;
import hep.winnow.core.model.Pipeline;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.kernels.FloatMatrix;
import hep.winnow.kernels.Kernels;
import hep.winnow.kernels.Products;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Times Winnow's kernels, training and scoring, and prints one number a line. speed.py starts it. */
public final class Speed {
    public static void main(String[] arguments) throws Exception {
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments[0]) {
            case "kernels" -> System.out.println(Kernels.describe());
            case "train" -> train(rest);
            case "score" -> score(rest);
            case "loaded" -> loaded(rest);
            case "products" -> products(rest);
            default -> throw new IllegalArgumentException("unknown: " + arguments[0]);
        }
    }

    private static Winnow winnow() {
        return new Winnow(ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get).toList());
    }

    /** Trains by a macro, and prints the seconds of an epoch, and the processor's seconds of the thread that trains, for each stretch of epochs up to an evaluation: MACRO OUT THREADS NAME=VALUE… */
    private static void train(String[] arguments) throws Exception {
        Path macro = Path.of(arguments[0]);
        Map<String, String> params = new TreeMap<>();
        for (String param : Arrays.asList(arguments).subList(3, arguments.length)) {
            params.put(param.substring(0, param.indexOf('=')), param.substring(param.indexOf('=') + 1));
        }
        Winnow winnow = winnow();
        Winnow.Checked checked = winnow.check(macro.toString(), Files.readString(macro), macro.getParent(), params);
        if (checked.program().isEmpty()) {
            throw new IllegalArgumentException(checked.diagnostics().toString());
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        List<Long> ends = new ArrayList<>();
        List<Long> work = new ArrayList<>();
        List<Integer> epoch = new ArrayList<>();
        winnow.run(
                checked.program().get(),
                new RunOptions(Path.of(arguments[1]), Integer.parseInt(arguments[2]), "speed"),
                new RunListener() {
                    @Override
                    public void began(int line, String statement) {
                        ends.clear();
                        work.clear();
                        epoch.clear();
                        epoch.add(0);
                        ends.add(System.nanoTime());
                        work.add(clock.getCurrentThreadCpuTime());
                    }

                    @Override
                    public void epoch(String model, EpochReport report, int epochs) {
                        ends.add(System.nanoTime());
                        work.add(clock.getCurrentThreadCpuTime());
                        epoch.add(report.epoch());
                        if (report.epoch() == epochs) {
                            for (int i = 1; i < ends.size(); i++) {
                                double nanos = 1e9 * (epoch.get(i) - epoch.get(i - 1));
                                System.out.println(
                                        (ends.get(i) - ends.get(i - 1)) / nanos + " " + (work.get(i) - work.get(i - 1)) / nanos);
                            }
                        }
                    }
                });
    }

    /** Prints the microseconds an event, one by one and in blocks of 1000: MODEL ROUNDS */
    private static void score(String[] arguments) throws Exception {
        Model model = ModelFile.read(Path.of(arguments[0]), winnow()::modelReader).pipeline().model();
        int events = 4000;
        int n = model.inputs();
        float[] x = new float[events * n];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        float[][] rows = new float[events][];
        for (int i = 0; i < events; i++) {
            rows[i] = Arrays.copyOfRange(x, i * n, (i + 1) * n);
        }
        float[] block = new float[1000 * n];
        double[] one = new double[model.outputs()];
        double[] thousand = new double[1000 * model.outputs()];
        long warm = clock() + 3_000_000_000L;
        while (clock() < warm) {
            model.score(rows[0], 1, one);
            model.score(block, 1000, thousand);
        }
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            long start = clock();
            for (int repeat = 0; repeat < 10; repeat++) {
                for (float[] row : rows) {
                    model.score(row, 1, one);
                }
            }
            long middle = clock();
            for (int repeat = 0; repeat < 10; repeat++) {
                for (int at = 0; at < events; at += 1000) {
                    System.arraycopy(x, at * n, block, 0, block.length);
                    model.score(block, 1000, thousand);
                }
            }
            double all = 10.0 * events * 1e3;
            System.out.println((middle - start) / all + " " + (clock() - middle) / all);
        }
    }

    /** Prints the microseconds an event in blocks of 1000 of each model file, as a macro scores events with it: ROUNDS FILE… */
    private static void loaded(String[] arguments) {
        List<Pipeline> models = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(1, arguments.length)) {
            models.add(pipeline(Path.of(file)));
        }
        int n = models.get(0).inputs().size();
        SplittableRandom random = new SplittableRandom(1);
        double[][][] blocks = new double[4][n][1000];
        for (double[][] block : blocks) {
            for (double[] column : block) {
                Arrays.setAll(column, i -> (float) random.nextDouble(-1, 1));
            }
        }
        double[][] scores = new double[models.size()][1000];
        long warm = clock() + 4_000_000_000L;
        while (clock() < warm) {
            for (int m = 0; m < models.size(); m++) {
                models.get(m).score(blocks[0], 1000, new double[][] {scores[m]});
            }
        }
        for (int i = 0; i < 1000; i++) {
            if (!(Math.abs(scores[0][i] - scores[1][i]) < 1e-6)) {
                throw new IllegalStateException("event " + i + " scores " + scores[0][i] + " and " + scores[1][i]);
            }
        }
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            StringBuilder line = new StringBuilder();
            for (int m = 0; m < models.size(); m++) {
                long start = clock();
                for (int repeat = 0; repeat < 100; repeat++) {
                    models.get(m).score(blocks[repeat % blocks.length], 1000, new double[][] {scores[m]});
                }
                line.append((clock() - start) / 1e8).append(' ');
            }
            System.out.println(line);
        }
    }

    private static Pipeline pipeline(Path file) {
        Winnow winnow = winnow();
        ModelFiles.Opened opened = new ModelFiles(winnow.vocabulary().modelFormats(), winnow::modelReader).open(file);
        if (opened instanceof ModelFiles.Own own) {
            return own.model().pipeline();
        }
        ImportedFile imported = ((ModelFiles.Foreign) opened).file();
        List<InputSpec> inputs = imported.model().inputs().stream()
                .map(i -> new InputSpec(i.name(), i.name(), "", List.of(i.name()), Map.of()))
                .toList();
        return imported.with(inputs, ImportedFile.Choice.NONE).pipeline();
    }

    /** Processor time of this thread: what else the machine does is not counted. */
    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Prints GFLOP/s of forward, weight and input gradient at each shape, all mixed in one process: ROUNDS ROWSxINPUTSxOUTPUTS… */
    private static void products(String[] arguments) throws Exception {
        Products products = Products.best();
        List<Layer> layers = new ArrayList<>();
        for (String shape : Arrays.asList(arguments).subList(1, arguments.length)) {
            layers.add(new Layer(shape));
        }
        long warm = clock() + 3_000_000_000L;
        while (clock() < warm) {
            layers.forEach(layer -> layer.rates(products));
        }
        for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
            for (Layer layer : layers) {
                System.out.println(layer.shape + " " + layer.rates(products));
            }
        }
    }

    /** A layer's matrices. */
    private static final class Layer {
        private final String shape;
        private final int rows;
        private final FloatMatrix x;
        private final FloatMatrix w;
        private final FloatMatrix transposed;
        private final FloatMatrix delta;
        private final FloatMatrix out;
        private final FloatMatrix gradient;
        private final FloatMatrix below;
        private final float[] bias;

        Layer(String shape) {
            this.shape = shape;
            String[] sizes = shape.split("x");
            rows = Integer.parseInt(sizes[0]);
            int inputs = Integer.parseInt(sizes[1]);
            int outputs = Integer.parseInt(sizes[2]);
            x = filled(rows, inputs);
            w = filled(inputs, outputs);
            delta = filled(rows, outputs);
            transposed = filled(outputs, inputs);
            out = new FloatMatrix(rows, outputs);
            gradient = new FloatMatrix(inputs, outputs);
            below = new FloatMatrix(rows, inputs);
            bias = new float[outputs];
        }

        /** Returns three rates. */
        String rates(Products products) {
            double flop = 2.0 * rows * w.rows() * w.columns();
            int repeats = (int) Math.max(1, 2e7 / flop);
            long start = clock();
            for (int i = 0; i < repeats; i++) {
                products.forward(x, rows, w, bias, out);
            }
            long afterForward = clock();
            for (int i = 0; i < repeats; i++) {
                products.weightGradient(x, delta, rows, gradient);
            }
            long afterGradient = clock();
            for (int i = 0; i < repeats; i++) {
                products.inputGradient(delta, rows, transposed, below);
            }
            double work = flop * repeats;
            return work / (afterForward - start) + " " + work / (afterGradient - afterForward) + " "
                    + work / (clock() - afterGradient);
        }

        private static FloatMatrix filled(int rows, int columns) {
            SplittableRandom random = new SplittableRandom(rows * 31L + columns);
            FloatMatrix m = new FloatMatrix(rows, columns);
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    m.row(i)[j] = (float) random.nextDouble(-1, 1);
                }
            }
            return m;
        }
    }
}
