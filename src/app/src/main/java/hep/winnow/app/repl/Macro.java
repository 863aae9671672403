package hep.winnow.app.repl;

import java.util.ArrayList;
import java.util.List;

/** What was typed and accepted so far, as the text of a macro. Immutable. */
record Macro(List<String> entries) {
    static final Macro EMPTY = new Macro(List.of());

    Macro {
        entries = List.copyOf(entries);
    }

    Macro with(String entry) {
        List<String> more = new ArrayList<>(entries);
        more.add(entry.stripTrailing());
        return new Macro(more);
    }

    Macro withoutLast() {
        return new Macro(entries.subList(0, entries.size() - 1));
    }

    String last() {
        return entries.get(entries.size() - 1);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    String text() {
        return entries.isEmpty() ? "" : String.join("\n", entries) + "\n";
    }

    /** Returns the number of the line that comes next, from 1. */
    int nextLine() {
        return 1 + (int) text().chars().filter(c -> c == '\n').count();
    }
}
