package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Severity;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far, in the order in which it was found; errors are counted apart from warnings. */
final class Findings extends AbstractList<Diagnostic> {
    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;

    @Override
    public boolean add(Diagnostic diagnostic) {
        errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        return found.add(diagnostic);
    }

    @Override
    public Diagnostic get(int index) {
        return found.get(index);
    }

    @Override
    public int size() {
        return found.size();
    }

    /** Returns how many errors there are. */
    int errors() {
        return errors;
    }
}
