package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Severity;
import hep.winnow.core.lang.Lexeme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Mistakes and warnings as editors show them, with what may have been meant. */
final class Mistakes {
    private static final Pattern MEANT = Pattern.compile("did you mean '([^'{}]+)'\\?");

    private final Optional<Path> pages;

    /**
     * Makes it.
     *
     * @param pages the file that tells of all codes, if it is at hand
     */
    Mistakes(Optional<Path> pages) {
        this.pages = pages;
    }

    /** Returns what the last check found in a macro; what is wrong with a file that it includes stands where it does so. */
    List<Diagnostic> of(Macro macro) {
        return macro.last().diagnostics().stream().map(d -> shown(macro, d)).toList();
    }

    private Diagnostic shown(Macro macro, hep.winnow.api.diagnostic.Diagnostic found) {
        boolean isHere = found.span().file().equals(macro.place().name());
        Text text = macro.text();
        Range range = isHere
                ? text.range(found.span().start(), found.span().end())
                : include(macro, found.span().file());
        StringBuilder message =
                new StringBuilder(isHere ? "" : "in " + found.span().file() + ": ");
        message.append(found.message());
        if (!found.help().isEmpty()) {
            message.append('\n').append(found.help());
        }
        Diagnostic shown = new Diagnostic(
                range,
                message.toString(),
                found.severity() == Severity.ERROR ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
                "winnow");
        shown.setCode(found.code());
        page(found.code()).ifPresent(uri -> shown.setCodeDescription(new DiagnosticCodeDescription(uri)));
        return shown;
    }

    private Optional<String> page(String code) {
        return pages.map(p -> p.toUri() + "#" + code.toLowerCase(Locale.ROOT));
    }

    /** Returns where a macro includes a file, or else its begin. */
    private static Range include(Macro macro, String file) {
        List<Lexeme> all = Lexeme.of(macro.text().content());
        Optional<String> wanted = macro.place().uriOf(file);
        for (int i = 1; i < all.size(); i++) {
            Lexeme path = all.get(i);
            boolean isIncluded =
                    path.kind() == Lexeme.Kind.STRING && all.get(i - 1).is("include");
            if (isIncluded && macro.place().uriOf(path.text()).equals(wanted)) {
                return macro.text().range(path.start(), path.end());
            }
        }
        return macro.text().range(0, 0);
    }

    /** Returns what mends the mistakes that an editor shows: what may have been meant is put in the place of what stands there. */
    List<CodeAction> fixes(Macro macro, List<Diagnostic> shown) {
        List<CodeAction> out = new ArrayList<>();
        for (hep.winnow.api.diagnostic.Diagnostic found : macro.last().diagnostics()) {
            Matcher meant = MEANT.matcher(found.help());
            Diagnostic own = shown(macro, found);
            boolean isHere = found.span().file().equals(macro.place().name());
            if (isHere && meant.find()) {
                shown.stream()
                        .filter(s -> own.getRange().equals(s.getRange())
                                && own.getCode().equals(s.getCode()))
                        .findFirst()
                        .ifPresent(s -> out.add(fix(macro, s, meant.group(1))));
            }
        }
        return out;
    }

    private static CodeAction fix(Macro macro, Diagnostic mistake, String meant) {
        CodeAction fix = new CodeAction("Write '" + meant + "'");
        fix.setKind(CodeActionKind.QuickFix);
        fix.setDiagnostics(List.of(mistake));
        fix.setEdit(new WorkspaceEdit(Map.of(macro.place().uri(), List.of(new TextEdit(mistake.getRange(), meant)))));
        return fix;
    }
}
