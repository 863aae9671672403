package hep.winnow.app.repl;

import hep.winnow.core.assist.Completion;
import hep.winnow.core.assist.Completions;
import hep.winnow.core.assist.Highlight;
import hep.winnow.core.assist.Hints;
import java.util.ArrayList;
import java.util.List;

/** What is offered to the one who types: completions of statements and commands, hints, colours. */
final class Suggester {
    private static final List<String> WITH_NAMES = List.of("help", "show", "record");

    private final Shell shell;
    private final Commands commands;

    Suggester(Shell shell, Commands commands) {
        this.shell = shell;
        this.commands = commands;
    }

    /** Returns what can stand at {@code cursor} of what is typed. */
    Completions complete(String typed, int cursor) {
        String before = typed.substring(0, cursor);
        List<String> words = new ArrayList<>(List.of(before.stripLeading().split("\\s+", -1)));
        String last = words.remove(words.size() - 1);
        boolean isCommand = !words.isEmpty() && WITH_NAMES.contains(words.get(0));
        List<Completion> own = words.isEmpty() || isCommand
                ? commands.completions(words).stream()
                        .filter(c -> c.text().startsWith(last))
                        .toList()
                : List.of();
        boolean isOwnAlone = isCommand && !words.get(0).equals("show") && !own.isEmpty();
        Completions of = Completions.at(typed, cursor, shell.assist());
        List<Completion> items = new ArrayList<>(isOwnAlone ? List.of() : of.items());
        own.stream()
                .filter(c -> items.stream().noneMatch(i -> i.text().equals(c.text())))
                .forEach(items::add);
        return new Completions(isOwnAlone ? cursor - last.length() : of.start(), cursor, items);
    }

    /** Returns a line on what is being typed; may be empty. */
    String hint(String typed, int cursor) {
        return Hints.at(typed, cursor, shell.assist());
    }

    List<Highlight> highlights(String typed) {
        return Highlight.of(typed);
    }
}
