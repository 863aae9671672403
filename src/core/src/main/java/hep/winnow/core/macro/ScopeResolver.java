package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.Part;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the events that a macro means by {@code test}, {@code sr}, {@code presel.valid} or the name of a sample. */
final class ScopeResolver {
    private final Symbols symbols;
    private final List<Diagnostic> out;
    private Optional<SplitDecl> filesSplit = Optional.empty();

    ScopeResolver(Symbols symbols, List<Diagnostic> out) {
        this.symbols = symbols;
        this.out = out;
    }

    Optional<ScopeDecl> resolve(Expr expr) {
        if (expr instanceof Expr.NameRef name) {
            return byName(name.name(), name.span());
        }
        if (expr instanceof Expr.Field field && field.target() instanceof Expr.NameRef owner) {
            return byPart(owner, field);
        }
        return fail(
                CheckCode.UNKNOWN_EVENTS,
                expr.span(),
                "this names no events",
                "write a sample, a region, or a part such as test");
    }

    private Optional<ScopeDecl> byName(String name, Span span) {
        Optional<SampleDecl> sample = symbols.sample(name);
        if (sample.isPresent()) {
            return Optional.of(ScopeDecl.of(name, List.of(sample.get().index())));
        }
        ScopeDecl region = symbols.regions().get(name);
        if (region != null) {
            return Optional.of(region);
        }
        Optional<Part> part = Symbols.part(name);
        if (part.isPresent()) {
            return partAlone(part.get(), span);
        }
        if (name.equals("all")) {
            return Optional.of(ScopeDecl.of("all", symbols.allSamples()));
        }
        if (symbols.isBroken(name)) {
            return Optional.empty();
        }
        String help = Suggestions.nearest(name, symbols.scopeNames())
                .map(s -> "did you mean '" + s + "'?")
                .orElse("there are " + String.join(", ", symbols.scopeNames()));
        String message = symbols.expressionNames().contains(name)
                ? "'" + name + "' is a value per event, where events are asked for"
                : "unknown events '" + name + "'";
        return fail(CheckCode.UNKNOWN_EVENTS, span, message, help);
    }

    private Optional<ScopeDecl> partAlone(Part part, Span span) {
        List<SplitDecl> splits = new ArrayList<>(symbols.splits().values());
        filesSplit().ifPresent(splits::add);
        List<SplitDecl> able = splits.stream().filter(s -> hasPart(s, part)).toList();
        String word = Symbols.word(part);
        if (able.size() == 1) {
            return Optional.of(limit(able.get(0), able.get(0).target(), part, word));
        }
        if (symbols.lacksSplits()) {
            return Optional.empty();
        }
        if (splits.isEmpty()) {
            return fail(
                    CheckCode.NOT_SPLIT,
                    span,
                    "nothing is split, so there is no " + word + " part",
                    "write 'split SAMPLE into train=50% valid=25% test=25%' before");
        }
        if (able.isEmpty()) {
            return noSuchPart(splits.get(0), part, span);
        }
        List<String> choices =
                able.stream().flatMap(s -> partsOf(s, part).stream()).toList();
        return fail(
                CheckCode.AMBIGUOUS_PART,
                span,
                "'" + word + "' is ambiguous: there are several splits",
                "write one of " + String.join(", ", choices));
    }

    /** Returns how a macro names the part of a split; samples that are read as parts have no common name. */
    private List<String> partsOf(SplitDecl split, Part part) {
        if (split.options().isPresent()) {
            return List.of(split.name() + "." + Symbols.word(part));
        }
        return symbols.samples().stream()
                .filter(s -> split.target().samples().contains(s.index()))
                .filter(s -> s.part().filter(p -> p == part).isPresent())
                .map(SampleDecl::name)
                .toList();
    }

    private Optional<ScopeDecl> byPart(Expr.NameRef owner, Expr.Field field) {
        Optional<ScopeDecl> whole = byName(owner.name(), owner.span());
        Optional<Part> part = Symbols.part(field.field().text());
        if (part.isEmpty()) {
            return fail(
                    CheckCode.UNKNOWN_PART,
                    field.field().span(),
                    "unknown part '" + field.field().text() + "'",
                    "a part is train, valid or test");
        }
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        if (whole.get().isPart()) {
            return fail(
                    CheckCode.PART_OF_PART,
                    field.span(),
                    "'" + owner.name() + "' is limited to a part already",
                    "use '" + owner.name() + "'");
        }
        Optional<SplitDecl> split = splitOf(whole.get(), field.span());
        if (split.isPresent()) {
            String text = owner.name() + "." + Symbols.word(part.get());
            return part(split.get(), whole.get(), part.get(), text, field.span());
        }
        return symbols.lacksSplits()
                ? Optional.empty()
                : fail(
                        CheckCode.NOT_SPLIT,
                        field.span(),
                        "'" + owner.name() + "' is not split",
                        "write 'split " + owner.name() + " into train=50% valid=25% test=25%' before");
    }

