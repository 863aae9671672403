package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.Part;
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
        return fail("E301", expr.span(), "this names no events", "write a sample, a region, or a part such as test");
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
        return fail("E301", span, message, help);
    }

    private Optional<ScopeDecl> partAlone(Part part, Span span) {
        List<SplitDecl> splits = new ArrayList<>(symbols.splits().values());
        filesSplit().ifPresent(splits::add);
        if (splits.isEmpty()) {
            return fail(
                    "E302",
                    span,
                    "nothing is split, so there is no " + Symbols.word(part) + " part",
                    "write 'split SAMPLE into train=50% valid=25% test=25%' before");
        }
        if (splits.size() > 1) {
            String choices = String.join(
                    ", ",
                    splits.stream()
                            .map(s -> s.name() + "." + Symbols.word(part))
                            .toList());
            return fail(
                    "E303",
                    span,
                    "'" + Symbols.word(part) + "' is ambiguous: there are several splits",
                    "write one of " + choices);
        }
        return part(splits.get(0), splits.get(0).target(), part, Symbols.word(part), span);
    }

    private Optional<ScopeDecl> byPart(Expr.NameRef owner, Expr.Field field) {
        Optional<ScopeDecl> whole = byName(owner.name(), owner.span());
        Optional<Part> part = Symbols.part(field.field().text());
        if (part.isEmpty()) {
            return fail(
                    "E304",
                    field.field().span(),
                    "unknown part '" + field.field().text() + "'",
                    "a part is train, valid or test");
        }
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        if (whole.get().isPart()) {
            return fail(
                    "E305",
                    field.span(),
                    "'" + owner.name() + "' is limited to a part already",
                    "use '" + owner.name() + "'");
        }
        Optional<SplitDecl> split = splitOf(whole.get(), field.span());
        if (split.isEmpty()) {
            return fail(
                    "E302",
                    field.span(),
                    "'" + owner.name() + "' is not split",
                    "write 'split " + owner.name() + " into train=50% valid=25% test=25%' before");
        }
        return part(split.get(), whole.get(), part.get(), owner.name() + "." + Symbols.word(part.get()), field.span());
    }

    private Optional<ScopeDecl> part(SplitDecl split, ScopeDecl events, Part part, String text, Span span) {
        if (!hasPart(split, part)) {
            return fail(
                    "E306",
                    span,
                    "the split of '" + split.name() + "' has no " + Symbols.word(part) + " part",
                    "give it a share: split " + split.name() + " into … " + Symbols.word(part) + "=25%");
        }
        return Optional.of(events.part(split, part, text));
    }

    /** Tells whether events can be in that part of a split. */
    boolean hasPart(SplitDecl split, Part part) {
        boolean fromFiles = symbols.samples().stream()
                .filter(s -> split.target().samples().contains(s.index()))
                .anyMatch(s -> s.part().filter(p -> p == part).isPresent());
        return fromFiles || split.options().filter(o -> fraction(o, part) > 0).isPresent();
    }

    static double fraction(hep.winnow.core.verbs.Split options, Part part) {
        return switch (part) {
            case TRAIN -> options.train();
            case VALID -> options.valid();
            case TEST -> options.test();
        };
    }

    /** Returns the split that decides the parts of {@code events}: one whose target holds them all. */
    Optional<SplitDecl> splitOf(ScopeDecl events, Span span) {
        List<SplitDecl> found = symbols.splits().values().stream()
                .filter(s -> covers(s.target(), events))
                .toList();
        if (found.size() > 1) {
            out.add(Diagnostic.error(
                    "E303",
                    span,
                    "'" + events.text() + "' is split more than once",
                    "",
                    "the splits are of "
                            + String.join(
                                    ", ", found.stream().map(SplitDecl::name).toList())));
        }
        if (!found.isEmpty()) {
            return Optional.of(found.get(0));
        }
        return filesSplit().filter(s -> covers(s.target(), events));
    }

    private boolean covers(ScopeDecl target, ScopeDecl events) {
        Set<Integer> needed = new LinkedHashSet<>(events.samples());
        symbols.samples().stream().filter(SampleDecl::isData).forEach(s -> needed.remove(s.index()));
        return target.samples().containsAll(needed)
                && events.cuts().size() >= target.cuts().size()
                && events.cuts().subList(0, target.cuts().size()).equals(target.cuts());
    }

    private Optional<SplitDecl> filesSplit = Optional.empty();

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

    private <T> Optional<T> fail(String code, Span span, String message, String help) {
        out.add(Diagnostic.error(code, span, message, "", help));
        return Optional.empty();
    }
}
