package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Duplicates;
import hep.winnow.api.step.ReadOptions;
import hep.winnow.api.step.ReadStep;
import hep.winnow.api.step.SampleStep;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.lookup.CertifiedMask;
import hep.winnow.core.verbs.Generate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which events of a sample a macro wants: {@code limit=}, {@code duplicates=}, {@code certified=}. */
final class ScreeningMaker {
    private static final List<String> RUNS = List.of("run", "Run", "runNumber", "RunNumber", "run_number");
    private static final List<String> SECTIONS = List.of(
            "luminosityBlock", "lumi_section", "lumiSection", "lumi", "ls", "LS", "lumiBlock", "lumi_block", "lbn");

    private final Findings out;
    private int limit;

    ScreeningMaker(Findings out) {
        this.out = out;
    }

    /** Sets how many events of each sample are used at most; 0 for all. */
    void limit(int events) {
        this.limit = events;
    }

    /** Returns the screening of a sample; what is wrong with it is reported. */
    Screening of(StepStatement step, SampleStep made, Symbols own) {
        if (made instanceof Generate) {
            return Screening.NONE;
        }
        if (!(made instanceof ReadStep read)) {
            return new Screening(limit, Duplicates.KEEP, List.of(), Optional.empty(), List.of());
        }
        ReadOptions options = read.reading();
        List<String> id = made.sample().id().stream().map(ColumnName::name).toList();
        if (id.isEmpty() && options.duplicates() != Duplicates.KEEP && options.duplicates() != Duplicates.WARN) {
            out.add(CheckCode.UNFIT_ID.at(
                    Places.option(step, "duplicates"),
                    "'duplicates' needs the columns that tell events apart",
                    "write id=[run, event]"));
        }
        Optional<CertifiedMask> mask = mask(step, options);
        return new Screening(
                options.limit() > 0 && (limit == 0 || options.limit() < limit) ? options.limit() : limit,
                options.duplicates(),
                id,
                mask,
                mask.isPresent() ? sections(step, options, own) : List.of());
    }

    private Optional<CertifiedMask> mask(StepStatement step, ReadOptions options) {
        if (options.certified().isEmpty()) {
            options.run().ifPresent(c -> useless(step, "run"));
            options.lumiSection().ifPresent(c -> useless(step, "lumi_section"));
            return Optional.empty();
        }
        try {
            return Optional.of(CertifiedMask.read(options.certified().get().path()));
        } catch (UserError e) {
            out.add(CheckCode.UNREADABLE_FILE.at(Places.option(step, "certified"), e.message(), e.help()));
            return Optional.empty();
        }
    }

    private void useless(StepStatement step, String option) {
        out.add(CheckCode.REFUSED.at(
                Places.option(step, option), "'" + option + "' is for certified=, which is not given", "leave it out"));
    }

    private List<String> sections(StepStatement step, ReadOptions options, Symbols own) {
        List<String> columns = new ArrayList<>();
        column(step, "run", options.run(), RUNS, own).ifPresent(columns::add);
        column(step, "lumi_section", options.lumiSection(), SECTIONS, own).ifPresent(columns::add);
        return columns;
    }

    private Optional<String> column(
            StepStatement step, String option, Optional<ColumnName> given, List<String> usual, Symbols own) {
        Optional<String> name = given.map(ColumnName::name)
                .or(() -> usual.stream().filter(u -> own.column(u).isPresent()).findFirst());
        if (name.isEmpty()) {
            out.add(CheckCode.UNKNOWN_NAME.at(
                    Places.option(step, "certified"),
                    "'certified' needs the column of the "
                            + (option.equals("run") ? "run number" : "luminosity section"),
                    "write " + option + "=COLUMN; the columns are " + String.join(", ", own.columnNames())));
            return name;
        }
        Optional<TypedExpr.Input> column = own.column(name.get());
        if (column.isEmpty()) {
            out.add(CheckCode.UNKNOWN_NAME.at(
                    Places.option(step, option),
                    "unknown column '" + name.get() + "'",
                    Suggestions.nearest(name.get(), own.columnNames())
                            .map(c -> "did you mean '" + c + "'?")
                            .orElse("the columns are " + String.join(", ", own.columnNames()))));
            return Optional.empty();
        }
        ColumnType type = column.get().columnType();
        if (column.get().type().isList() || type != ColumnType.INT && type != ColumnType.LONG) {
            out.add(CheckCode.UNFIT_ID.at(
                    given.isPresent() ? Places.option(step, option) : Places.option(step, "certified"),
                    "column '" + name.get() + "' holds no whole numbers, which certified= needs",
                    "set its type with types=[" + name.get() + "=long], or name another column with " + option + "="));
            return Optional.empty();
        }
        return name;
    }
}
