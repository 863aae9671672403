import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.Winnow;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFiles;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Any bytes as a model file, of Winnow or of another program: a model that scores, twice alike, or an error that a user can mend. */
public final class ModelTarget {
    private static final int EVENTS = 3;
    private static final int MOST_INPUTS = 1000;

    private static final Path FILE = temporary();
    private static final ModelFiles FILES = files();

    private ModelTarget() {}

    private static Path temporary() {
        try {
            return Files.createTempFile("winnow-fuzz-", ".model");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFiles files() {
        List<Plugin> plugins = PluginSet.load(List.of(), Plugin.class.getClassLoader()).plugins().stream()
                .map(LoadedPlugin::plugin)
                .toList();
        Winnow winnow = new Winnow(plugins);
        return new ModelFiles(winnow.vocabulary().modelFormats(), winnow::modelReader);
    }

    /** Loads what is fuzzed, before Jazzer begins to look at the clock. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput(new byte[0]);
    }

    /** Reads one input; what it throws is a finding. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        Files.write(FILE, data);
        try {
            ModelFiles.Opened opened = FILES.open(FILE);
            SavedModel model = opened instanceof ModelFiles.Own own
                    ? own.model()
                    : imported(((ModelFiles.Foreign) opened).file());
            int inputs = model.inputs().size();
            if (inputs <= MOST_INPUTS && !Arrays.deepEquals(scores(model, inputs), scores(model, inputs))) {
                throw new IllegalStateException("the same events score otherwise the second time");
            }
        } catch (UserError refused) {
            if (!refused.message().contains(FILE.toString())) {
                throw new IllegalStateException("an error that does not name the file", refused);
            }
        }
    }

    private static SavedModel imported(ImportedFile file) {
        List<InputSpec> inputs = file.model().inputs().stream()
                .map(i -> new InputSpec(i.name(), i.name(), "", List.of(i.name()), Map.of()))
                .toList();
        return file.with(inputs, ImportedFile.Choice.NONE);
    }

    private static double[][] scores(SavedModel model, int inputs) {
        double[][] values = new double[inputs][EVENTS];
        for (int f = 0; f < inputs; f++) {
            for (int i = 0; i < EVENTS; i++) {
                values[f][i] = (f * EVENTS + i) % 5 - 1.5;
            }
        }
        double[][] out = new double[model.pipeline().model().outputs()][EVENTS];
        model.pipeline().score(values, EVENTS, out);
        return out;
    }
}
