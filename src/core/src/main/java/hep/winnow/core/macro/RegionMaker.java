package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes regions: cuts on top of the cuts of others. */
final class RegionMaker {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;

    RegionMaker(Symbols symbols, Resolver resolver, List<Diagnostic> out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
    }

    /**
     * A cut as it was bound.
     *
     * @param statement where it stands
     * @param cut its record
     */
    record BoundCut(StepStatement statement, Cut cut) {}

    /** Returns the events of a region; empty if there is none, which is reported. */
    Optional<ScopeDecl> region(StepStatement step, Region region, List<BoundCut> cuts) {
        Optional<ScopeDecl> base = base(step, region);
        if (base.isEmpty()) {
            return Optional.empty();
        }
        List<CutDecl> own = new ArrayList<>();
        List<Span> places = new ArrayList<>();
        for (BoundCut bound : cuts) {
            cut(bound, region, base.get()).ifPresent(made -> {
                own.add(made);
                places.add(bound.statement()
                        .condition()
                        .map(Expr::span)
                        .orElse(bound.statement().span()));
            });
        }
        Set<String> labels = new HashSet<>();
        base.get()
                .samples()
                .forEach(i -> labels.addAll(Advice.label(symbols.samples().get(i))));
        CutAdvice.look(base.get().cuts(), own, places, labels, symbols.uses(), out);
        return Optional.of(base.get().with(own).named(region.name()));
    }

    private Optional<CutDecl> cut(BoundCut bound, Region region, ScopeDecl events) {
        ColumnExpression condition = (ColumnExpression) bound.cut().condition();
        Places places = Places.of(bound.statement());
        if (condition.typed().type() != ValueType.BOOLEAN) {
            // Where no condition is written, the binder has said so, and put a number in its place.
            bound.statement()
                    .condition()
                    .ifPresent(written -> out.add(CheckCode.WRONG_TYPE.at(
                            written.span(),
                            "a cut needs a condition, found "
                                    + condition.typed().type().text(),
                            "compare it with something, such as " + condition.text() + " > 0")));
            return Optional.empty();
        }
        List<TypedExpr> used = List.of(condition.typed());
        resolver.checkColumns(events.named(region.name()), used, places);
        resolver.checkLeaks(events.named(region.name()), used, places);
        String label = bound.cut().label().orElse(condition.text());
        return Optional.of(new CutDecl(label, condition.typed(), region.name()));
    }

    private Optional<ScopeDecl> base(StepStatement step, Region region) {
        ScopeDecl all = ScopeDecl.of("all", symbols.allSamples());
        ScopeDecl parent = region.parent().map(s -> (ScopeDecl) s).orElse(all);
        return region.on().isEmpty()
                ? Optional.of(parent)
                : both(step, region, parent, (ScopeDecl) region.on().get());
    }

    private Optional<ScopeDecl> both(StepStatement step, Region region, ScopeDecl parent, ScopeDecl on) {
        if (parent.isPart() && on.isPart()) {
            out.add(CheckCode.PART_OF_PART.at(
                    Places.operand(step, "on"),
                    "'" + parent.text() + "' is limited to a part already",
                    "leave out 'on'"));
            return Optional.empty();
        }
        List<Integer> samples =
                parent.samples().stream().filter(i -> belongs(i, on)).toList();
        if (samples.isEmpty() && !symbols.lacksColumns()) {
            out.add(CheckCode.NO_COMMON_SAMPLE.at(
                    Places.operand(step, "on"),
                    "'" + parent.text() + "' and '" + on.text() + "' have no sample in common",
                    "'" + parent.text() + "' holds " + names(parent) + ", '" + on.text() + "' " + names(on)));
            return Optional.empty();
        }
        List<CutDecl> cuts = new ArrayList<>(parent.cuts());
        on.cuts().stream().filter(c -> !cuts.contains(c)).forEach(cuts::add);
        ScopeDecl part = on.isPart() ? on : parent;
        ScopeDecl scope = new ScopeDecl(region.name(), samples, cuts, part.split(), part.part(), false);
        ScopeDecl added = scope.samples(
                samples.stream().filter(i -> !on.samples().contains(i)).toList());
        resolver.checkColumns(added, on.cuts().stream().map(CutDecl::condition).toList(), Places.of(step));
        return Optional.of(scope);
    }

    private String names(ScopeDecl scope) {
        List<String> names = scope.samples().stream()
                .map(i -> symbols.samples().get(i).name())
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** Recorded data is in no part, and belongs to every region on the test part. */
    private boolean belongs(int sample, ScopeDecl on) {
        return on.samples().contains(sample)
                || on.isPart() && symbols.samples().get(sample).isData();
    }
}
