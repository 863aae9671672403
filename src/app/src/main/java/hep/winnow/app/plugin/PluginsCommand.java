package hep.winnow.app.plugin;

import hep.winnow.api.Plugin;
import hep.winnow.api.function.EventFunction;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.Verb;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Paint;
import hep.winnow.app.shell.Prose;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.macro.VerbFiles;
import hep.winnow.core.plugin.LoadedPlugin;
import hep.winnow.core.plugin.PluginProblem;
import hep.winnow.core.schema.VerbFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code winnow plugins}: what is plugged in, and what could not be. */
@Command(
        name = "plugins",
        description = "Lists plugins, what each brings, and those that are broken.",
        footer = {
            "",
            "A plugin is a folder of jars, or one jar, in the folder 'plugins' of Winnow, in one named by",
            "--plugins DIR, or in one of the folders in the variable WINNOW_PLUGINS (parted as in PATH).",
            "",
            "Examples:",
            "  winnow plugins",
            "  winnow plugins --doctor     also where they lie; status 2 if one is broken"
        })
public final class PluginsCommand implements Callable<Integer> {
    private static final int WIDEST = 100;
    private static final int INDENT = 4;

    private final Session session;

    @Option(
            names = "--doctor",
            description = "Tell where plugins lie and where they were looked for, and fail if one is broken.")
    private boolean isDoctor;

    /** Makes the command. */
    public PluginsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Installation installation = session.install();
        Terminal terminal = session.terminal();
        installation.plugins().stream()
                .sorted(java.util.Comparator.comparing(LoadedPlugin::id))
                .forEach(plugin -> print(plugin, terminal));
        installation.problems().forEach(problem -> print(problem, terminal));
        int good = installation.plugins().size();
        int bad = installation.problems().size();
        Paint paint = terminal.outPaint();
        if (isDoctor) {
            terminal.out().println("looked in " + String.join(", ", places()) + " and on the class path");
        }
        String verdict = bad == 0 ? paint.green("all work") : paint.red(bad + " left out");
        terminal.out().println(Words.count(good, "plugin") + ", " + verdict);
        return isDoctor && bad > 0 ? Status.ENVIRONMENT : Status.DONE;
    }

    private List<String> places() {
        return session.pluginFolders().stream().map(Path::toString).toList();
    }

    private void print(LoadedPlugin loaded, Terminal terminal) {
        Paint paint = terminal.outPaint();
        Plugin plugin = loaded.plugin();
        terminal.out().println(paint.bold(loaded.id()) + " " + paint.dim(loaded.version()));
        if (!plugin.description().isEmpty()) {
            wrapped(plugin.description(), terminal);
        }
        List<String> verbs = new ArrayList<>(verbs(plugin.steps()));
        plugin.verbTexts().stream()
                .flatMap(t -> VerbFiles.read(VerbFile.of(plugin.id(), t)).stream())
                .forEach(v -> verbs.add(v.schema().verb()));
        brings("verbs", verbs, terminal);
        brings(
                "files of",
                verbs(plugin.formats().stream().map(EventFormat::step).toList()).stream()
                        .map(v -> v.substring(v.indexOf(' ') + 1))
                        .toList(),
                terminal);
        brings(
                "events written as",
                plugin.writerFormats().stream()
                        .flatMap(w -> w.endings().stream())
                        .toList(),
                terminal);
        brings(
                "models exported as",
                plugin.modelWriters().stream().map(ModelWriter::ending).toList(),
                terminal);
        brings("functions over events and models", verbs(plugin.measures()), terminal);
        brings(
                "functions of an event",
                plugin.functions().stream().map(EventFunction::name).toList(),
                terminal);
        brings("models of", plugin.modelReaders().stream().map(r -> r.learner()).toList(), terminal);
        brings(
                "models of other programs",
                plugin.modelFormats().stream().map(f -> f.description()).toList(),
                terminal);
        plugin.figureRenderer()
                .ifPresent(
                        r -> brings("figures as", r.formats().stream().sorted().toList(), terminal));
        brings(
                "figures as numbers as",
                plugin.figureDataFormats().stream()
                        .flatMap(f -> f.endings().stream())
                        .toList(),
                terminal);
        if (isDoctor) {
            brings("from", List.of(loaded.location()), terminal);
        }
        terminal.out().println();
    }

    private static List<String> verbs(List<? extends Class<?>> types) {
        List<String> titles = new ArrayList<>();
        for (Class<?> type : types) {
            Optional.ofNullable(type.getAnnotation(Verb.class))
                    .ifPresent(v -> titles.add(v.kind().isEmpty() ? v.value() : v.value() + " " + v.kind()));
        }
        return titles;
    }

    private static void brings(String what, List<String> names, Terminal terminal) {
        if (!names.isEmpty()) {
            wrapped(what + ": " + String.join(", ", names), terminal);
        }
    }

    private static void wrapped(String text, Terminal terminal) {
        int room = Math.min(WIDEST, terminal.looks().columns()) - 1 - INDENT;
        Prose.wrap(text, room, 2).lines().forEach(line -> terminal.out().println(" ".repeat(INDENT) + line));
    }

    private static void print(PluginProblem problem, Terminal terminal) {
        Paint paint = terminal.outPaint();
        terminal.out().println(paint.red("broken: ") + problem.where());
        wrapped(problem.reason(), terminal);
        if (!problem.help().isEmpty()) {
            wrapped("help: " + problem.help(), terminal);
        }
        terminal.out().println();
    }
}
