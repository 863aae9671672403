package hep.winnow.api;

import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.function.EventFunction;
import hep.winnow.api.function.Measure;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.api.step.Step;
import hep.winnow.api.step.VerbText;
import java.util.List;
import java.util.Optional;

/**
 * What a jar adds to Winnow. Name the class in {@code META-INF/services/hep.winnow.api.Plugin}, give it a public constructor without
 * arguments, and override what it offers.
 */
public interface Plugin {
    /** Returns the plugin's id, such as {@code neural}: lower case, unique among all plugins. */
    String id();

    /** Returns what it is for, in one sentence. */
    default String description() {
        return "";
    }

    /** Returns its steps: records with {@link hep.winnow.api.step.Verb}. */
    default List<Class<? extends Step>> steps() {
        return List.of();
    }

    /** Returns the formats of files that it reads; their steps need not stand in {@link #steps()}. */
    default List<EventFormat> formats() {
        return List.of();
    }

    /** Returns the formats of files that it writes events in. */
    default List<EventWriterFormat> writerFormats() {
        return List.of();
    }

    /** Returns texts in the macro language whose {@code def}s are verbs, such as {@code VerbText.resource(getClass(), "selection.wn")}. */
    default List<VerbText> verbTexts() {
        return List.of();
    }

    /** Returns its functions over events. */
    default List<EventFunction> functions() {
        return List.of();
    }

    /** Returns its functions over samples and models: records with {@link hep.winnow.api.step.Verb}. */
    default List<Class<? extends Measure>> measures() {
        return List.of();
    }

    /** Returns readers of the models that its learners make. */
    default List<ModelReader> modelReaders() {
        return List.of();
    }

    /** Returns the formats of model files of other programs that it reads. */
    default List<ModelFormat> modelFormats() {
        return List.of();
    }

    /** Returns what draws figures, if it does. */
    default Optional<FigureRenderer> figureRenderer() {
        return Optional.empty();
    }

    /** Returns the formats in which it writes what figures show as numbers. */
    default List<FigureDataFormat> figureDataFormats() {
        return List.of();
    }

    /** Returns the forms in which {@code export} writes models for other programs. */
    default List<ModelWriter> modelWriters() {
        return List.of();
    }
}
