package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.bind.Bound;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.SchemaAccess;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Define;
import hep.winnow.core.verbs.Expect;
import hep.winnow.core.verbs.Export;
import hep.winnow.core.verbs.Load;
import hep.winnow.core.verbs.Missing;
import hep.winnow.core.verbs.Print;
import hep.winnow.core.verbs.Region;
import hep.winnow.core.verbs.Save;
import hep.winnow.core.verbs.Split;
import hep.winnow.core.verbs.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Enters what statements declare into the symbols, and finds what is wrong with it. */
final class Declarations {
    private final Symbols symbols;
    private final Resolver resolver;
    private final Findings out;
    private final SampleMaker samples;
    private final RegionMaker regions;
    private final SplitMaker splits;
    private final ModelMaker models;
    private final ModelLoader loader;
    private final SaveMaker saves;
    private final ExportMaker exports;
    private final TableMaker tables;

    Declarations(Symbols symbols, Resolver resolver, Findings out, Function<String, Optional<ModelReader>> readers) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.samples = new SampleMaker(symbols, resolver, out);
        this.regions = new RegionMaker(symbols, resolver, out);
        this.splits = new SplitMaker(symbols, out);
        this.models = new ModelMaker(symbols, resolver, out);
        this.loader = new ModelLoader(symbols, resolver, out, readers);
        this.saves = new SaveMaker(symbols, resolver, out);
        this.exports = new ExportMaker(resolver, out);
        this.tables = new TableMaker(resolver, out);
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
        Span span = step.name()
                .map(Ident::span)
                .orElseGet(() -> Places.of(step).of(n -> n.name().equals(name)));
        if (Symbols.part(name).isPresent() || name.equals("all")) {
            out.add(CheckCode.DECLARED_TWICE.at(span, "'" + name + "' is a word of the language", "take another name"));
            return false;
        }
        boolean isColumn = symbols.column(name).isPresent() && !what.equals("a sample") && !what.equals("a region");
        Optional<String> other = isColumn ? Optional.of("a column") : symbols.declare(name, what);
        symbols.places().putIfAbsent(name, span);
        other.ifPresent(o -> out.add(CheckCode.DECLARED_TWICE.at(
                span, "'" + name + "' is " + o + " already", "names are declared once; take another")));
        return other.isEmpty();
    }

    /** Notes what is lost with a statement that cannot be bound. */
    void lose(StepStatement step, StepSchema schema) {
        symbols.lose(step.verb().text());
        if (schema.record().slots().stream().anyMatch(s -> s.place() == Slot.Place.NAME)) {
            step.likelyName().ifPresent(symbols::poison);
        }
    }

    void sample(StepStatement step, Bound bound, RandomStream random) {
        String name = nameOf(bound);
        if (enter(name, "a sample", step)) {
            samples.add(step, bound, name, random);
        } else {
            symbols.lose(step.verb().text());
        }
    }

    /** Sets how many events of each sample are used at most; 0 for all. */
    void limit(int events) {
        samples.limit(events);
    }

    /** Checks what only all samples together show. */
    void finish(boolean hasLumi) {
        samples.checkScales(hasLumi);
    }

    void result(StepStatement step, Bound bound) {
        String name = nameOf(bound);
        if (!name.isEmpty() && enter(name, "the name of a '" + bound.schema().verb() + "' statement", step)) {
            symbols.fields().put(name, bound.schema().fields());
        }
    }

    Optional<ModelDecl> model(StepStatement step, Bound bound, TrainStep train) {
        String name = nameOf(bound);
        if (!enter(name, "a model", step)) {
            return Optional.empty();
        }
        Optional<ModelDecl> model = models.trained(step, name, bound.schema().kind(), train);
        model.ifPresentOrElse(m -> symbols.models().put(name, m), () -> symbols.poison(name));
        return model;
    }

    void region(StepStatement step, Region region, List<RegionMaker.BoundCut> cuts) {
        if (enter(region.name(), "a region", step)) {
            regions.region(step, region, cuts)
                    .ifPresentOrElse(r -> symbols.regions().put(region.name(), r), () -> symbols.poison(region.name()));
        }
    }

    /** Carries out a declaration of the framework; returns what the run has to do for it, if anything. */
    Optional<Action> declare(StepStatement step, Declaration declaration) {
        if (declaration instanceof Define define) {
            define(step, define);
        } else if (declaration instanceof Missing missing) {
            missing(step, missing);
        } else if (declaration instanceof Split split) {
            splits.add(step, split);
        } else if (declaration instanceof Load load) {
            load(step, load);
        } else if (declaration instanceof Table table) {
            table(step, table);
        } else if (declaration instanceof Save save) {
            return saves.save(step, save);
        } else if (declaration instanceof Export export) {
            return exports.export(step, export);
        } else if (declaration instanceof Expect expect) {
            return tell(true, expect.condition(), List.of(expect.condition()));
        } else if (declaration instanceof Print print) {
            return tell(false, step.operands().get(0).value(), print.items());
        }
        return Optional.empty();
    }

    private void load(StepStatement step, Load load) {
        if (enter(load.name(), "a model", step)) {
            loader.load(step, load)
                    .ifPresentOrElse(m -> symbols.models().put(load.name(), m), () -> symbols.poison(load.name()));
        }
    }

    private void table(StepStatement step, Table table) {
        if (enter(table.name(), "a table", step)) {
            tables.load(step, table)
                    .ifPresentOrElse(t -> symbols.tables().put(table.name(), t), () -> symbols.poison(table.name()));
        }
    }

    private void define(StepStatement step, Define define) {
        if (enter(define.name(), "a define", step)) {
            ColumnExpression value = (ColumnExpression) define.value();
            String unit = define.unit().isEmpty() ? value.unit() : define.unit();
            TypedExpr named = new TypedExpr.Named(define.name(), value.typed(), unit);
            symbols.uses().note(named);
            symbols.defines().put(define.name(), new ColumnExpression(define.name(), named, unit));
        }
    }

    private void missing(StepStatement step, Missing missing) {
        missing.columns().forEach(column -> missing(step, column.name(), missing));
    }

    private void missing(StepStatement step, String column, Missing missing) {
        Span span = Places.of(step).of(n -> n.name().equals(column));
        List<SampleDecl> holders = symbols.samples().stream()
                .filter(s -> s.column(column).isPresent())
                .toList();
        if (holders.isEmpty() && !symbols.lacksColumns()) {
            out.add(CheckCode.UNKNOWN_NAME.at(
                    span,
                    "unknown column '" + column + "'",
                    "no sample read so far has it",
                    Suggestions.nearest(column, symbols.columnNames())
                            .map(c -> "did you mean '" + c + "'?")
                            .orElse("only what is read can be said to be missing, no define")));
            return;
        }
        Optional<SampleDecl> ofText = holders.stream()
                .filter(s -> !s.column(column).orElseThrow().type().isNumeric())
                .findFirst();
        if (ofText.isPresent()) {
            out.add(CheckCode.NEVER_MISSING.at(
                    span,
                    "column '" + column + "' of '" + ofText.get().name() + "' holds strings, which are never missing",
                    "leave it out"));
            return;
        }
        MissingRule rule = new MissingRule(missing.sentinel(), missing.fill());
        if (symbols.missing().putIfAbsent(column, rule) != null) {
            out.add(CheckCode.DECLARED_TWICE.at(
                    span, "'missing' was said of column '" + column + "' before", "say it once"));
        }
        holders.forEach(sample -> sample.missing().putIfAbsent(column, rule));
    }

    private Optional<Action> tell(boolean isExpect, Expr syntax, List<Expr> items) {
        List<TypedExpr> values = new ArrayList<>();
        for (Expr item : items) {
            Optional<TypedExpr> typed = resolver.typed(item);
            if (typed.isPresent() && isSingle(isExpect, item, typed.get())) {
                values.add(typed.get());
            }
        }
        return values.size() == items.size()
                ? Optional.of(new Action.Tell(isExpect, resolver.text(syntax), values))
                : Optional.empty();
    }

    private boolean isSingle(boolean isExpect, Expr item, TypedExpr typed) {
        if (!References.inputs(typed).isEmpty()) {
            out.add(CheckCode.NO_SINGLE_NUMBER.at(
                    Places.of(item).of(n -> symbols.value(n).isPresent()),
                    "'" + (isExpect ? "expect" : "print") + "' takes single numbers, this is a value per event",
                    "use a measure, such as auc(nn, test) or yield(sr)"));
            return false;
        }
        if (isExpect && typed.type() != ValueType.BOOLEAN) {
            out.add(CheckCode.WRONG_TYPE.at(
                    item.span(),
                    "'expect' needs a condition, found " + typed.type().text(),
                    "compare it with something, as in auc(nn, test) > 0.8"));
            return false;
        }
        return true;
    }
}
