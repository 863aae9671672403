package hep.winnow.core.lang;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is lost with statements that are left out: whoever looks for it should not call it unknown. */
public final class Losses {
    private final Set<String> names = new HashSet<>();
    private final Set<String> words = new HashSet<>();

    /** Adds a name that a statement may have declared. */
    public void addName(String name) {
        names.add(name);
    }

    /** Adds the first word of a statement. */
    public void addWord(String word) {
        words.add(word);
    }

    /** Adds statements that are never reached, and those in them. A loop that declares what its variable says may declare anything. */
    public void add(List<Statement> statements) {
        statements.forEach(this::add);
    }

    private void add(Statement statement) {
        if (statement instanceof Statement.StepStatement step) {
            words.add(step.verb().text());
            step.likelyName().ifPresent(names::add);
        } else if (statement instanceof Statement.ParamStatement param) {
            names.add(param.name().text());
        } else if (statement instanceof Statement.LetStatement let) {
            names.add(let.name().text());
        } else if (statement instanceof Statement.DefStatement def) {
            names.add(def.name().text());
        } else if (statement instanceof Statement.IncludeStatement) {
            words.add("include");
        } else if (statement instanceof Statement.IfStatement choice) {
            add(choice.body());
            add(choice.otherwise());
        } else if (statement instanceof Statement.ForStatement loop) {
            addLoop(loop.variable().text(), loop.body());
        }
    }

    /** Adds the body of a loop. */
    public void addLoop(String variable, List<Statement> body) {
        Losses inner = new Losses();
        inner.add(body);
        if (inner.names.contains(variable)) {
            words.add("for");
        }
        names.addAll(inner.names);
        words.addAll(inner.words);
    }

    /** Takes a name back that is declared after all. */
    void keepName(String name) {
        names.remove(name);
    }

    /** Returns the names that may have been declared. */
    public Set<String> names() {
        return names;
    }

    /** Returns first words of statements; {@code for} and {@code include} stand for statements of any kind. */
    public Set<String> words() {
        return words;
    }
}
