package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.event.Part;
import hep.winnow.api.event.Role;
import hep.winnow.api.learn.Task;
import hep.winnow.api.learn.TrainingOptions;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.expr.ValueType;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Statement.StepStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Declares models: which events train them, which are kept from them, and whether the learner can do what is asked. */
final class ModelMaker {
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Symbols symbols;
    private final Resolver resolver;
    private final Findings out;

    ModelMaker(Symbols symbols, Resolver resolver, Findings out) {
        this.symbols = symbols;
        this.resolver = resolver;
        this.out = out;
    }

    /** Returns the model that a statement trains; empty if something is wrong with it, which is reported. */
    Optional<ModelDecl> trained(StepStatement step, String name, String kind, TrainStep train) {
        int before = out.errors();
        TrainingOptions options = train.training();
        Optional<ScopeDecl> events = events(step, options);
        List<ColumnExpression> inputs = inputs(step, options);
        List<String> targetOutputs = targets(step, options, train);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        Task task = task(train, events.get());
        if (train.isUnsupervised() && !options.targets().isEmpty()) {
            out.add(CheckCode.WRONG_TASK.at(
                    Places.option(step, "target"),
                    "'" + kind + "' learns from the inputs alone",
                    "leave out target=, or take another learner"));
            return Optional.empty();
        }
        if (task != Task.UNSUPERVISED && !train.supports(task)) {
            Span place = task == Task.REGRESSION
                    ? Places.option(step, "target")
                    : Places.of(step).of(n -> n.name().equals(kind));
            out.add(CheckCode.WRONG_TASK.at(place, "'" + kind + "' cannot do " + words(task), hint(task)));
            return Optional.empty();
        }
        if (options.targets().size() > 1 && !train.supportsSeveralTargets()) {
            out.add(CheckCode.WRONG_TASK.at(
                    Places.option(step, "target"),
                    "'" + kind + "' predicts one target, found "
                            + options.targets().size(),
                    "train one model for each of them, or take another learner"));
        }
        checkLabels(step, task, events.get());
        checkNoData(step, task, events.get());
        int beforeSplit = out.errors();
        Optional<SplitDecl> split = resolver.scopes().splitOf(events.get(), on(step));
        if (out.errors() == beforeSplit) {
            checkSplit(step, split, events.get());
        }
        ScopeDecl trainScope = part(split, events.get(), Part.TRAIN).orElse(events.get());
        List<TypedExpr> used =
                new ArrayList<>(inputs.stream().map(ColumnExpression::typed).toList());
        options.targets().forEach(t -> used.add(((ColumnExpression) t).typed()));
        train.spectators().forEach(s -> used.add(((ColumnExpression) s).typed()));
        resolver.checkColumns(trainScope, used, Places.of(step));
        resolver.checkLeaks(trainScope, used, Places.of(step));
        if (out.errors() > before) {
            return Optional.empty();
        }
        return Optional.of(new ModelDecl(
                name,
                kind,
                task,
                inputs,
                Optional.of(options),
                Optional.of(trainScope),
                part(split, events.get(), Part.VALID),
                part(split, events.get(), Part.TEST),
                Optional.empty(),
                targetOutputs,
                train.furtherOutputs(),
                train.isGenerative(),
                train.warm().map(m -> (ModelDecl) m)));
    }

    /** Returns where the statement says on what it trains. */
    private static Span on(StepStatement step) {
        return Places.operand(step, "on");
    }

    /** A learner is never given what a split keeps from training: that its events are split must then be known. */
    private void checkSplit(StepStatement step, Optional<SplitDecl> split, ScopeDecl events) {
        if (split.isPresent()) {
            if (!resolver.scopes().hasPart(split.get(), Part.TRAIN)) {
                out.add(CheckCode.NO_SUCH_PART.at(
                        on(step), "'" + events.text() + "' has no train part", "read a sample with part=train"));
            }
        } else if (!resolver.allowsLeak()) {
            resolver.scopes()
                    .overlapping(events)
                    .ifPresent(other -> out.add(CheckCode.LOCKED_EVENTS.at(
                            on(step),
                            "'" + events.text() + "' is not split as a whole, and holds events that "
                                    + (other.options().isPresent()
                                            ? "the split of '" + other.name() + "' keeps from training"
                                            : "were read as a part"),
                            other.options().isPresent()
                                    ? "train on '" + other.name() + "', or split '" + events.text() + "'"
                                    : "say part= of all its samples")));
        }
    }

    private Optional<ScopeDecl> part(Optional<SplitDecl> split, ScopeDecl events, Part part) {
        return split.flatMap(s -> resolver.scopes().part(s, events, part));
    }

