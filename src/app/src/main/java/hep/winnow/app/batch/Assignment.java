package hep.winnow.app.batch;

import hep.winnow.app.shell.Allowed;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.core.Winnow;
import hep.winnow.core.access.FileAccess;
import hep.winnow.core.macro.Given;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all jobs of a batch have in common; a batch sends it to its workers.
 *
 * @param version of the program
 * @param macro path of the macro
 * @param text of the macro, as the batch read it
 * @param params but for the one that stands for the files
 * @param as name of that one
 * @param files all that could be opened, in order
 * @param threads of each worker
 * @param allowed what the macro may reach besides
 * @param out where the results of the batch go
 */
record Assignment(
        String version,
        String macro,
        String text,
        Map<String, String> params,
        String as,
        List<String> files,
        int threads,
        List<String> allowed,
        String out) {
    Assignment {
        params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
        files = List.copyOf(files);
        allowed = List.copyOf(allowed);
    }

    Assignment over(List<Path> some) {
        List<String> names = some.stream().map(Path::toString).toList();
        return new Assignment(version, macro, text, params, as, names, threads, allowed, out);
    }

    /** Checks the macro with the files. */
    Winnow.Checked check(Session session, Winnow winnow) {
        Path folder = new MacroText(Path.of(macro), text).folder();
        FileAccess access = session.access(folder, new Allowed(allowed), Path.of(out));
        return winnow.check(
                macro, text, folder, Given.params(params).withFiles(as, files).with(access));
    }

    Map<String, Object> toMap() {
        return Lines.of(
                "version",
                version,
                "macro",
                macro,
                "text",
                text,
                "params",
                params,
                "as",
                as,
                "files",
                files,
                "threads",
                (long) threads,
                "allowed",
                allowed,
                "out",
                out);
    }

    static Assignment of(Map<String, Object> map) {
        Map<String, String> params = new LinkedHashMap<>();
        Lines.inner(map, "params").forEach((key, value) -> params.put(key, String.valueOf(value)));
        return new Assignment(
                Lines.text(map, "version"),
                Lines.text(map, "macro"),
                Lines.text(map, "text"),
                params,
                Lines.text(map, "as"),
                Lines.texts(map, "files"),
                (int) Lines.number(map, "threads"),
                Lines.texts(map, "allowed"),
                Lines.text(map, "out"));
    }
}
