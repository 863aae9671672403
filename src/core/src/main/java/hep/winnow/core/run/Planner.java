package hep.winnow.core.run;

import hep.winnow.api.step.ColumnName;
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

/**
 * Orders a program into stages. A fill joins the first pass in which all that it needs is known; models and other results are made at the barrier behind
 * the pass that they can follow, in the order of the macro.
 */
public final class Planner {
    private final Program program;
    private final Map<String, Integer> levelOf = new HashMap<>();
    private final Map<Integer, Set<String>> first = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> kept = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> waitsFor = new LinkedHashMap<>();

    private Planner(Program program) {
        this.program = program;
    }

    /** Returns the plan of a program. */
    public static Plan plan(Program program) {
        return new Planner(program).make();
    }

    private Plan make() {
        List<List<Planned>> fills = new ArrayList<>();
        List<List<Planned>> barriers = new ArrayList<>();
        for (Planned statement : program.statements()) {
            boolean isFill = statement.action() instanceof Action.Fill;
            Needs needs = Needs.of(statement.action());
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
        for (SampleDecl sample : program.samples()) {
            boolean needsSum = sample.xsec().isPresent() && program.lumi().isPresent();
            if (needsSum || sample.labelling() instanceof SampleDecl.ByClass) {
                presummed.add(sample.index());
            }
            addOwnColumns(sample);
        }
        kept.forEach((sample, columns) ->
                first.computeIfAbsent(sample, s -> new LinkedHashSet<>()).addAll(columns));
        return new Plan(stages, first, kept, presummed, waitsFor);
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

    private static List<Planned> at(List<List<Planned>> lists, int level) {
        while (lists.size() <= level) {
            lists.add(new ArrayList<>());
        }
        return lists.get(level);
    }

    /** A fill comes in the pass after what it needs; anything else at the same barrier, later in the macro. */
    private int level(Needs needs, boolean isFill) {
        int level = 0;
        for (String name : needs.results()) {
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
    private record Needs(List<ScopeDecl> scopes, Set<String> columns, Set<String> results) {
        static Needs of(Action action) {
            Needs needs = new Needs(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
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
                    add(key.call().value());
                }
            }
        }
    }
}