    /** Without {@code on} the events are those that are split, or the only sample; data is left out of training by itself. */
    private Optional<ScopeDecl> events(StepStatement step, TrainingOptions options) {
        if (options.on().isPresent()) {
            ScopeDecl scope = (ScopeDecl) options.on().get();
            if (scope.isPart()) {
                out.add(CheckCode.PART_OF_PART.at(
                        on(step),
                        "a learner is given what was split, and takes the train part of it; '" + scope.text()
                                + "' is a part",
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
        if (!symbols.lacksColumns() && !symbols.lacksSplits()) {
            out.add(CheckCode.UNCLEAR_EVENTS.at(
                    step.verb().span(),
                    all.isEmpty()
                            ? "there are no events to train on"
                            : "it is not clear which events to train on: there are several splits",
                    "say it: train NAME = … on SAMPLE"));
        }
        return Optional.empty();
    }

    private ScopeDecl withoutData(ScopeDecl scope) {
        return scope.samples(symbols.samples().stream()
                .filter(s -> !s.isData())
                .map(SampleDecl::index)
                .toList());
    }

    private List<ColumnExpression> inputs(StepStatement step, TrainingOptions options) {
        List<ColumnExpression> inputs = new ArrayList<>();
        for (int i = 0; i < options.vars().size(); i++) {
            ColumnExpression input = (ColumnExpression) options.vars().get(i);
            Span place = Places.item(step, "vars", i);
            if (input.typed().type() == ValueType.STRING) {
                out.add(CheckCode.WRONG_TYPE.at(
                        place, "the input '" + input.text() + "' is a string", "a learner takes numbers"));
            }
            if (inputs.stream().anyMatch(other -> other.text().equals(input.text()))) {
                out.add(CheckCode.LISTED_TWICE.at(
                        place, "the input '" + input.text() + "' stands twice among vars", "leave one of them out"));
            }
            inputs.add(input);
        }
        if (inputs.isEmpty()) {
            out.add(CheckCode.LACKING_PART.at(
                    Places.option(step, "vars"), "vars= is empty", "name at least one input"));
        }
        return inputs;
    }

    /** Checks the targets; returns the names of the model's outputs where there are several. */
    private List<String> targets(StepStatement step, TrainingOptions options, TrainStep train) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < options.targets().size(); i++) {
            ColumnExpression target = (ColumnExpression) options.targets().get(i);
            Span place = Places.item(step, "target", i);
            if (target.typed().type() == ValueType.STRING) {
                out.add(CheckCode.WRONG_TYPE.at(
                        place,
                        "the target '" + target.text() + "' is a string",
                        "classes are told by class= of the sample"));
            }
            String name = PLAIN_NAME.matcher(target.text()).matches() ? target.text() : "t" + (i + 1);
            if (names.contains(name) || train.furtherOutputs().contains(name)) {
                out.add(CheckCode.LISTED_TWICE.at(
                        place,
                        "two outputs of the model would be called '" + name + "'",
                        "define one of them by another name"));
            }
            names.add(name);
        }
        return names.size() > 1 ? names : List.of();
    }

    private Task task(TrainStep train, ScopeDecl events) {
        if (train.isUnsupervised()) {
            return Task.UNSUPERVISED;
        }
        if (!train.training().targets().isEmpty()) {
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
            case UNSUPERVISED -> "without classes";
        };
    }

    private static String hint(Task task) {
        return switch (task) {
            case BINARY -> "give it a target: target=COLUMN";
            case MULTICLASS -> "take another learner, or mark one class as signal: signal=(label == 1)";
            case REGRESSION, UNSUPERVISED -> "leave out target=, or take another learner";
        };
    }

    private void checkLabels(StepStatement step, Task task, ScopeDecl events) {
        if (task == Task.REGRESSION || task == Task.UNSUPERVISED) {
            return;
        }
        List<SampleDecl> samples =
                events.samples().stream().map(i -> symbols.samples().get(i)).toList();
        if (samples.stream().anyMatch(s -> symbols.isBroken(s.name()))) {
            return;
        }
        Optional<SampleDecl> bare = samples.stream()
                .filter(s -> s.labelling() instanceof SampleDecl.Unlabelled)
                .findFirst();
        if (bare.isPresent()) {
            out.add(
                    CheckCode.NO_CLASS.at(
                            on(step),
                            "sample '" + bare.get().name() + "' does not say what its events are",
                            "add role=signal, signal=(condition) or class=column where it is read, or target= here for a regression"));
            return;
        }
        boolean hasSignal = samples.stream().anyMatch(s -> mayHold(s, Role.SIGNAL));
        boolean hasBackground = samples.stream().anyMatch(s -> mayHold(s, Role.BACKGROUND));
        boolean isLost = symbols.lacksColumns() || samples.isEmpty();
        if (task == Task.BINARY && !(hasSignal && hasBackground) && !isLost) {
            String lacking = hasSignal ? "background" : "signal";
            out.add(CheckCode.ONE_CLASS.at(
                    on(step),
                    "there is no " + lacking + " among the events '" + events.text() + "'",
                    "read a sample with role=" + lacking));
        }
    }

    /** Data is never trained on; where classes are learnt, one of them is lacking then, and told. */
    private void checkNoData(StepStatement step, Task task, ScopeDecl events) {
        boolean isClassified = task == Task.BINARY || task == Task.MULTICLASS;
        if (!isClassified && events.samples().isEmpty() && !symbols.lacksColumns()) {
            out.add(CheckCode.UNCLEAR_EVENTS.at(
                    on(step),
                    "'" + events.text() + "' holds recorded data alone, which trains nothing",
                    "read it without role=data"));
        }
    }

    private static boolean mayHold(SampleDecl sample, Role role) {
        return !(sample.labelling() instanceof SampleDecl.ByRole own) || own.role() == role;
    }
}
