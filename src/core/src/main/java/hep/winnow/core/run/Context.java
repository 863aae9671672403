package hep.winnow.core.run;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.FigureRenderer;
import hep.winnow.api.figure.Sheet;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.LeftOut;
import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.PendingFile;
import hep.winnow.api.run.Scratch;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.run.WeightSum;
import hep.winnow.api.run.Workers;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.hist.Scalars;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.core.text.Hashes;
import hep.winnow.core.verbs.HandOver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A statement's view of its run. */
final class Context implements StepContext, Scalars, HandOver.Taker {
    private final Engine engine;
    private final Planned statement;
    private final StatementLog log;

    Context(Engine engine, Planned statement, StatementLog log) {
        this.engine = engine;
        this.statement = statement;
        this.log = log;
    }

    @Override
    public EventTable table(Scope scope, List<EventExpression> columns) {
        return engine.events().table(query(scope, columns));
    }

    @Override
    public void forEachBlock(Scope scope, List<EventExpression> columns, Consumer<EventTable> blocks) {
        engine.events().forEach(query(scope, columns), blocks);
    }

    private static Query query(Scope scope, List<EventExpression> columns) {
        return new Query(
                (ScopeDecl) scope,
                columns.stream().map(c -> ((ColumnExpression) c).typed()).toList());
    }

    @Override
    public void take(String scope, List<String> names, EventTable table) {
        engine.listener().columns(scope, names, table);
    }

    @Override
    public List<String> classes() {
        return engine.classes();
    }

    @Override
    public List<String> samples() {
        return engine.program().samples().stream().map(SampleDecl::name).toList();
    }

    @Override
    public List<LeftOut> leftOut(int sample) {
        return engine.leftOut(sample);
    }

    @Override
    public long events(int sample) {
        return engine.events(sample);
    }

    @Override
    public TrainedModel model(ModelRef ref) {
        ModelDecl decl = (ModelDecl) ref;
        FittedModel fitted = engine.model(decl);
        return new TrainedModel(
                decl.name(),
                decl.learner(),
                decl.task(),
                fitted.classes(),
                decl.inputs().stream().map(ColumnExpression::text).toList(),
                output(decl.hasScore() ? decl.score() : decl.named(0)),
                fitted.pipeline().model().threshold(),
                decl.options().map(TrainingOptions::targets).orElse(List.of()),
                decl.train().map(s -> s),
                decl.valid().map(s -> s),
                decl.test().map(s -> s),
                fitted.history());
    }

    private static EventExpression output(TypedExpr.Input output) {
        return new ColumnExpression(output.name(), output, "");
    }

    @Override
    public List<EventExpression> inputs(ModelRef model) {
        return List.copyOf(((ModelDecl) model).inputs());
    }

    @Override
    public List<EventExpression> outputs(ModelRef ref) {
        ModelDecl model = (ModelDecl) ref;
        int count = engine.model(model).mainOutputs();
        return IntStream.range(0, count)
                .mapToObj(i -> output(model.hasScore() ? model.main(i) : model.named(i)))
                .toList();
    }

    @Override
    public List<EventExpression> furtherOutputs(ModelRef ref) {
        ModelDecl model = (ModelDecl) ref;
        return IntStream.range(
                        model.targetOutputs().size(), model.namedOutputs().size())
                .mapToObj(i -> output(model.named(i)))
                .toList();
    }