    private Optional<ScopeDecl> part(SplitDecl split, ScopeDecl events, Part part, String text, Span span) {
        return hasPart(split, part) ? Optional.of(limit(split, events, part, text)) : noSuchPart(split, part, span);
    }

    /** Returns the events of a part; where whole samples are parts, only those samples. */
    private ScopeDecl limit(SplitDecl split, ScopeDecl events, Part part, String text) {
        ScopeDecl limited = events.part(split, part, text);
        return split.options().isPresent()
                ? limited
                : limited.samples(symbols.samples().stream()
                        .filter(s -> s.part().filter(p -> p == part).isPresent())
                        .map(SampleDecl::index)
                        .toList());
    }

    /** Returns a part of events that a split decides, if there is such a part. */
    Optional<ScopeDecl> part(SplitDecl split, ScopeDecl events, Part part) {
        return hasPart(split, part)
                ? Optional.of(limit(split, events, part, events.text() + "." + Symbols.word(part)))
                : Optional.empty();
    }

    private Optional<ScopeDecl> noSuchPart(SplitDecl split, Part part, Span span) {
        if (split.options().isEmpty()) {
            return fail(
                    CheckCode.NO_SUCH_PART,
                    span,
                    "no sample is read with part=" + Symbols.word(part),
                    "read one, or split the samples");
        }
        return fail(
                CheckCode.NO_SUCH_PART,
                span,
                "the split of '" + split.name() + "' has no " + Symbols.word(part) + " part",
                "give it a share: split " + split.name() + " into … " + Symbols.word(part) + "=25%");
    }

    /** Tells whether events can be in that part of a split. */
    boolean hasPart(SplitDecl split, Part part) {
        boolean fromFiles = symbols.samples().stream()
                .filter(s -> split.target().samples().contains(s.index()))
                .anyMatch(s -> s.part().filter(p -> p == part).isPresent());
        return fromFiles || split.options().filter(o -> o.share(part) > 0).isPresent();
    }

    /** Returns the split that decides the parts of {@code events}: one whose target holds them all. */
    Optional<SplitDecl> splitOf(ScopeDecl events, Span span) {
        List<SplitDecl> found = symbols.splits().values().stream()
                .filter(s -> covers(s.target(), events))
                .toList();
        if (found.size() > 1) {
            out.add(CheckCode.AMBIGUOUS_PART.at(
                    span,
                    "'" + events.text() + "' is split more than once",
                    "the splits are of "
                            + String.join(
                                    ", ", found.stream().map(SplitDecl::name).toList())));
        }
        if (!found.isEmpty()) {
            return Optional.of(found.get(0));
        }
        return filesSplit().filter(s -> covers(s.target(), events));
    }

    /** Returns a split that keeps some of {@code events} from training, but does not cover them all. */
    Optional<SplitDecl> overlapping(ScopeDecl events) {
        List<SplitDecl> splits = new ArrayList<>(symbols.splits().values());
        filesSplit().ifPresent(splits::add);
        return splits.stream()
                .filter(s -> s.target().samples().stream()
                        .filter(i -> !symbols.samples().get(i).isData())
                        .anyMatch(events.samples()::contains))
                .findFirst();
    }

    private boolean covers(ScopeDecl target, ScopeDecl events) {
        Set<Integer> needed = new LinkedHashSet<>(events.samples());
        symbols.samples().stream().filter(SampleDecl::isData).forEach(s -> needed.remove(s.index()));
        return target.samples().containsAll(needed)
                && events.cuts().size() >= target.cuts().size()
                && events.cuts().subList(0, target.cuts().size()).equals(target.cuts());
    }

    /** Returns the split of the samples that are read with {@code part=} and that no split statement covers. */
    private Optional<SplitDecl> filesSplit() {
        List<Integer> fixed = symbols.samples().stream()
                .filter(s -> s.part().isPresent())
                .map(SampleDecl::index)
                .filter(i -> symbols.splits().values().stream()
                        .noneMatch(s -> s.target().samples().contains(i)))
                .toList();
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        if (filesSplit.isEmpty() || !filesSplit.get().target().samples().equals(fixed)) {
            filesSplit = Optional.of(new SplitDecl("all", ScopeDecl.of("all", fixed), Optional.empty()));
        }
        return filesSplit;
    }

    private <T> Optional<T> fail(CheckCode code, Span span, String message, String help) {
        out.add(code.at(span, message, help));
        return Optional.empty();
    }
}
