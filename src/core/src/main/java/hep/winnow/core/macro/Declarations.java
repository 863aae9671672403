package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.SourceStep;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.SchemaAccess;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Cut;
import hep.winnow.core.verbs.Define;
import hep.winnow.core.verbs.Expect;
import hep.winnow.core.verbs.Load;
import hep.winnow.core.verbs.Missing;
import hep.winnow.core.verbs.Print;
import hep.winnow.core.verbs.Region;
import hep.winnow.core.verbs.Save;
import hep.winnow.core.verbs.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Enters what statements declare into the symbols, and finds what is wrong with it. */
final class Declarations {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;
    private final SampleMaker samples;
    private final ModelMaker models;
    private final SaveMaker saves;

    Declarations(
            Symbols symbols, Resolver resolver, List<Diagnostic> out, Function<String, Optional<ModelReader>> readers) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.samples = new SampleMaker(symbols, resolver, out);
        this.models = new ModelMaker(symbols, resolver, out, readers);
        this.saves = new SaveMaker(symbols, resolver, out);
    }

    /** Returns the name that a statement declares; empty for none. */
    String nameOf(Bound bound) {
        List<RecordSchema.Member> members = bound.schema().record().members();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) instanceof RecordSchema.One one && one.slot().place() == Slot.Place.NAME) {
                return String.valueOf(SchemaAccess.component(bound.value(), i));
            }
        }
        return "";
    }

    /** Enters a name; a doubled one is reported. */
    private boolean enter(String name, String what, StepStatement step) {
        if (name.isEmpty()) {
            return true;
        }
        Span span = span(name, step);
        boolean isColumn = symbols.column(name).isPresent() && !what.equals("sample") && !what.equals("region");
        Optional<String> other = isColumn ? Optional.of("a column") : symbols.declare(name, what);
        other.ifPresent(o -> out.add(Diagnostic.error(
                "E101",
                span,
                "'" + name + "' is " + article(o) + " already",
                "",
                "names are declared once; take another")));
        if (Symbols.part(name).isPresent() || name.equals("all")) {
            out.add(Diagnostic.error(
                    "E101", span, "'" + name + "' is a word of the language", "", "take another name"));
            return false;
        }
        return other.isEmpty();
    }

    private static String article(String what) {
        return what.startsWith("a ") ? what : "a " + what;
    }

    private static Span span(String name, StepStatement step) {
        if (step.name().isPresent()) {
            return step.name().get().span();
        }
        return step.operands().stream()
                .map(Operand::value)
                .filter(v -> v instanceof Expr.NameRef ref && ref.name().equals(name))
                .map(Expr::span)
                .findFirst()
                .orElse(step.verb().span());
    }

    /** Notes the name of a statement that has an error. */
    void poison(StepStatement step, StepSchema schema) {
        boolean declares = schema.record().slots().stream().anyMatch(s -> s.place() == Slot.Place.NAME);
        if (declares) {
            poison(step);
        }
        if (SourceStep.class.isAssignableFrom(schema.record().type())) {
            symbols.poisonColumns();
        }
    }

    /** Notes the name of a statement whose verb is not known. */
    void poison(StepStatement step) {
        Optional<String> name = step.name().map(Ident::text);
        if (name.isEmpty()
                && !step.operands().isEmpty()
                && step.operands().get(0).value() instanceof Expr.NameRef ref) {
            name = Optional.of(ref.name());
        }
        name.ifPresent(symbols::poison);
    }

    void sample(StepStatement step, Bound bound, SourceStep source, RandomStream random) {
        String name = nameOf(bound);
        if (!enter(name, "sample", step) || !samples.add(step, name, source, random)) {
            symbols.poison(name);
            symbols.poisonColumns();
        }
    }

    void result(StepStatement step, Bound bound) {
        String name = nameOf(bound);
        if (!name.isEmpty() && enter(name, "name of a " + bound.schema().verb() + " statement", step)) {
            symbols.fields().put(name, bound.schema().fields());
        }
    }

    Optional<ModelDecl> model(StepStatement step, Bound bound, TrainStep train) {
        String name = nameOf(bound);
        if (!enter(name, "model", step)) {
            return Optional.empty();
        }
        Optional<ModelDecl> model = models.trained(step, name, bound.schema().kind(), train);
        model.ifPresentOrElse(m -> symbols.models().put(name, m), () -> symbols.poison(name));
        return model;
    }

    void region(StepStatement step, Region region, List<Cut> cuts) {
        if (!enter(region.name(), "region", step)) {
            return;
        }
        Optional<ScopeDecl> base = base(step, region);
        if (base.isEmpty()) {
            symbols.poison(region.name());
            return;
        }
        List<CutDecl> own = new ArrayList<>();
        for (Cut cut : cuts) {
            ColumnExpression condition = (ColumnExpression) cut.condition();
            if (condition.typed().type() != ValueType.BOOLEAN) {
                out.add(Diagnostic.error(
                        "E108",
                        step.span(),
                        "the cut '" + condition.text() + "' is "
                                + condition.typed().type().text() + ", no condition",
                        "",
                        "compare it with something, such as " + condition.text() + " > 0"));
                continue;
            }
            own.add(new CutDecl(cut.label().orElse(condition.text()), condition.typed(), region.name()));
        }
        ScopeDecl scope = base.get().with(own).named(region.name());
        resolver.checkUse(
                scope,
                scope.cuts().stream().map(CutDecl::condition).toList(),
                step.verb().span());
        symbols.regions().put(region.name(), scope);
    }

    private Optional<ScopeDecl> base(StepStatement step, Region region) {
        ScopeDecl all = ScopeDecl.of("all", symbols.allSamples());
        ScopeDecl parent = region.parent().map(s -> (ScopeDecl) s).orElse(all);
        if (region.on().isEmpty()) {
            return Optional.of(parent);
        }
        ScopeDecl on = (ScopeDecl) region.on().get();
        if (parent.isPart() && on.isPart()) {
            out.add(Diagnostic.error(
                    "E305",
                    step.verb().span(),
                    "'" + parent.text() + "' is limited to a part already",
                    "",
                    "leave out 'on'"));
            return Optional.empty();
        }
        List<CutDecl> cuts = new ArrayList<>(parent.cuts());
        on.cuts().stream().filter(c -> !cuts.contains(c)).forEach(cuts::add);
        List<Integer> both = parent.samples().stream().filter(keptBy(on)).toList();
        ScopeDecl part = on.isPart() ? on : parent;
        return Optional.of(new ScopeDecl(region.name(), both, cuts, part.split(), part.part(), false));
    }

    /** Recorded data is in no part, and belongs to every region on the test part. */
    private java.util.function.Predicate<Integer> keptBy(ScopeDecl on) {
        return i -> on.samples().contains(i)
                || on.isPart() && symbols.samples().get(i).isData();
    }

    /** Carries out a declaration of the framework; returns what the run has to do for it, if anything. */
    Optional<Action> declare(StepStatement step, Bound bound, Declaration declaration) {
        if (declaration instanceof Define define) {
            define(step, define);
        } else if (declaration instanceof Missing missing) {
            missing(step, missing);
        } else if (declaration instanceof Split split) {
            split(step, split);
        } else if (declaration instanceof Load load) {
            if (enter(load.name(), "model", step)) {
                models.loaded(step, load)
                        .ifPresentOrElse(m -> symbols.models().put(load.name(), m), () -> symbols.poison(load.name()));
            }
        } else if (declaration instanceof Save save) {
            return saves.save(step, save);
        } else if (declaration instanceof Expect expect) {
            return tell(true, expect.condition(), List.of(expect.condition()), step);
        } else if (declaration instanceof Print print) {
            return tell(false, step.operands().get(0).value(), print.items(), step);
        }
        return Optional.empty();
    }

    private void define(StepStatement step, Define define) {
        if (enter(define.name(), "define", step)) {
            ColumnExpression value = (ColumnExpression) define.value();
            symbols.defines()
                    .put(
                            define.name(),
                            new ColumnExpression(
                                    define.name(),
                                    new TypedExpr.Named(define.name(), value.typed()),
                                    define.unit().isEmpty() ? value.unit() : define.unit()));
        }
    }

    private void missing(StepStatement step, Missing missing) {
        missing.columns().forEach(column -> {
            List<SampleDecl> holders = symbols.samples().stream()
                    .filter(s -> s.column(column.name()).isPresent())
                    .toList();
            if (holders.isEmpty() && !symbols.lacksColumns()) {
                out.add(Diagnostic.error(
                        "E104",
                        span(column.name(), step),
                        "unknown column '" + column.name() + "'",
                        "no sample read so far has it",
                        hep.winnow.core.lang.Suggestions.nearest(column.name(), symbols.columnNames())
                                .map(c -> "did you mean '" + c + "'?")
                                .orElse("")));
            }
            for (SampleDecl sample : holders) {
                boolean isText =
                        !sample.column(column.name()).orElseThrow().type().isNumeric();
                if (isText) {
                    out.add(Diagnostic.error(
                            "E124",
                            step.span(),
                            "column '" + column.name() + "' holds strings, which are never missing",
                            "",
                            ""));
                } else if (sample.missing()
                                .putIfAbsent(column.name(), new MissingRule(missing.sentinel(), missing.fill()))
                        != null) {
                    out.add(Diagnostic.error(
                            "E101",
                            step.verb().span(),
                            "'missing' was said of column '" + column.name() + "' before",
                            "",
                            ""));
                }
            }
        });
    }

    private void split(StepStatement step, Split split) {
        ScopeDecl target = (ScopeDecl) split.events();
        if (target.isPart()) {
            out.add(Diagnostic.error(
                    "E305", step.verb().span(), "'" + target.text() + "' is a part of a split already", "", ""));
            return;
        }
        if (symbols.splits().containsKey(target.text())) {
            out.add(Diagnostic.error("E101", step.verb().span(), "'" + target.text() + "' is split already", "", ""));
            return;
        }
        for (int index : target.samples()) {
            SampleDecl sample = symbols.samples().get(index);
            if (sample.part().isPresent() && split.test() > 0) {
                out.add(Diagnostic.error(
                        "E307",
                        step.verb().span(),
                        "sample '" + sample.name() + "' was read with part="
                                + Symbols.word(sample.part().get()) + ", so it cannot be split for a test part",
                        "",
                        "split it into train and valid only"));
            }
            checkHash(step, split, sample);
        }
        symbols.splits().put(target.text(), new SplitDecl(target.text(), target, Optional.of(split)));
    }

    private void checkHash(StepStatement step, Split split, SampleDecl sample) {
        if (sample.isData() || split.by().isEmpty() || !(split.by().get() instanceof Split.Hash hash)) {
            return;
        }
        List<String> columns = hash.columns().isEmpty()
                ? sample.id()
                : hash.columns().stream().map(c -> c.name()).toList();
        if (columns.isEmpty()) {
            out.add(Diagnostic.error(
                    "E308",
                    step.verb().span(),
                    "by=hash needs columns, and sample '" + sample.name() + "' has no id=",
                    "",
                    "write by=hash(run, event), or by=random"));
        }
        for (String column : columns) {
            if (sample.column(column).isEmpty()) {
                out.add(Diagnostic.error(
                        "E122",
                        step.verb().span(),
                        "sample '" + sample.name() + "' has no column '" + column + "'",
                        "",
                        ""));
            }
        }
    }

    private Optional<Action> tell(boolean isExpect, Expr syntax, List<Expr> items, StepStatement step) {
        List<TypedExpr> values = new ArrayList<>();
        for (Expr item : items) {
            Optional<TypedExpr> typed = resolver.typed(item);
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            if (!References.inputs(typed.get()).isEmpty()) {
                out.add(Diagnostic.error(
                        "E125",
                        item.span(),
                        "'" + step.verb().text() + "' takes single numbers, this has a value per event",
                        "",
                        "use a measure, such as auc(nn, test) or yield(sr)"));
                return Optional.empty();
            }
            if (isExpect && typed.get().type() != ValueType.BOOLEAN) {
                out.add(Diagnostic.error(
                        "E108",
                        item.span(),
                        "'expect' takes a condition, this is "
                                + typed.get().type().text(),
                        "",
                        ""));
                return Optional.empty();
            }
            values.add(typed.get());
        }
        return Optional.of(new Action.Tell(isExpect, syntax, values));
    }
}
