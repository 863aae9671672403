package hep.winnow.core.plugin;

import hep.winnow.api.Plugin;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.function.EventFunction;
import hep.winnow.api.function.Measure;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.api.step.Step;
import hep.winnow.api.step.Verb;
import hep.winnow.api.step.VerbText;
import hep.winnow.core.macro.VerbFiles;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.VerbFile;
import hep.winnow.core.verbs.CoreVerbs;
import java.lang.reflect.InvocationTargetException;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes plugins one by one, and refuses those that are broken or offer what an earlier one offers. */
final class PluginRegistry {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]*");

    private static final Set<String> CORE = Stream.concat(
                    CoreVerbs.STEPS.stream().map(s -> StepSchema.of(s, "core").verb()), Stream.of("read", "set"))
            .collect(Collectors.toUnmodifiableSet());

    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final Map<String, String> offers = new LinkedHashMap<>();

    /** Tells why a plugin is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient PluginProblem problem;

        Refused(String where, String reason, String help) {
            super(reason);
            this.problem = new PluginProblem(where, reason, help);
        }

        PluginProblem problem() {
            return problem;
        }
    }

    List<LoadedPlugin> plugins() {
        return plugins;
    }

    /** Takes a plugin that comes from {@code where}. What it throws when asked what it offers goes through. */
    void add(Plugin plugin, String where) throws Refused {
        String id = plugin.id();
        if (!ID.matcher(String.valueOf(id)).matches()) {
            throw new Refused(
                    where,
                    "its id is '" + id + "', expected lower case letters, digits, - and _, a letter first",
                    "id() of " + plugin.getClass().getName() + " gives it");
        }
        Map<String, String> own = new LinkedHashMap<>();
        claim(own, "id '" + id + "'", id, where);
        for (Class<? extends Step> step : plugin.steps()) {
            claim(own, "step '" + statement(step, where) + "'", id, where);
        }
        for (EventFormat format : plugin.formats()) {
            claim(own, "step '" + statement(format.step(), where) + "'", id, where);
        }
        for (VerbText text : plugin.verbTexts()) {
            claimVerbs(own, VerbFile.of(id, text), where);
        }
        for (EventWriterFormat writer : plugin.writerFormats()) {
            claim(own, "writer of files of '" + writer.name() + "'", id, where);
            for (String ending : writer.endings()) {
                claim(own, "writer of files '*" + ending + "'", id, where);
            }
        }
        for (FigureDataFormat format : plugin.figureDataFormats()) {
            for (String ending : format.endings()) {
                claim(own, "writer of figures as '*" + ending + "'", id, where);
            }
        }
        for (ModelWriter writer : plugin.modelWriters()) {
            claim(own, "writer of models as '" + writer.name() + "'", id, where);
            claim(own, "writer of models '*" + writer.ending() + "'", id, where);
        }
        for (Class<? extends Measure> measure : plugin.measures()) {
            claim(own, "function '" + statement(measure, where) + "'", id, where);
        }
        for (EventFunction function : plugin.functions()) {
            claim(own, "function '" + function.name() + "'", id, where);
        }
        for (ModelReader reader : plugin.modelReaders()) {
            claim(own, "reader of models of '" + reader.learner() + "'", id, where);
        }
        for (ModelFormat format : plugin.modelFormats()) {
            claim(own, "reader of models of '" + format.name() + "'", id, where);
        }
        plugin.description();
        plugin.figureRenderer();
        offers.putAll(own);
        plugins.add(new LoadedPlugin(id, version(plugin.getClass()), where, plugin));
    }

    /** A verb that is written in the language has no kinds, and so takes the place of all kinds of its verb. */
    private void claimVerbs(Map<String, String> own, VerbFile file, String where) throws Refused {
        for (DefinedVerb verb : VerbFiles.read(file)) {
            String name = verb.schema().verb();
            if (CORE.contains(name)) {
                throw new Refused(
                        where, file.name() + " defines the verb '" + name + "', which the framework has", "rename it");
            }
            Optional<String> kind = Stream.concat(offers.keySet().stream(), own.keySet().stream())
                    .filter(o -> o.startsWith("step '" + name + " … ="))
                    .findFirst();
            claim(own, kind.orElse("step '" + name + "'"), file.plugin(), where);
        }
    }

    private void claim(Map<String, String> own, String what, String id, String where) throws Refused {
        Optional<String> before = Optional.ofNullable(offers.get(what));
        if (before.isPresent()) {
            throw new Refused(
                    where,
                    "plugin '" + id + "' has the " + what + ", which " + before.get() + " has too",
                    "remove one of the two");
        }
        if (own.put(what, "plugin '" + id + "' in " + where) != null) {
            throw new Refused(where, "plugin '" + id + "' has the " + what + " twice", "");
        }
    }

    /** Returns the verb of a step or measure, and its kind if it has one. */
    private static String statement(Class<?> type, String where) throws Refused {
        Verb verb = type.getAnnotation(Verb.class);
        if (verb == null || !type.isRecord()) {
            throw new Refused(where, type.getName() + " is no record with @Verb", "");
        }
        return verb.kind().isEmpty() ? verb.value() : verb.value() + " … = " + verb.kind();
    }

    private static String version(Class<?> type) {
        Optional<String> version =
                Optional.ofNullable(type.getPackage()).flatMap(p -> Optional.ofNullable(p.getImplementationVersion()));
        return version.orElse("development");
    }

    /** Returns where a class was loaded from. */
    static String origin(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                .map(CodeSource::getLocation)
                .map(l -> l.getProtocol().equals("file") ? l.getPath() : l.toString())
                .orElse("class path");
    }

    /** Puts what a plugin threw into words. */
    static PluginProblem problem(String where, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && isWrapper(cause)) {
            cause = cause.getCause();
        }
        if (cause instanceof NoClassDefFoundError || cause instanceof ClassNotFoundException) {
            String name = String.valueOf(cause.getMessage()).replace('/', '.');
            String help = name.startsWith("hep.winnow.core.")
                    ? "a plugin may use hep.winnow.api and hep.winnow.kernels alone"
                    : "put the jar that has it beside the plugin's; a plugin sees its own jars, the JDK,"
                            + " hep.winnow.api and hep.winnow.kernels";
            return new PluginProblem(where, "it needs the class " + name + ", which is not there", help);
        }
        if (cause instanceof UnsupportedClassVersionError) {
            return new PluginProblem(
                    where, String.valueOf(cause.getMessage()), "build it for Java 17, or run a newer Java");
        }
        if (cause instanceof LinkageError) {
            return new PluginProblem(
                    where, "it does not fit this version of Winnow: " + cause, "build it against this version's api");
        }
        if (cause instanceof ServiceConfigurationError) {
            return new PluginProblem(where, String.valueOf(cause.getMessage()), "");
        }
        return new PluginProblem(where, "it failed with " + cause, "");
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof InvocationTargetException;
    }
}
