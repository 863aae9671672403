package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Statement.Parameter;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.ParameterType;
import hep.winnow.core.schema.Vocabulary;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prepares calls of verbs that are written in the language: gives the parameters their values, and the names that a body declares for itself others that no macro can write, such as {@code sr.base} of the
 * call {@code selection sr}. So bodies know nothing of each other, nor of the macro.
 */
final class Calls {
    /** How many calls may stand within each other; each may have blocks in blocks, so that more would need a deep stack. */
    static final int MAX_DEPTH = 32;

    private final Vocabulary vocabulary;
    private final Definitions definitions;
    private final Substitution substitution;
    private final ArgumentTypes types;
    private final List<Diagnostic> out;
    private final Set<String> labels = new HashSet<>();
    private final IdentityHashMap<StepStatement, Frame> frames = new IdentityHashMap<>();
    private final Map<Span, Frame> byPlace = new LinkedHashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private boolean isEndless;

    Calls(
            Vocabulary vocabulary,
            Definitions definitions,
            Substitution substitution,
            ArgumentTypes types,
            List<Diagnostic> out) {
        this.vocabulary = vocabulary;
        this.definitions = definitions;
        this.substitution = substitution;
        this.types = types;
        this.out = out;
    }

    /** Notes that a step stands in the body of a call. */
    void note(StepStatement step, Frame frame) {
        frames.put(step, frame);
        byPlace.putIfAbsent(step.span(), frame);
    }

    /** Returns the call in whose body a step stands. */
    Optional<Frame> frame(StepStatement step) {
        return Optional.ofNullable(frames.get(step));
    }

    /** Returns the first call in whose body a place was reached. */
    Optional<Frame> frame(Span place) {
        return byPlace.entrySet().stream()
                .filter(e -> e.getKey().file().equals(place.file())
                        && e.getKey().start() <= place.start()
                        && place.end() <= e.getKey().end())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Tells whether a name is one that a body declares for itself. */
    boolean isHidden(String name) {
        return hidden.contains(name);
    }

    /**
     * Returns the surroundings in which the body of a call is carried out; empty if the call is wrong, which has been reported.
     *
     * @param call with all names in it put in
     */
    Optional<Where> enter(StepStatement call, Definition definition, Where where) {
        if (isEndless) {
            return Optional.empty();
        }
        if (where.frame().map(Frame::depth).orElse(0) >= MAX_DEPTH) {
            isEndless = true;
            out.add(CheckCode.ENDLESS_CALLS.at(
                    call.verb().span(),
                    "more than " + MAX_DEPTH + " calls stand within each other",
                    "a verb that calls itself needs an 'if' that ends it"));
            return Optional.empty();
        }
        Arguments given = Arguments.match(call, definition.verb(), out::add);
        if (!given.isSound()) {
            return Optional.empty();
        }
        Map<String, Expr> scope = new LinkedHashMap<>(definition.scope());
        LocalNames locals = LocalNames.of(definition.verb().statement().body(), vocabulary, definitions::find);
        locals.values().forEach(scope::remove);
        locals.declared().forEach(scope::remove);
        String label = label(call, definition.verb(), given.values(), where.frame());
        if (!values(definition.verb(), given.values(), scope, label)) {
            return Optional.empty();
        }
        Map<String, Expr> arguments = new LinkedHashMap<>();
        definition
                .verb()
                .statement()
                .parameters()
                .forEach(p -> arguments.put(
                        p.name().text(),
                        Objects.requireNonNull(scope.get(p.name().text()))));
        for (String name : locals.declared()) {
            if (!arguments.containsKey(name)) {
                boolean isTable = locals.tables().contains(name);
                Span place = definition.verb().statement().name().span();
                Expr hiddenName = isTable ? hideFunction(label, name, place) : hide(label, name, place);
                scope.put(name, hiddenName);
                if (isTable) {
                    scope.put(Substitution.function(name), hiddenName);
                }
            }
        }
        Frame frame = new Frame(where.frame(), definition, call, label, arguments);
        return Optional.of(where.within(frame, scope));
    }

    private Expr hide(String label, String name, Span place) {
        return hidden(label + "." + name, place);
    }

    /** What is called in formulas must look like a name of the language, wherever formulas are written out. */
    private Expr hideFunction(String label, String name, Span place) {
        return hidden(label.replace('.', '_') + "__" + name, place);
    }

    private Expr hidden(String full, Span place) {
        hidden.add(full);
        return new Expr.NameRef(full, false, place);
    }

    /** Puts the values of the parameters into {@code scope}; returns whether all of them fit. */
    private boolean values(DefinedVerb verb, Map<String, Expr> given, Map<String, Expr> scope, String label) {
        boolean isSound = true;
        for (Parameter parameter : verb.statement().parameters()) {
            String name = parameter.name().text();
            Optional<ParameterType> type = DefinedVerb.type(parameter);
            Expr own = given.get(name);
            Expr value = ArgumentTypes.shaped(parameter, own != null ? own : usual(parameter, scope));
            Optional<Diagnostic> problem = types.check(parameter, value);
            problem.ifPresent(out::add);
            isSound &= problem.isEmpty();
            value = settled(parameter, value);
            if (own == null
                    && type.filter(t -> t == ParameterType.NAME).isPresent()
                    && value instanceof Expr.NameRef word) {
                value = hide(label, word.name(), word.span());
            }
            scope.put(name, value);
            boolean isFunction = type.filter(t -> t == ParameterType.NAME || t == ParameterType.WORD)
                    .isPresent();
            if (isFunction && value instanceof Expr.NameRef) {
                scope.put(Substitution.function(name), value);
            }
        }
        return isSound;
    }

    /** A number that is computed from parameters is computed here, not again in each call within this one. */
    private Expr settled(Parameter parameter, Expr value) {
        boolean isComputed = value instanceof Expr.Binary && !parameter.isList();
        return (isComputed ? types.number(parameter, value) : Optional.<Double>empty())
                .filter(n -> n >= 0 && Double.isFinite(n))
                .map(n -> substitution.inPlaceOf(value, n))
                .orElse(value);
    }

    /** A default may speak of the parameters before it. */
    private Expr usual(Parameter parameter, Map<String, Expr> scope) {
        return substitution.apply(parameter.value().orElseThrow(), scope);
    }

    /** Returns what stands before hidden names: the name that the call declares, or the events or the model that it is given, or else its verb; with a number where that is taken. */
    private String label(StepStatement call, DefinedVerb verb, Map<String, Expr> given, Optional<Frame> parent) {
        String stem = Stream.of(ParameterType.NAME, ParameterType.EVENTS, ParameterType.MODEL)
                .flatMap(type -> named(verb, given, type).stream())
                .findFirst()
                .orElseGet(() -> parent.map(p -> p.label() + ".").orElse("")
                        + call.verb().text());
        String label = stem;
        for (int i = 2; !labels.add(label); i++) {
            label = stem + i;
        }
        return label;
    }

    /** Returns the first name that is given to a parameter of a type. */
    private static Optional<String> named(DefinedVerb verb, Map<String, Expr> given, ParameterType type) {
        return verb.statement().parameters().stream()
                .filter(p -> DefinedVerb.type(p).filter(t -> t == type).isPresent())
                .map(p -> given.get(p.name().text()))
                .filter(Expr.NameRef.class::isInstance)
                .map(e -> ((Expr.NameRef) e).name())
                .findFirst();
    }
}
