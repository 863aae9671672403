package hep.winnow.core.model;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.core.text.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens model files: those of Winnow, and those of other programs that plugins read. Which one a file is, its first bytes tell. */
public final class ModelFiles {
    /** Larger files are refused: models are trained to be evaluated often. */
    private static final long LARGEST = 1L << 30;

    private final List<ModelFormat> formats;
    private final Function<String, Optional<ModelReader>> readers;

    /**
     * Makes an opener.
     *
     * @param formats of other programs
     * @param readers of Winnow's own files, by learner
     */
    public ModelFiles(List<ModelFormat> formats, Function<String, Optional<ModelReader>> readers) {
        this.formats = List.copyOf(formats);
        this.readers = readers;
    }

    /** What a file holds. */
    public sealed interface Opened {
        /** Returns where it lies. */
        ModelSource source();
    }

    /** A file of Winnow. */
    public record Own(SavedModel model, ModelSource source) implements Opened {}

    /** A file of another program. */
    public record Foreign(ImportedFile file) implements Opened {
        @Override
        public ModelSource source() {
            return file.source();
        }
    }

    /**
     * Reads a model file.
     *
     * @throws UserError if it cannot be read, is of no known format, is damaged, or holds something that is not understood
     */
    public Opened open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw UserError.data(
                    "there is no model file '" + file + "'", "write one with 'save MODEL to \"name.wnm\"'");
        }
        byte[] bytes = bytes(file);
        ModelSource source = new ModelSource(file, bytes.length, Hashes.sha256(bytes));
        Optional<ModelFormat> format = format(file, bytes);
        if (format.isPresent()) {
            return new Foreign(foreign(format.get(), bytes, source));
        }
        KnownFiles.refuse(file, bytes);
        return new Own(ModelFile.read(file, readers), source);
    }

    private static byte[] bytes(Path file) {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw UserError.data(
                        "'" + file + "' has " + size + " bytes, a model file at most " + LARGEST,
                        "is it a file of events? These are read by 'read'");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw UserError.data("cannot read '" + file + "': " + e.getMessage(), "")
                    .because(e);
        }
    }

    private Optional<ModelFormat> format(Path file, byte[] bytes) {
        FirstBytes first = new FirstBytes(file, Arrays.copyOf(bytes, Math.min(bytes.length, FirstBytes.LENGTH)));
        List<ModelFormat> fitting =
                formats.stream().filter(f -> f.recognises(first)).toList();
        if (fitting.size() > 1) {
            String names = fitting.stream().map(ModelFormat::name).collect(Collectors.joining(" and "));
            throw UserError.data(
                    "'" + file + "' could be a model of the formats " + names,
                    "remove the plugin of one of them; 'winnow plugins' lists them");
        }
        return fitting.stream().findFirst();
    }

    private static ImportedFile foreign(ModelFormat format, byte[] bytes, ModelSource source) {
        String what = "model file '" + source.path() + "' (" + format.name() + ")";
        try {
            ForeignModel model = format.read(bytes);
            return new ImportedFile(format.name(), bytes, model, source);
        } catch (UserError e) {
            throw new UserError(e.kind(), what + ": " + e.message(), e.help()).because(e);
        }
    }
}
