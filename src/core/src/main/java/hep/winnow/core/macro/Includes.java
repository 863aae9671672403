package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.access.AccessError;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.MacroFile;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a macro: itself, and those that it includes. */
final class Includes {
    private static final int MAX_INCLUDES = 1_000;
    private static final int MAX_NESTED = 50;
    private static final long MAX_BYTES = 10_000_000;

    private final Given given;
    private final Resolver resolver;
    private final Symbols symbols;
    private final List<Diagnostic> out;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Path> folders = new LinkedHashMap<>();
    private final Set<Path> read = new LinkedHashSet<>();
    private int count;

    Includes(Given given, Resolver resolver, Symbols symbols, List<Diagnostic> out) {
        this.given = given;
        this.resolver = resolver;
        this.symbols = symbols;
        this.out = out;
    }

    /** A file, and where it lies. */
    record Included(MacroFile file, Path path) {}

    /** Returns the texts of all files, by name; more may be added. */
    Map<String, String> texts() {
        return texts;
    }

    /** Returns the folder of a file, by its name. */
    Path folder(String file) {
        return folders.getOrDefault(file, Path.of(""));
    }

    /** Returns all files. */
    Set<Path> files() {
        return read;
    }

    /** Takes note of the macro itself; returns where it lies. */
    Path begin(MacroFile file, Path folder) {
        texts.put(file.name(), file.text());
        folders.put(file.name(), folder);
        note(file);
        Path own = place(file.name(), folder);
        read.add(own);
        return own;
    }

    /** A macro may go by a name that is no path, such as that of the standard input. */
    private static Path place(String name, Path folder) {
        try {
            Path last = Path.of(name).getFileName();
            return folder.resolve(last == null ? Path.of("") : last).normalize();
        } catch (InvalidPathException e) {
            return folder.normalize();
        }
    }

    private void note(MacroFile file) {
        out.addAll(file.diagnostics());
        file.broken().forEach(symbols::poison);
        file.lost().forEach(symbols::lose);
    }

    /** Tells whether no further file may be included. */
    boolean isFull() {
        return ++count > MAX_INCLUDES;
    }

    /**
     * Reads a file that is included; empty where it cannot be, which has been reported.
     *
     * @param filled its name with params put in
     * @param isFromOutside whether that is relative to the working folder
     * @param chain files that include each other, the macro first
     */
    Optional<Included> open(Statement.IncludeStatement include, Expr filled, boolean isFromOutside, List<Path> chain) {
        String name = filled instanceof Expr.StringLiteral text
                ? text.value()
                : include.path().value();
        try {
            Path base = isFromOutside ? given.working() : folder(include.span().file());
            Path path = base.resolve(name).normalize();
            if (chain.contains(path) || chain.size() > MAX_NESTED) {
                symbols.lose("include");
                out.add(CheckCode.CIRCULAR_INCLUDE.at(
                        include.path().span(), "'" + name + "' includes itself", "remove one of the includes"));
                return Optional.empty();
            }
            resolver.access().checkRead(path);
            return Optional.of(new Included(parsed(path), path));
        } catch (AccessError e) {
            symbols.lose("include");
            out.add(CheckCode.FORBIDDEN_FILE.at(include.path().span(), e.message(), e.help()));
        } catch (IOException | InvalidPathException e) {
            symbols.lose("include");
            out.add(CheckCode.UNREADABLE_INCLUDE.at(
                    include.path().span(),
                    "cannot read '" + name + "'",
                    "an include is relative to the macro that names it"));
        }
        return Optional.empty();
    }

    /** Returns what is told where no further file may be included. */
    static String limit() {
        return "the macro includes more than " + MAX_INCLUDES + " files";
    }

    private MacroFile parsed(Path path) throws IOException {
        read.add(path);
        String shown = path.toString();
        if (Files.size(path) > MAX_BYTES) {
            throw new IOException("it has more than " + MAX_BYTES + " bytes");
        }
        String text = Files.readString(path);
        MacroFile file = Parser.parse(shown, text);
        texts.put(shown, text);
        folders.put(shown, Optional.ofNullable(path.getParent()).orElse(Path.of("")));
        note(file);
        return file;
    }
}
