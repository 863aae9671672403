package hep.winnow.core.run;

import hep.winnow.api.figure.Sheet;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.macro.Planned;
import java.util.ArrayList;
import java.util.List;

/** What a statement leaves behind. */
final class StatementLog {
    private final Planned statement;
    private final String macro;
    private final boolean isIncluded;
    private final StringBuilder text = new StringBuilder();
    private final List<Facts> results = new ArrayList<>();
    private final List<Sheet> figures = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    StatementLog(Planned statement, String macro) {
        this.statement = statement;
        this.macro = macro;
        this.isIncluded = !statement.file().equals(macro);
    }

    Planned statement() {
        return statement;
    }

    void print(String more) {
        text.append(more);
        if (!more.endsWith("\n")) {
            text.append('\n');
        }
    }

    void result(String name, Facts facts) {
        Facts all = new Facts().put("verb", statement.bound().schema().verb()).put("line", statement.line());
        if (isIncluded) {
            all.put("file", statement.file());
        }
        if (!statement.through().isEmpty()) {
            all.put("through", statement.through().stream().map(this::place).toList());
        }
        if (!name.isEmpty()) {
            all.put("name", name);
        }
        facts.values().forEach((key, value) -> put(all, key, value));
        results.add(all);
    }

    private Facts place(Planned.Through place) {
        Facts facts = new Facts().put("verb", place.verb()).put("line", place.line());
        return place.file().equals(macro) ? facts : facts.put("file", place.file());
    }

    private static void put(Facts facts, String key, Object value) {
        if (value instanceof Double x) {
            facts.put(key, x.doubleValue());
        } else if (value instanceof Long x) {
            facts.put(key, x.longValue());
        } else if (value instanceof Boolean x) {
            facts.put(key, x.booleanValue());
        } else if (value instanceof Facts x) {
            facts.put(key, x);
        } else if (value instanceof List<?> x) {
            facts.put(key, x);
        } else {
            facts.put(key, String.valueOf(value));
        }
    }

    void figure(Sheet sheet) {
        figures.add(sheet);
    }

    void file(String name) {
        files.add(name);
    }

    List<Facts> results() {
        return results;
    }

    RunRecord.Statement toRecord() {
        return new RunRecord.Statement(
                statement.file(),
                statement.line(),
                statement.source(),
                statement.bound().schema().verb(),
                statement.name(),
                statement.bound().settings(),
                text.toString(),
                results,
                figures,
                files);
    }
}
