package hep.winnow.acceptance.models;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.api.random.RandomStream;
import hep.winnow.core.Winnow;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model of each kind, hardly trained: only its form counts. */
final class Zoo implements AutoCloseable {
    private static final int EVENTS = 400;
    private static final String VARS = " vars=[x1, x2, x3, sum]";
    private static final String FAST = VARS + " epochs=2 batch=64";

    private static final String READ_ROLES = """
            read a from "a.csv" role=signal weight=w
            read b from "b.csv" role=background weight=w
            region ab { cut "all" : w > -9 }
            split ab into train=60% valid=20% test=20% by=hash(x1, y1)
            """;

    private static final String READ_CLASSES = """
            read c from "a.csv" class=label weight=w
            read pixels from "images.csv" class=label
            """;

    private static final String DECLARE = """
            set seed=4
            missing [x1, x3] sentinel=-999 fill=median
            missing [x2] fill=-1
            define sum = x1 + 2*x2
            """;

    private final PluginSet plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader());
    private final Winnow winnow =
            new Winnow(plugins.plugins().stream().map(LoadedPlugin::plugin).toList());
    private final Path folder;

    Zoo(Path folder) throws IOException {
        this.folder = folder;
        writeEvents(folder.resolve("a.csv"), 3, 0);
        writeEvents(folder.resolve("b.csv"), 4, 1);
        writeImages(folder.resolve("images.csv"));
    }

    /** Statements that train a model each, by its name. */
    static Map<String, String> models() {
        Map<String, String> out = new LinkedHashMap<>(few());
        for (String activation : List.of(
                "identity",
                "sigmoid",
                "tanh",
                "leaky(0.1)",
                "elu(0.5)",
                "selu",
                "softplus",
                "swish",
                "maxout(3)",
                "softmax")) {
            String name = "act_" + activation.replaceAll("\\W.*", "");
            out.put(name, "mlp on ab" + FAST + " layers=[6, 5] activation=" + activation);
        }
        for (String chain : List.of(
                "standard",
                "minmax",
                "decorrelate",
                "pca(keep=2)",
                "uniform",
                "[standard, minmax]",
                "[gauss, pca]",
                "[decorrelate, uniform]")) {
            String name = "chain_" + chain.replaceAll("\\W+", "_").replaceAll("^_|_$", "");
            out.put(name, "mlp on ab" + FAST + " layers=[4] scale=none transform=" + chain);
        }
        out.put("scale_minmax", "mlp on ab" + FAST + " layers=[4] scale=minmax");
        out.put("mse", "mlp on ab" + FAST + " layers=[4] loss=mse");
        out.put("batch_norm", "mlp on ab" + FAST + " layers=[6, 4] batchnorm=true dropout=0.2");
        out.put("disco", "mlp on ab" + FAST + " layers=[4] decorrelate=disco(y1, strength=1)");
        out.put("huber", "mlp on ab" + FAST + " layers=[4] target=y1 loss=huber(1)");
        out.put("mae", "mlp on ab" + FAST + " layers=[4] target=y1 loss=mae");
        out.put("several", "mlp on ab" + FAST + " layers=[4] target=[y1, y2] ensemble=2");
        out.put("multi_ensemble", "mlp on c" + FAST + " layers=[4] ensemble=2");
        out.put("multi_logistic", "logistic on c" + VARS);
        out.put("multi_lda", "lda on c" + VARS);
        out.put("ridge", "ridge on ab target=y1" + VARS);
        out.put("linear", "linear on ab target=y1" + VARS);
        out.put("fisher", "fisher on ab" + VARS);
        out.put("averaged", "perceptron on ab variant=averaged" + VARS);
        out.put("gan_score", "gan on ab latent=2 layers=[4] discriminator=[4]" + FAST);
        out.put(
                "images_mean",
                "cnn on pixels vars=[p0..p71] image=[6, 6, 2] epochs=1 batch=64 white=9"
                        + " layers=[conv(4, 2, stride=2, padding=same, activation=elu(1)), pool(3, stride=1, kind=mean, padding=same), conv(4, 2, activation=selu), dense(6, sigmoid)]");
        out.put(
                "images_target",
                "cnn on pixels vars=[p0..p71] image=[6, 6, 2] target=y epochs=1 batch=64"
                        + " layers=[conv(3, 3, activation=leaky(0.2)), pool(2), flatten, dropout(0.1), dense(5, softplus)]");
        return out;
    }

    /** As {@link #models}, but for some that stand for all. */
    static Map<String, String> few() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("plain", "mlp on ab" + FAST + " layers=[8, 6]");
        out.put("gauss", "mlp on ab" + FAST + " layers=[4] transform=[gauss, decorrelate]");
        out.put("multi", "mlp on c" + FAST + " layers=[6]");
        out.put("quantiles", "mlp on ab" + FAST + " layers=[6] target=y1 loss=pinball([0.1, 0.5, 0.9])");
        out.put("ensemble", "mlp on ab" + FAST + " layers=[4] ensemble=3");
        out.put(
                "images",
                "cnn on pixels vars=[p0..p71] image=[6, 6, 2] epochs=1 batch=64"
                        + " layers=[conv(4, 3, padding=same), batchnorm, pool(2), conv(4, 2, activation=tanh), dense(6)]");
        out.put("strange", "autoencoder on ab layers=[6] bottleneck=2 activation=swish" + FAST);
        out.put("logistic", "logistic on ab" + VARS);
        out.put("lda", "lda on ab" + VARS);
        out.put("perceptron", "perceptron on ab" + VARS);
        return out;
    }

    /** Trains and exports models; the files lie in the folder that is returned. */
    Path export(Map<String, String> models, List<String> endings) {
        Path out = folder.resolve("out");
        Map<String, String> ofRoles = new LinkedHashMap<>(models);
        ofRoles.values().removeIf(Zoo::isOfClasses);
        Map<String, String> ofClasses = new LinkedHashMap<>(models);
        ofClasses.values().removeIf(train -> !isOfClasses(train));
        run(READ_ROLES, ofRoles, endings, out);
        run(READ_CLASSES, ofClasses, endings, out);
        return out;
    }

    private static boolean isOfClasses(String train) {
        return train.contains(" on c ") || train.contains(" on pixels ");
    }

    private void run(String read, Map<String, String> models, List<String> endings, Path out) {
        StringBuilder macro = new StringBuilder(read);
        macro.append(DECLARE);
        models.forEach((name, train) -> {
            macro.append("train ").append(name).append(" = ").append(train).append('\n');
            macro.append("save ").append(name).append(" to \"").append(name).append(".wnm\"\n");
            for (String ending : endings) {
                String file = name + ending;
                macro.append("export ")
                        .append(name)
                        .append(" to \"")
                        .append(file)
                        .append("\"\n");
            }
        });
        Winnow.Checked checked = winnow.check("zoo.wn", macro.toString(), folder, Map.of());
        assertThat(checked.diagnostics()).noneMatch(d -> d.severity() == Severity.ERROR);
        winnow.run(checked.program().orElseThrow(), new RunOptions(out, 2, "test"), RunListener.SILENT);
    }

    /** Runs a macro without a mistake, and returns the folder that it wrote into. */
    Path run(String macro) {
        Winnow.Checked checked = winnow.check("zoo.wn", macro, folder, Map.of());
        assertThat(checked.diagnostics().stream().map(Object::toString)).isEmpty();
        Path again = folder.resolve("again");
        winnow.run(checked.program().orElseThrow(), new RunOptions(again, 2, "test"), RunListener.SILENT);
        return again;
    }

    /** Returns the model that was saved. */
    SavedModel read(Path file) {
        return ModelFile.read(file, winnow::modelReader);
    }

    /** Returns events for a model of that many inputs: one in twenty numbers is missing, one in a thousand infinite, some are far away. */
    static double[][] events(int inputs, int n) {
        RandomStream random = new RandomStream(11);
        double[][] events = new double[n][inputs];
        for (double[] event : events) {
            for (int f = 0; f < inputs; f++) {
                double u = random.nextDouble();
                double x = (u < 0.1 ? 20 : 1.5) * random.nextGaussian();
                event[f] = u > 0.95 ? Double.NaN : u > 0.949 ? Double.NEGATIVE_INFINITY : (float) x;
            }
        }
        return events;
    }

    private static void writeEvents(Path file, long seed, double shift) throws IOException {
        RandomStream random = new RandomStream(seed);
        StringBuilder lines = new StringBuilder("x1,x2,x3,y1,y2,label,w\n");
        for (int i = 0; i < EVENTS; i++) {
            double x1 = random.nextGaussian() + shift + i % 3;
            double x2 = x1 + 0.5 * random.nextGaussian();
            double x3 = random.nextDouble() < 0.1 ? -999 : x1 * x2 + random.nextGaussian();
            lines.append(String.format(
                    java.util.Locale.ROOT,
                    "%.4f,%s,%.4f,%.4f,%.4f,%s,%d%n",
                    x1,
                    random.nextDouble() < 0.05 ? "nan" : String.format(java.util.Locale.ROOT, "%.4f", x2),
                    x3,
                    90 + 10 * x1,
                    x2 - 3,
                    List.of("top", "ww", "zz").get(i % 3),
                    i % 9 == 0 ? -1 : 1));
        }
        Files.writeString(file, lines);
    }

    private static void writeImages(Path file) throws IOException {
        RandomStream random = new RandomStream(8);
        StringBuilder lines = new StringBuilder();
        for (int p = 0; p < 72; p++) {
            lines.append('p').append(p).append(',');
        }
        lines.append("y,label\n");
        for (int i = 0; i < EVENTS / 2; i++) {
            for (int p = 0; p < 72; p++) {
                lines.append((int) (10 * random.nextDouble())).append(',');
            }
            lines.append(i % 7)
                    .append(',')
                    .append(List.of("top", "ww", "zz").get(i % 3))
                    .append('\n');
        }
        Files.writeString(file, lines);
    }

    @Override
    public void close() throws IOException {
        plugins.close();
    }
}
