package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import hep.winnow.app.shell.Session;
import hep.winnow.core.Winnow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of a batch that can be opened together, and those that cannot: that are not there, are damaged at their head, or have other columns than those before them.
 *
 * @param checked the macro with the good files; with all of them if none is good, or the macro is at fault
 * @param good that can be opened, in order
 * @param bad that cannot
 */
record OpenFiles(Winnow.Checked checked, List<Path> good, List<Bad> bad) {
    /** Errors of this group lie in files. */
    private static final String DATA_CODES = "E4";

    OpenFiles {
        good = List.copyOf(good);
        bad = List.copyOf(bad);
    }

    /**
     * A file that cannot be opened.
     *
     * @param file the file
     * @param problem what is wrong with it
     */
    record Bad(Path file, Diagnostic problem) {
        Outcome outcome() {
            return Outcome.of(List.of(file), "", problem.message(), problem.help(), Optional.empty());
        }
    }

    /** Opens files; where that fails they are tried one by one. */
    static OpenFiles of(Session session, Winnow winnow, Assignment assignment, List<Path> files) {
        Winnow.Checked all = assignment.check(session, winnow);
        if (all.program().isPresent() || dataError(all).isEmpty()) {
            return new OpenFiles(all, files, List.of());
        }
        List<Path> good = new ArrayList<>();
        List<Bad> bad = new ArrayList<>();
        for (Path file : files) {
            List<Path> with = good.isEmpty() ? List.of(file) : List.of(good.get(0), file);
            Winnow.Checked checked = assignment.over(with).check(session, winnow);
            Optional<Diagnostic> error = dataError(checked);
            if (error.isPresent()) {
                bad.add(new Bad(file, error.get()));
            } else {
                good.add(file);
            }
        }
        if (good.isEmpty() || bad.isEmpty()) {
            return new OpenFiles(all, files, List.of());
        }
        Winnow.Checked rest = assignment.over(good).check(session, winnow);
        return rest.program().isPresent() ? new OpenFiles(rest, good, bad) : new OpenFiles(rest, files, List.of());
    }

    private static Optional<Diagnostic> dataError(Winnow.Checked checked) {
        return checked.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR && d.code().startsWith(DATA_CODES))
                .findFirst();
    }
}