    @Override
    public double[] score(ModelRef ref, double[][] inputs, int n) {
        FittedModel model = engine.model((ModelDecl) ref);
        double[][] scores = model.score(inputs, n);
        int main = model.mainOutputs();
        double[] out = new double[n * main];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < main; k++) {
                out[i * main + k] = scores[k][i];
            }
        }
        return out;
    }

    @Override
    public double scalar(TypedExpr.Scalar scalar) {
        return engine.scalar(scalar);
    }

    @Override
    public List<WeightSum> sums(Scope scope) {
        return engine.sums((ScopeDecl) scope);
    }

    @Override
    public List<PartScale> partScales(Scope scope) {
        return engine.partScaler().scales((ScopeDecl) scope);
    }

    @Override
    public double luminosity() {
        return engine.program().lumi().orElse(Double.NaN);
    }

    @Override
    public RandomStream random() {
        return new RandomStream(engine.seed())
                .stream(statement.bound().schema().verb() + "/" + statement.name() + "/" + statement.number());
    }

    @Override
    public Scratch scratch() {
        return engine.events().memory();
    }

    @Override
    public Workers workers() {
        return engine.workers();
    }

    @Override
    public String name() {
        return statement.name();
    }

    @Override
    public void print(String text) {
        log.print(text);
        engine.listener().text(statement.line(), text);
    }

    @Override
    public void warn(String message) {
        engine.warn(statement.line(), message);
    }

    @Override
    public void result(Facts facts) {
        log.result(statement.name(), facts);
    }

    @Override
    public void result(String name, Facts facts) {
        log.result(name, facts);
    }

    @Override
    public void field(String field, double value) {
        engine.field(statement.name(), field, value);
    }

    @Override
    public void figure(OutputFile file, Sheet sheet) {
        log.figure(sheet);
        Optional<FigureDataFormat> numbers = figureData(file);
        if (numbers.isPresent()) {
            write(file, numbers.get(), sheet);
            return;
        }
        if (engine.renderer().isEmpty()) {
            warn("no plugin draws figures, so '" + file.name() + "' was not written");
            return;
        }
        FigureRenderer renderer = engine.renderer().get();
        if (!renderer.formats().contains(file.ending())) {
            throw UserError.macro(
                    "a figure cannot be written as '" + file.name() + "'",
                    "its ending decides the format: " + String.join(", ", figureEndings(renderer)));
        }
        write(file, path -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                renderer.render(sheet, file.ending(), out);
            }
        });
    }

    private Optional<FigureDataFormat> figureData(OutputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return engine.figureData().stream()
                .filter(f -> f.endings().stream().anyMatch(name::endsWith))
                .findFirst();
    }

    private void write(OutputFile file, FigureDataFormat format, Sheet sheet) {
        write(file, path -> {
            try (OutputStream out = Files.newOutputStream(path)) {
                format.write(new FigureData(file.name(), statement.name(), sheet, provenance()), out);
            }
        });
    }

    private List<String> figureEndings(FigureRenderer renderer) {
        return Stream.concat(
                        renderer.formats().stream().map(f -> "." + f),
                        engine.figureData().stream().flatMap(f -> f.endings().stream()))
                .toList();
    }

    @Override
    public void figure(Sheet sheet) {
        log.figure(sheet);
    }

    /** Returns the figure's bytes, where there is a plugin that draws that format. */
    @Override
    public Optional<byte[]> render(Sheet sheet, String format) {
        if (engine.renderer().filter(r -> r.formats().contains(format)).isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            engine.renderer().get().render(sheet, format, out);
        } catch (IOException e) {
            throw UserError.data("a figure could not be drawn: " + e.getMessage(), "")
                    .because(e);
        }
        return Optional.of(out.toByteArray());
    }

    @Override
    public PendingFile begin(OutputFile file) {
        Path target = target(file);
        PendingFile pending = AtomicFiles.begin(target);
        return new PendingFile() {
            @Override
            public Path path() {
                engine.access().checkWrite(target);
                return pending.path();
            }

            @Override
            public void commit() {
                engine.access().checkWrite(target);
                pending.commit();
                log.file(file.name());
            }

            @Override
            public void close() {
                pending.close();
            }
        };
    }

    @Override
    public Map<String, String> provenance() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("winnow.version", engine.options().version());
        facts.put("winnow.macro", engine.program().file().name());
        facts.put("winnow.macro_sha256", Hashes.sha256(engine.program().file().text()));
        facts.put("winnow.seed", Long.toString(engine.seed()));
        return facts;
    }

    @Override
    public void write(OutputFile file, FileWriter writer) {
        Path target = target(file);
        AtomicFiles.write(target, path -> {
            writer.write(path);
            engine.access().checkWrite(target);
        });
        log.file(file.name());
    }

    /** Returns where a file goes; looked at when it is begun, and again before it is moved into place. */
    private Path target(OutputFile file) {
        Path target = engine.options().out().resolve(file.name()).normalize();
        engine.access().checkWrite(target);
        return target;
    }
}
