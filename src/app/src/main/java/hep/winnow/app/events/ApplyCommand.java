package hep.winnow.app.events;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Interruption;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import hep.winnow.app.shell.Terminal;
import hep.winnow.app.shell.Words;
import hep.winnow.core.macro.EventFiles;
import hep.winnow.core.model.ImportedFile;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.text.AtomicFiles;
import hep.winnow.core.verbs.Sidecar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code winnow apply}: a trained model on the events of a file, without a macro. */
@Command(
        name = "apply",
        description = "Scores the events of a file with a trained model.",
        footer = {
            "",
            "The model's inputs are found by name among the columns, in whatever order they stand; one that is",
            "no column is computed as it was when the model was trained. An event that lacks an input for which",
            "the model has no fill scores nan. A model of another program scores as it does there.",
            "",
            "Example:",
            "  winnow apply out/higgs/nn.wnm data/hww.csv.gz --out scored.csv.gz --name nn",
            "  winnow apply TMVA_BDT.weights.xml data/hww.csv.gz --out scored.csv.gz --inputs 'pt1 = l1_pt'"
        })
public final class ApplyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description =
                    "The model: a .wnm file that 'save' wrote, or one of TMVA, XGBoost or others that plugins read.")
    private Path model = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Events, in any format that 'read' knows, .gz too; globs in quotes.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where all columns go, with the score behind them: .csv, .csv.gz, or what plugins write.")
    private Path out = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the score's column. Default: score.")
    private String name = "score";

    @Option(
            names = "--inputs",
            paramLabel = "LIST",
            description = {
                "What the model's inputs are: formulas of columns, all in the order of the",
                "training, a,b,c, or some by name, 'pt1 = l1_pt, met = met/1000'."
            })
    private String inputs = "";

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "Which output of a model of another program is its score, by name or number from 0.")
    private String output = "";

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "NAME",
            description = "Names of the classes of a model of another program, in the order of its outputs.")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            description = "In which of several ways a model of another program is scored, as 'load' has it.")
    private String variant = "";

    @Mixin
    private FileArguments arguments = new FileArguments();

    /** Makes the command. */
    public ApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Installation installation = session.install();
        installation.warn(session.terminal());
        AppliedModel applied = AppliedModel.open(
                installation.winnow().modelFiles(), model, inputs, new ImportedFile.Choice(output, classes, variant));
        SavedModel saved = applied.model();
        EventSource source = new EventFiles(
                        installation.winnow().vocabulary(),
                        installation.winnow().functions())
                .open(arguments.request(files));
        checkNames(saved, source);
        ModelInputs modelInputs = ModelInputs.of(
                saved,
                applied::isFormula,
                source.schema(),
                installation.winnow().functions());
        Scorer scorer = new Scorer(saved, modelInputs);
        applied.notes().forEach(this::warn);
        Target target = target(installation, saved, source, applied.source().sha256());
        return Interruption.during(session.terminal(), () -> {
            long events = write(source, scorer, target);
            tell(saved, events, scorer.missing());
            return Status.DONE;
        });
    }

    /**
     * Where scored events go.
     *
     * @param format of the file
     * @param head what it holds
     * @param kept columns of the source that it can hold
     */
    private record Target(EventWriterFormat format, EventFileHead head, List<ColumnInfo> kept) {
        Target {
            kept = List.copyOf(kept);
        }
    }

    private Target target(Installation installation, SavedModel saved, EventSource source, String sha256) {
        String file = String.valueOf(out.getFileName());
        List<EventWriterFormat> writers = installation.winnow().vocabulary().writers();
        EventWriterFormat format = installation
                .winnow()
                .vocabulary()
                .writerOf(file)
                .orElseThrow(() -> UserError.macro(
                        "events are not written as '" + file + "'",
                        "give the file one of these endings: "
                                + String.join(
                                        ", ",
                                        writers.stream()
                                                .flatMap(w -> w.endings().stream())
                                                .toList())));
        List<ColumnInfo> kept = new ArrayList<>();
        for (ColumnInfo column : source.schema()) {
            format.refusal(column).ifPresentOrElse(reason -> leaveOut(column, reason), () -> kept.add(column));
        }
        List<ColumnInfo> columns = new ArrayList<>(kept);
        saved.outputNames(name).forEach(score -> columns.add(ColumnInfo.of(score, ColumnType.DOUBLE)));
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("winnow.version", session.version());
        provenance.put("winnow.model", model.toString());
        provenance.put("winnow.model_sha256", sha256);
        provenance.put(
                "winnow.samples",
                source.files().stream()
                        .map(f -> String.valueOf(f.getFileName()))
                        .collect(Collectors.joining(", ")));
        return new Target(format, new EventFileHead(file, columns, provenance), kept);
    }

    private void leaveOut(ColumnInfo column, String reason) {
        warn("column '" + column.name() + "' is left out: " + reason);
    }

    private void warn(String message) {
        Terminal terminal = session.terminal();
        terminal.err().println(terminal.errPaint().yellow("warning:") + " " + message);
    }

    private void checkNames(SavedModel saved, EventSource source) {
        List<String> there = source.schema().stream().map(ColumnInfo::name).toList();
        for (String score : saved.outputNames(name)) {
            if (there.contains(score)) {
                throw UserError.data(
                        "the file has a column '" + score + "' already", "call the score otherwise with --name");
            }
        }
    }

    /** Writes scored events, and what tells where they come from, and returns how many they are. */
    private long write(EventSource source, Scorer scorer, Target target) {
        Optional<String> beside = Sidecar.name(target.format(), out.toString());
        try (AtomicFiles.Pending file = AtomicFiles.begin(out);
                AtomicFiles.Pending sidecar = AtomicFiles.begin(Path.of(beside.orElse(out.toString())))) {
            long events = writeEvents(file.path(), source, scorer, target);
            if (beside.isPresent()) {
                Sidecar.write(sidecar.path(), target.head(), events, file.path());
            }
            file.commit();
            if (beside.isPresent()) {
                sidecar.commit();
            }
            return events;
        } catch (IOException e) {
            throw AtomicFiles.failure(out, e);
        }
    }

    private long writeEvents(Path path, EventSource source, Scorer scorer, Target target) throws IOException {
        List<ColumnInfo> schema = source.schema();
        List<String> asked = schema.stream().map(ColumnInfo::name).toList();
        try (Reading reading = new Reading(source, false, session.terminal());
                EventWriter writer = target.format().create(path, target.head())) {
            reading.forEach(asked, block -> {
                List<Column> columns = new ArrayList<>();
                target.kept().forEach(c -> columns.add(block.columns().get(schema.indexOf(c))));
                columns.addAll(scorer.score(block));
                writer.write(new EventBlock(block.size(), columns));
            });
            writer.finish();
            return reading.events();
        }
    }

    private void tell(SavedModel saved, long events, long missing) {
        Terminal terminal = session.terminal();
        terminal.out()
                .println(Words.count(events, "event") + " scored with " + model + " (" + saved.learner() + ") to "
                        + out);
        if (missing > 0) {
            warn(Words.count(missing, "event") + " of them lack an input: their score is nan");
        }
    }
}
