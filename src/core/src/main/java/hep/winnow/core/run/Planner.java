package hep.winnow.core.run;

import hep.winnow.api.function.Measure;
import hep.winnow.api.step.ColumnName;
import hep.winnow.api.step.Scope;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.ColumnExpression;
import hep.winnow.core.macro.Columns;
import hep.winnow.core.macro.GeneratedSource;
import hep.winnow.core.macro.ModelDecl;
import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.References;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.verbs.Split;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Orders a program into stages. A fill joins the first pass in which all that it needs is known; models and other results are made at the barrier behind
 * the pass that they can follow, in the order of the macro.
 */
public final class Planner {
    private final Program program;
    private final int done;
    private final Set<String> known;
    private final Map<String, Integer> levelOf = new HashMap<>();
    private final Set<ScopeDecl> summed = new LinkedHashSet<>();
    private final Map<String, Plan.PartScopes> wholes = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> first = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> kept = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> waitsFor = new LinkedHashMap<>();

    private Planner(Program program, int done, Set<String> results) {
        this.program = program;
        this.done = done;
        this.known = program.models().stream()
                .filter(m -> m.loaded().isPresent())
                .map(ModelDecl::name)
                .collect(Collectors.toSet());
        known.addAll(results);
    }

    /** Returns the plan of a program. */
    public static Plan plan(Program program) {
        return plan(program, 0, Set.of());
    }

    /**
     * Returns the plan of the rest of a program.
     *
     * @param done number of the last statement that was carried out already; 0 for none
     * @param results names of the models and results that are there because of it
     */
    static Plan plan(Program program, int done, Set<String> results) {
        return new Planner(program, done, results).make();
    }

