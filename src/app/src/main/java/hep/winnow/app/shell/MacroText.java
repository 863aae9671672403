package hep.winnow.app.shell;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.core.lang.Suggestions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A macro's file.
 *
 * @param path as the user gave it
 * @param text the whole of it
 */
public record MacroText(Path path, String text) {
    /** Reads a macro. */
    public static MacroText read(Path path) {
        if (Files.isDirectory(path)) {
            throw UserError.data("'" + path + "' is a folder, not a macro", nearest(path, ""));
        }
        if (!Files.exists(path)) {
            Path folder = path.toAbsolutePath().getParent();
            throw UserError.data(
                    "there is no macro '" + path + "'",
                    folder == null ? "" : nearest(folder, String.valueOf(path.getFileName())));
        }
        try {
            return new MacroText(path, Files.readString(path, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw UserError.data("'" + path + "' is no text in UTF-8", "a macro is a plain text; save it as UTF-8")
                    .because(e);
        } catch (IOException e) {
            throw UserError.data("cannot read '" + path + "': " + e.getMessage(), "")
                    .because(e);
        }
    }

    /** Returns what to try instead of a file that is not there. */
    private static String nearest(Path folder, String name) {
        List<String> macros = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wn")) {
            files.forEach(f -> macros.add(String.valueOf(f.getFileName())));
        } catch (IOException e) {
            return "";
        }
        macros.sort(String::compareTo);
        return Suggestions.nearest(name, macros)
                .map(n -> "did you mean '" + n + "'?")
                .orElse(macros.isEmpty() ? "" : "there is " + String.join(", ", macros));
    }

    /** Returns the name for messages. */
    public String name() {
        return path.toString();
    }

    /** Returns the folder that the macro's paths are relative to. */
    public Path folder() {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /** Returns the file's name without its ending. */
    public String stem() {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".wn") ? name.substring(0, name.length() - 3) : name;
    }
}
