package hep.winnow.core.run;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.function.Measure;
import hep.winnow.api.step.Duplicates;
import hep.winnow.api.step.EventStep;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.hist.OverAll;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.macro.SplitDecl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells whether a macro can be gathered file by file, by processes of their own, and merged. */
public final class BatchCheck {
    private final Program program;
    private final String param;
    private final List<Integer> samples = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    /**
     * Checks a macro.
     *
     * @param program checked with all files
     * @param param that stands for them
     * @param files what the param stands for
     */
    public BatchCheck(Program program, String param, List<Path> files) {
        this.program = program;
        this.param = param;
        for (SampleDecl sample : program.samples()) {
            if (sample.source().files().equals(files)) {
                samples.add(sample.index());
            }
        }
        if (samples.size() == 1) {
            check(program.samples().get(samples.get(0)), files.size());
            program.statements().forEach(this::check);
        } else {
            checkSamples();
        }
    }

    /** Returns the sample that reads the files; empty if there are problems. */
    public OptionalInt sample() {
        return problems.isEmpty() ? OptionalInt.of(samples.get(0)) : OptionalInt.empty();
    }

    /** Returns what stands in the way, each at its statement. */
    public List<Diagnostic> problems() {
        return List.copyOf(problems);
    }

    private void checkSamples() {
        Span whole = new Span(program.file().name(), 0, 0);
        if (samples.isEmpty()) {
            refuse(
                    whole,
                    "no sample of the macro reads the files of the param '" + param + "'",
                    "write param " + param + " = \"…\" and read NAME from " + param
                            + "; --as NAME takes another param");
        } else {
            List<String> names =
                    samples.stream().map(i -> program.samples().get(i).name()).toList();
            refuse(
                    whole,
                    "the samples " + String.join(" and ", names) + " all read the files of the param '" + param + "'",
                    "let one sample read them, and part its events by signal= or by cuts");
        }
    }

    private void check(SampleDecl sample, int files) {
        Span whole = new Span(program.file().name(), 0, 0);
        if (sample.source().parts().size() != files) {
            refuse(
                    whole,
                    "sample '" + sample.name() + "' does not read its files one by one",
                    "leave out rows=, which counts over all files; of images, batch IDX files");
        }
        if (sample.screening().limit() > 0) {
            refuse(
                    whole,
                    "limit= counts events of sample '" + sample.name()
                            + "' over all files, and a job knows its own alone",
                    "leave it out, or try the macro with 'winnow run'");
        }
        Duplicates duplicates = sample.screening().duplicates();
        if (sample.screening().looksForDuplicates() && duplicates != Duplicates.WARN) {
            refuse(
                    whole,
                    "duplicates=" + duplicates.name().toLowerCase(Locale.ROOT) + " of sample '" + sample.name()
                            + "' compares the events of all files, and a job knows its own alone",
                    "drop them in a macro of its own that saves the events, or write duplicates=keep");
        }
        if (sample.labelling() instanceof SampleDecl.ByClass) {
            refuse(
                    whole,
                    "the classes of sample '" + sample.name() + "' are known only when all its files are read",
                    "tell them by signal= or role=, or part them by cuts");
        }
    }

    private void check(Planned statement) {
        Action action = statement.action();
        if (action instanceof Action.Fill fill) {
            check(statement, fill.step());
        } else if (action instanceof Action.Train) {
            refuse(
                    statement,
                    "'train' needs all its events at once",
                    "train in a macro of its own, save the model there, and load it here: load " + statement.name()
                            + " from \"" + statement.name() + ".wnm\"");
        } else if (action instanceof Action.SaveModel) {
            refuse(statement, "'save' of a model has no place in a batch", "save it where it is trained");
        } else if (action instanceof Action.ExportModel) {
            refuse(statement, "'export' has no place in a batch", "export the model where it is trained");
        } else if (action instanceof Action.Tell tell) {
            tell.values().forEach(v -> checkNumbers(statement, v));
        } else if (action instanceof Action.Look) {
            refuse(
                    statement,
                    "'" + verb(statement) + "' needs all its events at once",
                    "save the events that it looks at, and let a macro of its own read them");
        }
    }

    private static String verb(Planned statement) {
        return statement.bound().schema().verb();
    }

    private void check(Planned statement, EventStep<?> step) {
        if (step.form().isEmpty() && step instanceof OverAll) {
            refuse(
                    statement,
                    "the bins of a '" + verb(statement) + "' without range= are told from all its events",
                    "give it range= or edges=");
        } else if (step.form().isEmpty()) {
            refuse(
                    statement,
                    "what '" + verb(statement) + "' gathers cannot be merged across processes",
                    "save the events that it looks at, and let a macro of its own read them");
        }
        List<TypedExpr> values = new ArrayList<>();
        step.columns().forEach(c -> values.add(((ColumnExpression) c).typed()));
        for (hep.winnow.api.step.Scope scope : step.scopes()) {
            ((ScopeDecl) scope).cuts().forEach(c -> values.add(c.condition()));
            checkSplit(statement, (ScopeDecl) scope);
        }
        Optional<TypedExpr.Scalar> result =
                values.stream().flatMap(v -> References.scalars(v).stream()).findFirst();
        result.ifPresent(r -> refuse(
                statement,
                "'" + r.name() + "' is known only when all files are read",
                "find it in a macro of its own, and give its value here by a param"));
    }

    /** Rows are counted over all files, so that a job cannot know the number of its rows. */
    private void checkSplit(Planned statement, ScopeDecl scope) {
        SampleDecl sample = program.samples().get(samples.get(0));
        Optional<SplitDecl> split = scope.split().filter(s -> scope.samples().contains(sample.index()));
        boolean isByRow = split.flatMap(SplitDecl::options)
                        .filter(o -> PartRule.hashColumns(o, sample.id()).isEmpty())
                        .isPresent()
                && !sample.isData();
        if (isByRow) {
            refuse(
                    statement,
                    "a part of a split by row number needs all rows in one process",
                    "split by=hash(columns), or give the sample id=[columns]");
        }
    }

    private void checkNumbers(Planned statement, TypedExpr value) {
        for (TypedExpr.Scalar scalar : References.scalars(value)) {
            if (scalar.key() instanceof Columns.MeasureKey key
                    && ((Measure) key.call().value()).summed().isEmpty()) {
                refuse(
                        statement,
                        "'" + scalar.name() + "' needs all its events at once",
                        "yield(region) can be summed file by file");
            }
        }
    }

    private void refuse(Planned statement, String message, String help) {
        boolean isKnown = problems.stream()
                .anyMatch(p ->
                        p.span().equals(statement.bound().span()) && p.message().equals(message));
        if (!isKnown) {
            refuse(statement.bound().span(), message, help);
        }
    }

    private void refuse(Span span, String message, String help) {
        problems.add(CheckCode.NO_BATCH.at(span, message, help));
    }
}
