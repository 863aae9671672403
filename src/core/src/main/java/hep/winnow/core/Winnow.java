package hep.winnow.core;

import hep.winnow.api.Plugin;
import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.function.EventFunction;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.core.expr.FunctionTable;
import hep.winnow.core.host.WinnowEngine;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.macro.Checker;
import hep.winnow.core.macro.Given;
import hep.winnow.core.macro.Names;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.VerbFiles;
import hep.winnow.core.model.ImportedReader;
import hep.winnow.core.model.ModelFiles;
import hep.winnow.core.run.Engine;
import hep.winnow.core.run.Figures;
import hep.winnow.core.run.RunListener;
import hep.winnow.core.run.RunOptions;
import hep.winnow.core.run.RunResult;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.VerbFile;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.CoreVerbs;
import hep.winnow.core.verbs.CsvFormat;
import hep.winnow.core.verbs.CsvWriterFormat;
import hep.winnow.core.verbs.ReadCsv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The framework with some plugins. A program that embeds Winnow begins with {@link #engine}; this is what lies below it. Immutable, and safe for several threads.
 */
public final class Winnow {
    private final List<Plugin> plugins;
    private final Vocabulary vocabulary;
    private final FunctionTable functions;
    private final Map<String, ModelReader> readers = new LinkedHashMap<>();

    /** Makes a framework of plugins that are known to fit together; see {@link hep.winnow.core.plugin.PluginSet} for finding them. */
    public Winnow(List<Plugin> plugins) {
        this.plugins = List.copyOf(plugins);
        List<StepSchema> steps = new ArrayList<>();
        List<StepSchema> measures = new ArrayList<>();
        List<EventFunction> extra = new ArrayList<>();
        List<EventFormat> formats = new ArrayList<>(List.of(new CsvFormat()));
        List<EventWriterFormat> writers = new ArrayList<>(List.of(new CsvWriterFormat()));
        List<ModelFormat> modelFormats = new ArrayList<>();
        List<DefinedVerb> defined = new ArrayList<>();
        CoreVerbs.STEPS.forEach(s -> steps.add(StepSchema.of(s, "core")));
        steps.add(StepSchema.of(ReadCsv.class, "core"));
        for (Plugin plugin : this.plugins) {
            plugin.formats().forEach(f -> steps.add(StepSchema.of(f.step(), plugin.id())));
            formats.addAll(plugin.formats());
            writers.addAll(plugin.writerFormats());
            plugin.steps().forEach(s -> steps.add(StepSchema.of(s, plugin.id())));
            plugin.measures().forEach(m -> measures.add(StepSchema.of(m, plugin.id())));
            extra.addAll(plugin.functions());
            plugin.modelReaders().forEach(r -> readers.put(r.learner(), r));
            plugin.modelFormats().forEach(f -> readers.put(f.name(), new ImportedReader(f)));
            modelFormats.addAll(plugin.modelFormats());
            plugin.verbTexts().forEach(t -> defined.addAll(VerbFiles.read(VerbFile.of(plugin.id(), t))));
        }
        List<ModelWriter> modelWriters =
                this.plugins.stream().flatMap(p -> p.modelWriters().stream()).toList();
        this.vocabulary = new Vocabulary(steps, measures, formats, writers, modelFormats, modelWriters).with(defined);
        this.functions = new FunctionTable(extra);
    }

    /** Returns an engine, for programs that run macros: with the plugins of the class path, and of folders such as Winnow's own {@code plugins/}. */
    public static WinnowEngine engine(Path... pluginFolders) {
        return WinnowEngine.of(List.of(pluginFolders), Winnow.class.getClassLoader());
    }

    /**
     * What a check found.
     *
     * @param program if there was no error
     * @param diagnostics in the order of the text
     * @param texts of all files, by name
     * @param naming tells what the macro names, each time it is asked
     */
    public record Checked(
            Optional<Program> program,
            List<Diagnostic> diagnostics,
            Map<String, String> texts,
            Supplier<Names> naming) {
        /** What was found where names do not matter. */
        public Checked(Optional<Program> program, List<Diagnostic> diagnostics, Map<String, String> texts) {
            this(program, diagnostics, texts, () -> Names.NONE);
        }

        public Checked {
            diagnostics = List.copyOf(diagnostics);
            texts = Map.copyOf(texts);
        }

        /** Returns what the macro names. To collect it takes a while: ask once. */
        public Names names() {
            return naming.get();
        }
    }

    /** Returns all verbs and measures. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Returns all functions of events. */
    public FunctionTable functions() {
        return functions;
    }

    /** Returns the reader of a learner's models. */
    public Optional<ModelReader> modelReader(String learner) {
        return Optional.ofNullable(readers.get(learner));
    }

    /** Returns what opens model files, of Winnow and of other programs. */
    public ModelFiles modelFiles() {
        return new ModelFiles(vocabulary.modelFormats(), this::modelReader);
    }

    /**
     * Checks a macro, and reads the headers of its files, but no event.
     *
     * @param name of the macro's file, for messages
     * @param text of the macro
     * @param folder that its paths are relative to
     * @param params given from outside
     */
    public Checked check(String name, String text, Path folder, Map<String, String> params) {
        return check(name, text, folder, Given.params(params));
    }

    /**
     * Checks a macro as {@link #check(String, String, Path, Map)} does.
     *
     * @param given params, files and a limit from outside
     */
    public Checked check(String name, String text, Path folder, Given given) {
        MacroFile file = Parser.parse(name, text);
        Checker checker = new Checker(vocabulary, functions, this::modelReader, given);
        Optional<Program> program = checker.check(file, folder);
        return new Checked(program, checker.diagnostics(), checker.texts(), checker::names);
    }

    /** Returns what plugins draw and write figures with. */
    public Figures figures() {
        return new Figures(
                plugins.stream().flatMap(p -> p.figureRenderer().stream()).findFirst(),
                plugins.stream().flatMap(p -> p.figureDataFormats().stream()).toList());
    }

    /** Runs a checked macro. */
    public RunResult run(Program program, RunOptions options, RunListener listener) {
        try (Engine engine = new Engine(program, options, figures(), listener)) {
            return engine.run();
        }
    }
}
