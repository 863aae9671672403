package hep.winnow.app.batch;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.app.macro.MacroArguments;
import hep.winnow.app.shell.Installation;
import hep.winnow.app.shell.Interruption;
import hep.winnow.app.shell.MacroText;
import hep.winnow.app.shell.Session;
import hep.winnow.app.shell.Status;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code winnow batch}: one macro over many files. */
@Command(
        name = "batch",
        description = "Runs a macro over many files, in several processes, and merges what they find.",
        footer = {
            "",
            "The macro reads its events from a param, which stands for the files:",
            "  param input = \"some.csv\"",
            "  read events from input role=background weight=w",
            "Each file is a job. A job that fails takes no other with it. Histograms,",
            "cutflows, yields and saved events are merged: to the same bits as those of",
            "one run over all files. batch.json holds the numbers, and names the files",
            "that are missing in them.",
            "",
            "A batch that was stopped, killed, or had failures goes on with --resume: what",
            "is not done, or has changed (macro, params, models, files), is done again.",
            "",
            "Examples:",
            "  winnow batch m.wn --over \"data/*.csv\" --jobs 4",
            "  winnow batch m.wn --over files.txt --out out/full --on-bad=skip",
            "  winnow batch m.wn --over files.txt --out out/full --resume",
            "  winnow batch m.wn --over a.csv b.csv --as file --param cut=30",
            "",
            "Exit status: 0 done, 1 error in the macro, 2 a job failed, or error in data or",
            "environment, 3 an expect failed, 130 interrupted."
        })
public final class BatchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private MacroArguments arguments = new MacroArguments();

    /** What becomes of a batch with files that cannot be read. */
    enum OnBad {
        /** No further job begins, and nothing is merged. */
        stop,
        /** The others go on, and are merged without them. */
        skip
    }

    @Option(
            names = "--over",
            arity = "1..*",
            required = true,
            paramLabel = "FILE",
            description =
                    "The files: paths, globs in quotes, or a list, a text that ends in .txt, .list or .lst with one"
                            + " path a line. All are relative to the folder where you are.")
    private List<String> over = new ArrayList<>();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "The param of the macro that stands for the files. Default: input.")
    private String as = "input";

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many jobs run at a time, each in a process. Default: half as many as there are cores.")
    private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "How many threads each job has. Default: the cores, shared among the jobs.")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--files-per-job",
            paramLabel = "N",
            description = "How many files make a job. Default: 1. The results are the same.")
    private int filesPerJob = 1;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where results go. Default: out/NAME-batch, in the folder where you are.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--resume", description = "Go on with the batch in DIR: keep the jobs that are done.")
    private boolean resumes;

    @Option(names = "--fresh", description = "Begin anew: throw away the jobs of an earlier batch in DIR.")
    private boolean isFresh;

    @Option(
            names = "--on-bad",
            paramLabel = "stop|skip",
            description = "What a file that fails leads to: no job begins behind it and nothing is merged (stop, the"
                    + " default), or the others are merged without it (skip).")
    private OnBad onBad = OnBad.stop;

    @Option(
            names = {"-q", "--quiet"},
            description = "Show warnings, errors and failed expectations alone.")
    private boolean isQuiet;

    /** Makes the command. */
    public BatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        atLeastOne("--jobs", jobs);
        atLeastOne("--files-per-job", filesPerJob);
        threads.ifPresent(t -> atLeastOne("--threads", t));
        if (resumes && isFresh) {
            throw UserError.data("--resume keeps what --fresh throws away", "give one of them");
        }
        if (arguments.params().containsKey(as)) {
            throw UserError.data("--param " + as + " is what --over gives", "leave it out, or take another by --as");
        }
        if (arguments.isLimited()) {
            throw UserError.data(
                    "--limit counts events over all files, and a job knows its own alone", "try the macro with 'run'");
        }
        MacroText macro = arguments.read();
        List<Path> files = BatchFiles.of(over);
        Installation installation = session.install();
        installation.warn(session.terminal());
        Path folder = out.orElseGet(() -> Path.of("out").resolve(macro.stem() + "-batch"));
        int cores = Runtime.getRuntime().availableProcessors();
        Assignment assignment = new Assignment(
                session.version(),
                macro.name(),
                macro.text(),
                arguments.params(),
                as,
                files.stream().map(Path::toString).toList(),
                threads.orElse(Math.max(1, cores / jobs)),
                arguments.allowed().texts(),
                folder.toString());
        Batch.Wishes wishes =
                new Batch.Wishes(folder, jobs, filesPerJob, resumes, isFresh, onBad == OnBad.skip, isQuiet);
        Batch batch = new Batch(session, installation, assignment, files, wishes);
        int status = Interruption.during(session.terminal(), batch::run);
        if (status == Status.INTERRUPTED) {
            session.terminal().err().println("what is done is kept; go on with --resume");
        }
        return status;
    }

    private static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw UserError.data(option + " must be at least 1, found " + value, "");
        }
    }
}
