package hep.winnow.core.run;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.RunRecord;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.core.text.Json;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code run.json}: all numbers of a run. Wall times stand in keys named {@code seconds} and {@code started} alone. */
final class RunJson {
    private RunJson() {}

    static void write(Path file, RunRecord run) {
        AtomicFiles.writeText(file, Json.write(facts(run)));
    }

    private static Facts facts(RunRecord run) {
        Facts params = new Facts();
        run.params().forEach(params::put);
        List<Facts> inputs = run.inputs().stream()
                .map(i -> new Facts()
                        .put("sample", i.sample())
                        .put("path", i.path())
                        .put("bytes", i.bytes())
                        .put("events", i.events())
                        .put("skipped", i.skipped()))
                .toList();
        return new Facts()
                .put("version", run.version())
                .put("macro", new Facts().put("path", run.macro()).put("sha256", run.macroSha256()))
                .put("seed", run.seed())
                .put("params", params)
                .put("threads", run.threads())
                .put("started", run.started().toString())
                .put("seconds", run.seconds())
                .put("inputs", inputs)
                .put("warnings", run.warnings())
                .put(
                        "statements",
                        run.statements().stream()
                                .flatMap(s -> s.results().stream())
                                .toList());
    }
}