    private Plan make() {
        List<List<Planned>> fills = new ArrayList<>();
        List<List<Planned>> barriers = new ArrayList<>();
        for (Planned statement : program.statements()) {
            if (statement.number() <= done) {
                continue;
            }
            boolean isFill = statement.action() instanceof Action.Fill;
            Needs needs = Needs.of(statement.action());
            if (statement.action() instanceof Action.Fill fill) {
                fill.step().scopes().forEach(s -> sumWhole((ScopeDecl) s));
            }
            needs.summed().forEach(scope -> sum(scope, needs));
            addDrawn(needs);
            int level = level(needs, isFill);
            Set<String> awaited = new TreeSet<>(needs.results());
            awaited.retainAll(levelOf.keySet());
            waitsFor.put(statement.number(), awaited);
            if (!isFill) {
                levelOf.put(statement.name(), level);
            }
            at(isFill ? fills : barriers, level).add(statement);
            note(needs, isFill && level == 0 ? first : kept);
        }
        int count = Math.max(1, Math.max(fills.size(), barriers.size()));
        List<Plan.Stage> stages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stages.add(new Plan.Stage(at(fills, i), at(barriers, i)));
        }
        Set<Integer> presummed = new LinkedHashSet<>();
        Set<Integer> totals = new LinkedHashSet<>();
        for (SampleDecl sample : program.samples()) {
            if (isPresummed(sample, stages.get(0))) {
                presummed.add(sample.index());
            } else if (isScaled(sample) && (first.containsKey(sample.index()) || kept.containsKey(sample.index()))) {
                totals.add(sample.index());
                first.computeIfAbsent(sample.index(), s -> new LinkedHashSet<>());
            }
            addOwnColumns(sample);
        }
        kept.forEach((sample, columns) ->
                first.computeIfAbsent(sample, s -> new LinkedHashSet<>()).addAll(columns));
        return new Plan(stages, first, kept, presummed, totals, summed, wholes, waitsFor);
    }

    /** The events of a sample that a model draws are there once it is trained. */
    private void addDrawn(Needs needs) {
        for (ScopeDecl scope : needs.scopes()) {
            for (int index : scope.samples()) {
                if (program.samples().get(index).source() instanceof GeneratedSource drawn) {
                    needs.results().add(drawn.model().name());
                }
            }
        }
    }

    private boolean isScaled(SampleDecl sample) {
        return sample.xsec().isPresent() && program.lumi().isPresent();
    }

    /** Tells whether the classes of a sample, or its sum of weights, must be known before an event of it is filled. */
    private boolean isPresummed(SampleDecl sample, Plan.Stage first) {
        boolean fillsScaled = first.fills().stream()
                .map(s -> ((Action.Fill) s.action()).step())
                .filter(s -> s.form().isEmpty())
                .flatMap(s -> s.scopes().stream())
                .anyMatch(s -> ((ScopeDecl) s).samples().contains(sample.index()));
        boolean isDrawn = sample.source() instanceof GeneratedSource;
        return isScaled(sample) && (fillsScaled || isDrawn) || sample.labelling() instanceof SampleDecl.ByClass;
    }

    /** Lets the first pass sum the weights of a scope; where that needs a result of another statement, its events are kept. */
    private void sum(ScopeDecl scope, Needs needs) {
        Needs own = new Needs();
        own.add(scope);
        addDrawn(own);
        if (level(own, true) > 0) {
            needs.add(scope);
            return;
        }
        summed.add(scope);
        note(own, first);
        sumWhole(scope);
    }

    /** A yield in a part is scaled by the sums of weights of the part and of what was split. */
    private void sumWhole(ScopeDecl scope) {
        if (!scope.isPart()) {
            return;
        }
        Plan.PartScopes parts = Plan.PartScopes.of(scope);
        Needs own = new Needs();
        own.add(parts.part());
        addDrawn(own);
        if (level(own, true) == 0 && wholes.putIfAbsent(Plan.PartScopes.key(scope), parts) == null) {
            summed.add(parts.whole());
            summed.add(parts.part());
            note(own, first);
        }
    }

    private static List<Planned> at(List<List<Planned>> lists, int level) {
        while (lists.size() <= level) {
            lists.add(new ArrayList<>());
        }
        return lists.get(level);
    }

    /** A fill comes in the pass after what it needs; anything else at the same barrier, later in the macro. A loaded model, or a result of an earlier run, is there from the beginning. */
    private int level(Needs needs, boolean isFill) {
        int level = 0;
        for (String name : needs.results()) {
            if (known.contains(name)) {
                continue;
            }
            level = Math.max(level, levelOf.getOrDefault(name, 0) + (isFill ? 1 : 0));
        }
        return level;
    }

    private void note(Needs needs, Map<Integer, Set<String>> columns) {
        for (ScopeDecl scope : needs.scopes()) {
            for (int index : scope.samples()) {
                SampleDecl sample = program.samples().get(index);
                Set<String> own = columns.computeIfAbsent(index, i -> new LinkedHashSet<>());
                needs.columns().stream()
                        .filter(c -> sample.column(c).isPresent())
                        .forEach(own::add);
                scope.cuts().forEach(c -> own.addAll(References.columns(c.condition())));
                scope.split().ifPresent(split -> {
                    split.options().ifPresent(options -> own.addAll(hashColumns(options, sample)));
                });
            }
        }
    }

    private static List<String> hashColumns(Split options, SampleDecl sample) {
        if (sample.isData()) {
            return List.of();
        }
        if (options.by().isPresent()
                && options.by().get() instanceof Split.Hash hash
                && !hash.columns().isEmpty()) {
            return hash.columns().stream().map(ColumnName::name).toList();
        }
        return sample.id();
    }

    /** Adds what weight, class and id of a sample need, wherever the sample is used at all. */
    private void addOwnColumns(SampleDecl sample) {
        Set<String> own = new LinkedHashSet<>(sample.id());
        sample.weight().ifPresent(w -> own.addAll(References.columns(w)));
        sample.factor().ifPresent(f -> own.addAll(References.columns(f)));
        if (sample.labelling() instanceof SampleDecl.BySignal signal) {
            own.addAll(References.columns(signal.condition()));
        } else if (sample.labelling() instanceof SampleDecl.ByClass classes) {
            own.addAll(References.columns(classes.value()));
        }
        for (Map<Integer, Set<String>> columns : List.of(first, kept)) {
            Set<String> used = columns.get(sample.index());
            if (used != null) {
                used.addAll(own);
            }
        }
    }

    /** What a statement asks of the run. */
    private record Needs(List<ScopeDecl> scopes, List<ScopeDecl> summed, Set<String> columns, Set<String> results) {
        Needs() {
            this(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        static Needs of(Action action) {
            Needs needs = new Needs();
            if (action instanceof Action.Fill fill) {
                fill.step().scopes().forEach(s -> needs.add((ScopeDecl) s));
                fill.step().columns().forEach(c -> needs.add(((ColumnExpression) c).typed()));
            } else if (action instanceof Action.Look look) {
                needs.add((Record) look.step());
            } else if (action instanceof Action.Train train) {
                needs.add((Record) train.step());
                needs.add(train.model());
            } else if (action instanceof Action.SaveModel save) {
                needs.results().add(save.model().name());
            } else if (action instanceof Action.ExportModel export) {
                needs.results().add(export.model().name());
            } else if (action instanceof Action.Tell tell) {
                tell.values().forEach(needs::add);
            } else if (action instanceof Action.Report report) {
                needs.add((Record) report.step());
            }
            return needs;
        }

        private void add(Record record) {
            References.scopes(record).forEach(this::add);
            References.expressions(record).forEach(e -> add(e.typed()));
            References.models(record).forEach(m -> {
                results().add(m.name());
                add(m);
            });
        }

        /** Whoever names a model may score all its events, and measure it against its target. */
        private void add(ModelDecl model) {
            model.train().ifPresent(this::add);
            model.valid().ifPresent(this::add);
            model.test().ifPresent(this::add);
            model.inputs().forEach(i -> add(i.typed()));
            model.targets().forEach(this::add);
        }

        private void add(ScopeDecl scope) {
            scopes.add(scope);
            scope.split().ifPresent(s -> {
                scopes.add(s.target());
                scopes.add(s.target().part(s, scope.part().orElseThrow(), ""));
            });
            scope.cuts().forEach(c -> add(c.condition()));
        }

        private void add(Columns.MeasureKey key) {
            List<Scope> sums = ((Measure) key.call().value()).summed();
            if (sums.isEmpty()) {
                add(key.call().value());
            }
            sums.forEach(s -> summed.add((ScopeDecl) s));
        }

        private void add(TypedExpr expr) {
            columns.addAll(References.columns(expr));
            for (ModelDecl model : References.models(expr)) {
                results.add(model.name());
                model.targets().forEach(t -> columns.addAll(References.columns(t)));
                model.inputs().forEach(i -> References.models(i.typed()).forEach(m -> results.add(m.name())));
            }
            for (TypedExpr.Scalar scalar : References.scalars(expr)) {
                if (scalar.key() instanceof Columns.FieldKey key) {
                    results.add(key.name());
                } else if (scalar.key() instanceof Columns.MeasureKey key) {
                    add(key);
                }
            }
        }
    }
}
