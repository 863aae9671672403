package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.event.Part;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.model.InputSpec;
import hep.winnow.core.model.ModelFile;
import hep.winnow.core.model.SavedModel;
import hep.winnow.core.verbs.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Declares models: which events train them, which are kept from them, and whether the learner can do what is asked. */
final class ModelMaker {
    private final Symbols symbols;
    private final Resolver resolver;
    private final List<Diagnostic> out;
    private final Function<String, Optional<ModelReader>> readers;

    ModelMaker(
            Symbols symbols, Resolver resolver, List<Diagnostic> out, Function<String, Optional<ModelReader>> readers) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
        this.readers = readers;
    }

    Optional<ModelDecl> trained(StepStatement step, String name, String kind, TrainStep train) {
        int before = out.size();
        Span span = step.verb().span();
        TrainingOptions options = train.training();
        Optional<ScopeDecl> events = events(options, span);
        List<ColumnExpression> inputs = inputs(options, span);
        options.target().ifPresent(t -> checkTarget((ColumnExpression) t, span));
        if (events.isEmpty() || out.size() > before) {
            return Optional.empty();
        }
        Task task = task(options, events.get());
        if (!train.supports(task)) {
            out.add(Diagnostic.error("E309", span, "'" + kind + "' cannot do " + words(task), "", hint(task)));
            return Optional.empty();
        }
        checkLabels(task, events.get(), span);
        Optional<SplitDecl> split = resolver.scopes().splitOf(events.get(), span);
        Optional<ScopeDecl> trainScope = part(split, events.get(), Part.TRAIN);
        if (split.isPresent() && trainScope.isEmpty()) {
            out.add(Diagnostic.error("E306", span, "'" + events.get().text() + "' has no train part", "", ""));
        }
        List<TypedExpr> used =
                new ArrayList<>(inputs.stream().map(ColumnExpression::typed).toList());
        options.target().ifPresent(t -> used.add(((ColumnExpression) t).typed()));
        resolver.checkUse(trainScope.orElse(events.get()), used, span);
        if (out.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ModelDecl(
                name,
                kind,
                task,
                inputs,
                Optional.of(options),
                Optional.of(trainScope.orElse(events.get())),
                part(split, events.get(), Part.VALID),
                part(split, events.get(), Part.TEST),
                Optional.empty()));
    }

    private Optional<ScopeDecl> part(Optional<SplitDecl> split, ScopeDecl events, Part part) {
        return split.filter(s -> resolver.scopes().hasPart(s, part))
                .map(s -> events.part(s, part, events.text() + "." + Symbols.word(part)));
    }

    /** Without {@code on} the events are those that are split, or the only sample; data is left out of training by itself. */
    private Optional<ScopeDecl> events(TrainingOptions options, Span span) {
        if (options.on().isPresent()) {
            ScopeDecl scope = (ScopeDecl) options.on().get();
            if (scope.isPart()) {
                out.add(Diagnostic.error(
                        "E305",
                        span,
                        "a learner is given what was split, and takes the train part of it; '" + scope.text()
                                + "' is a part",
                        "",
                        "write 'on " + scope.split().map(SplitDecl::name).orElse("SAMPLE") + "'"));
                return Optional.empty();
            }
            return Optional.of(withoutData(scope));
        }
        if (symbols.splits().size() == 1) {
            return Optional.of(
                    withoutData(symbols.splits().values().iterator().next().target()));
        }
        List<Integer> all =
                withoutData(ScopeDecl.of("all", symbols.allSamples())).samples();
        if (symbols.splits().isEmpty() && !all.isEmpty()) {
            String text = all.size() == 1 ? symbols.samples().get(all.get(0)).name() : "all";
            return Optional.of(ScopeDecl.of(text, all));
        }
        if (!symbols.lacksColumns()) {
            out.add(Diagnostic.error(
                    "E311", span, "it is not clear which events to train on", "", "say it: train NAME = … on SAMPLE"));
        }
        return Optional.empty();
    }

    private ScopeDecl withoutData(ScopeDecl scope) {
        return scope.samples(symbols.samples().stream()
                .filter(s -> !s.isData())
                .map(SampleDecl::index)
                .toList());
    }

    private List<ColumnExpression> inputs(TrainingOptions options, Span span) {
        List<ColumnExpression> inputs = new ArrayList<>();
        for (EventExpression var : options.vars()) {
            ColumnExpression input = (ColumnExpression) var;
            if (input.typed().type() == ValueType.STRING) {
                out.add(Diagnostic.error(
                        "E108", span, "the input '" + input.text() + "' is a string", "", "a learner takes numbers"));
            }
            if (inputs.stream().anyMatch(i -> i.text().equals(input.text()))) {
                out.add(Diagnostic.error(
                        "E128", span, "the input '" + input.text() + "' stands twice among vars", "", ""));
            }
            inputs.add(input);
        }
        if (inputs.isEmpty()) {
            out.add(Diagnostic.error("E204", span, "vars= is empty", "", "name at least one input"));
        }
        return inputs;
    }

    private void checkTarget(ColumnExpression target, Span span) {
        if (target.typed().type() == ValueType.STRING) {
            out.add(Diagnostic.error(
                    "E108",
                    span,
                    "the target '" + target.text() + "' is a string",
                    "",
                    "classes are told by class= of the sample"));
        }
    }

    private Task task(TrainingOptions options, ScopeDecl events) {
        if (options.target().isPresent()) {
            return Task.REGRESSION;
        }
        boolean hasClasses = events.samples().stream()
                .anyMatch(i -> symbols.samples().get(i).labelling() instanceof SampleDecl.ByClass);
        return hasClasses ? Task.MULTICLASS : Task.BINARY;
    }

    private static String words(Task task) {
        return switch (task) {
            case BINARY -> "a separation of signal and background";
            case MULTICLASS -> "several classes";
            case REGRESSION -> "a regression";
        };
    }

    private static String hint(Task task) {
        return switch (task) {
            case BINARY -> "give it a target: target=COLUMN";
            case MULTICLASS -> "train an mlp, or mark one class as signal: signal=(label == 1)";
            case REGRESSION -> "leave out target=, or train an mlp or linear";
        };
    }

    private void checkLabels(Task task, ScopeDecl events, Span span) {
        if (task == Task.REGRESSION) {
            return;
        }
        boolean hasSignal = false;
        boolean hasBackground = false;
        for (int i : events.samples()) {
            SampleDecl sample = symbols.samples().get(i);
            if (sample.labelling() instanceof SampleDecl.Unlabelled) {
                out.add(
                        Diagnostic.error(
                                "E312",
                                span,
                                "sample '" + sample.name() + "' does not say what its events are",
                                "",
                                "add role=signal, signal=(condition) or class=column where it is read, or target= here for a regression"));
                return;
            }
            boolean isBoth = !(sample.labelling() instanceof SampleDecl.ByRole);
            boolean isSignal = sample.labelling() instanceof SampleDecl.ByRole role
                    && role.role() == hep.winnow.api.event.Role.SIGNAL;
            hasSignal |= isBoth || isSignal;
            hasBackground |= isBoth || !isSignal;
            if (task == Task.MULTICLASS && !(sample.labelling() instanceof SampleDecl.ByClass)) {
                out.add(Diagnostic.error(
                        "E313",
                        span,
                        "some samples have classes and '" + sample.name() + "' has a role",
                        "",
                        "use class= for all of them"));
                return;
            }
        }
        if (task == Task.BINARY && !(hasSignal && hasBackground)) {
            out.add(Diagnostic.error(
                    "E314",
                    span,
                    "there is no " + (hasSignal ? "background" : "signal") + " among the events '" + events.text()
                            + "'",
                    "",
                    "read a sample with role=" + (hasSignal ? "background" : "signal")));
        }
    }

    Optional<ModelDecl> loaded(StepStatement step, Load load) {
        Path path = load.from().path();
        try {
            SavedModel saved = ModelFile.read(path, readers);
            List<ColumnExpression> inputs = new ArrayList<>();
            for (InputSpec input : saved.inputs()) {
                input(step, input).ifPresent(inputs::add);
            }
            if (inputs.size() < saved.inputs().size()) {
                return Optional.empty();
            }
            return Optional.of(new ModelDecl(
                    load.name(),
                    saved.learner(),
                    saved.task(),
                    inputs,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(saved)));
        } catch (UserError e) {
            out.add(Diagnostic.error("E400", step.span(), e.message(), "", e.help()));
            return Optional.empty();
        }
    }

    /** An input is found under its own name, or computed as it was when the model was trained. */
    private Optional<ColumnExpression> input(StepStatement step, InputSpec input) {
        Optional<TypedExpr.Input> column = symbols.column(input.name());
        if (column.isPresent()) {
            return Optional.of(new ColumnExpression(input.name(), column.get(), input.unit()));
        }
        ColumnExpression define = symbols.defines().get(input.name());
        if (define != null) {
            return Optional.of(define);
        }
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Expr> expr = Parser.parseExpression("input " + input.name(), input.expression(), problems);
        boolean isKnown =
                input.columns().stream().allMatch(c -> symbols.column(c).isPresent());
        if (expr.isEmpty() || !isKnown) {
            String lacking = String.join(
                    ", ",
                    input.columns().stream()
                            .filter(c -> symbols.column(c).isEmpty())
                            .toList());
            out.add(Diagnostic.error(
                    "E129",
                    step.span(),
                    "the model needs '" + input.name() + "', which is neither a column nor a define",
                    "",
                    "it is " + input.expression() + ", and there is no column " + lacking));
            return Optional.empty();
        }
        return resolver.typed(expr.get()).map(t -> new ColumnExpression(input.name(), t, input.unit()));
    }
}
