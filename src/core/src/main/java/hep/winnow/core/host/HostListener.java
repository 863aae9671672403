package hep.winnow.core.host;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.learn.EpochReport;
import hep.winnow.core.Winnow;
import hep.winnow.core.run.RunListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands what a run tells to its host, and keeps what the results need. */
final class HostListener implements RunListener {
    private final Consumer<String> output;
    private final RunListener host;
    private final Map<String, EventColumns> columns = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    HostListener(Consumer<String> output, RunListener host) {
        this.output = output;
        this.host = host;
    }

    Map<String, EventColumns> columns() {
        return columns;
    }

    /** Returns all that was printed, whole lines. */
    String text() {
        return String.join("", lines);
    }

    /** Begins anew, with the warnings of a check. */
    void diagnostics(Winnow.Checked checked) {
        columns.clear();
        lines.clear();
        for (Diagnostic d : checked.diagnostics()) {
            say("warning[" + d.code() + "] " + d.message());
        }
    }

    private void say(String text) {
        String whole = text.endsWith("\n") ? text : text + "\n";
        lines.add(whole);
        output.accept(whole);
    }

    @Override
    public void text(int line, String text) {
        say(text);
        host.text(line, text);
    }

    @Override
    public void warning(int line, String message) {
        say("warning: " + message);
        host.warning(line, message);
    }

    @Override
    public void began(int line, String statement) {
        host.began(line, statement);
    }

    @Override
    public void reading(String sample, long events, long bytes, long totalBytes) {
        host.reading(sample, events, bytes, totalBytes);
    }

    @Override
    public void progressDone() {
        host.progressDone();
    }

    @Override
    public void epoch(String model, EpochReport report, int epochs) {
        host.epoch(model, report, epochs);
    }

    @Override
    public void columns(String scope, List<String> names, EventTable table) {
        columns.put(scope, new EventColumns(names, table));
        host.columns(scope, names, table);
    }
}
