package hep.winnow.core.run;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.run.Facts;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A plan as JSON, for programs: passes, what shares them and why, columns, memory. */
public final class PlanJson {
    private final Program program;
    private final Plan plan;
    private final Map<String, Integer> lines = new TreeMap<>();

    private PlanJson(Program program, Plan plan) {
        this.program = program;
        this.plan = plan;
        program.statements().forEach(s -> lines.put(s.name(), s.line()));
    }

    /** Returns the text, with a line end behind it. */
    public static String of(Program program, Plan plan, Forecast forecast) {
        PlanJson json = new PlanJson(program, plan);
        return Json.write(json.facts(forecast));
    }

    private Facts facts(Forecast forecast) {
        List<Facts> passes = new ArrayList<>();
        for (int i = 0; i < plan.stages().size(); i++) {
            Plan.Stage stage = plan.stages().get(i);
            passes.add(new Facts()
                    .put("pass", i + 1)
                    .put("over", i == 0 ? "files" : "kept")
                    .put("share", stage.fills().stream().map(this::statement).toList())
                    .put(
                            "then",
                            stage.barriers().stream()
                                    .filter(s -> !isReport(s))
                                    .map(this::statement)
                                    .toList()));
        }
        return new Facts()
                .put("macro", program.file().name())
                .put(
                        "before",
                        plan.presummed().stream()
                                .sorted()
                                .map(i -> program.samples().get(i).name())
                                .toList())
                .put("passes", passes)
                .put(
                        "end",
                        program.statements().stream()
                                .filter(PlanJson::isReport)
                                .map(this::statement)
                                .toList())
                .put(
                        "samples",
                        forecast.samples().stream().map(PlanJson::sample).toList())
                .put("models", forecast.models().stream().map(PlanJson::model).toList())
                .put(
                        "memory",
                        new Facts()
                                .put("heap", forecast.heap())
                                .put("limit", forecast.limit())
                                .put("kept", forecast.bytes())
                                .put("spilled", forecast.spilled()));
    }

    private static boolean isReport(Planned statement) {
        return statement.action() instanceof Action.Report;
    }

    private Facts statement(Planned statement) {
        Facts facts = new Facts()
                .put("number", statement.number())
                .put("line", statement.line())
                .put("verb", statement.bound().schema().verb())
                .put("statement", statement.source());
        if (!statement.file().equals(program.file().name())) {
            facts.put("file", statement.file());
        }
        if (!statement.name().isEmpty()) {
            facts.put("name", statement.name());
        }
        if (!statement.through().isEmpty()) {
            facts.put(
                    "through",
                    statement.through().stream()
                            .map(t -> new Facts()
                                    .put("verb", t.verb())
                                    .put("file", t.file())
                                    .put("line", t.line()))
                            .toList());
        }
        List<Facts> awaited = new ArrayList<>();
        for (String name : plan.waitsFor().getOrDefault(statement.number(), Set.of()).stream()
                .sorted()
                .toList()) {
            awaited.add(new Facts()
                    .put("name", name)
                    .put("is", plan.isModel(name, program) ? "model" : "result")
                    .put("line", lines.getOrDefault(name, 0)));
        }
        return facts.put("waits_for", awaited);
    }

    private static Facts sample(Forecast.OfSample sample) {
        Facts facts = new Facts()
                .put("sample", sample.sample().name())
                .put(
                        "files",
                        sample.sample().source().files().stream()
                                .map(Object::toString)
                                .toList())
                .put("used", sample.isUsed())
                .put("columns", sample.sample().source().schema().size())
                .put("read", sample.read().stream().map(ColumnInfo::name).toList())
                .put("kept", sample.kept().stream().map(PlanJson::column).toList())
                .put("bytes_per_event", sample.bytesPerEvent())
                .put("counted", sample.isCounted());
        sample.events().ifPresent(n -> facts.put("events", n));
        sample.bytes().ifPresent(n -> facts.put("bytes", n));
        return facts;
    }

    private static Facts model(Forecast.OfModel model) {
        Facts facts = new Facts().put("name", model.name()).put("line", model.line());
        model.bytes().ifPresent(n -> facts.put("bytes", n).put("at_least", model.isLeast()));
        return facts;
    }

    private static Facts column(ColumnInfo column) {
        return new Facts()
                .put("name", column.name())
                .put("type", column.type().name().toLowerCase(Locale.ROOT))
                .put("bytes", Kept.width(column.type()));
    }
}
