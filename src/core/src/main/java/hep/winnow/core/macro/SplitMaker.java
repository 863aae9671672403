package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.event.Part;
import hep.winnow.api.step.ColumnName;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.verbs.Split;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes splits. */
final class SplitMaker {
    private static final double LEAST_SHARE = 0.05;

    private final Symbols symbols;
    private final List<Diagnostic> out;

    SplitMaker(Symbols symbols, List<Diagnostic> out) {
        this.symbols = symbols;
        this.out = out;
    }

    /** Enters a split; what is wrong with it is reported. */
    void add(StepStatement step, Split split) {
        ScopeDecl target = (ScopeDecl) split.events();
        if (target.isPart()) {
            out.add(CheckCode.PART_OF_PART.at(
                    Places.operand(step, ""),
                    "'" + target.text() + "' is a part of a split already",
                    "split the region or sample as a whole"));
            return;
        }
        if (symbols.splits().containsKey(target.text())) {
            out.add(CheckCode.DECLARED_TWICE.at(
                    Places.operand(step, ""), "'" + target.text() + "' is split already", "remove one of the splits"));
            return;
        }
        target.samples().stream()
                .map(i -> symbols.samples().get(i))
                .filter(s -> s.part().isPresent() && split.test() > 0)
                .findFirst()
                .ifPresent(sample -> out.add(CheckCode.FIXED_PART.at(
                        Places.option(step, "test"),
                        "sample '" + sample.name() + "' was read with part="
                                + Symbols.word(sample.part().orElseThrow()) + ", so it cannot be split for a test part",
                        "split it into train and valid only")));
        checkHash(step, split, target);
        for (Part part : Part.values()) {
            double share = split.share(part);
            if (share > 0 && share < LEAST_SHARE) {
                out.add(CheckCode.SMALL_PART.at(
                        Places.option(step, Symbols.word(part)),
                        "the " + Symbols.word(part) + " part has less than 5 % of the events",
                        "give it more: what is measured on it has large errors"));
            }
        }
        symbols.splits().put(target.text(), new SplitDecl(target.text(), target, Optional.of(split)));
    }

    private void checkHash(StepStatement step, Split split, ScopeDecl target) {
        if (split.by().isEmpty() || !(split.by().get() instanceof Split.Hash hash)) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        for (int index : target.samples()) {
            SampleDecl sample = symbols.samples().get(index);
            if (sample.isData()) {
                continue;
            }
            SampleDecl.named(sample.source()).forEach(c -> known.add(c.name()));
            if (hash.columns().isEmpty() && sample.id().isEmpty() && !symbols.isBroken(sample.name())) {
                out.add(CheckCode.NO_HASH.at(
                        Places.option(step, "by"),
                        "by=hash needs columns, and sample '" + sample.name() + "' has no id=",
                        "write by=hash(run, event), or by=random"));
            }
        }
        for (ColumnName column : hash.columns()) {
            checkColumn(step, target, column.name(), known);
        }
    }

    private void checkColumn(StepStatement step, ScopeDecl target, String column, Set<String> known) {
        Places places = Places.of(step);
        if (symbols.column(column).filter(c -> c.type().isList()).isPresent() || symbols.isNested(column)) {
            out.add(CheckCode.UNFIT_ID.at(
                    places.of(n -> n.name().equals(column)),
                    "column '" + column + "' holds a list per event, which cannot be hashed",
                    "hash whole numbers or strings, such as run and event"));
            return;
        }
        List<String> lacking = target.samples().stream()
                .map(i -> symbols.samples().get(i))
                .filter(s -> !s.isData() && s.column(column).isEmpty())
                .map(SampleDecl::name)
                .toList();
        if (lacking.isEmpty()) {
            return;
        }
        if (known.contains(column)) {
            out.add(CheckCode.LACKING_COLUMN.at(
                    places.of(n -> n.name().equals(column)),
                    "sample '" + lacking.get(0) + "' has no column '" + column + "'",
                    "hash columns that all samples have"));
        } else {
            out.add(CheckCode.UNKNOWN_NAME.at(
                    places.of(n -> n.name().equals(column)),
                    "unknown column '" + column + "'",
                    "no such column in " + String.join(", ", lacking),
                    Suggestions.nearest(column, known)
                            .map(c -> "did you mean '" + c + "'?")
                            .orElse("a define cannot be hashed, only what is read")));
        }
    }
}
