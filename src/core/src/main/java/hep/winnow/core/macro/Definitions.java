package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.Parameter;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.ParameterType;
import hep.winnow.core.schema.VerbFile;
import hep.winnow.core.schema.Vocabulary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verbs that are written in the language: those that a macro defines, and those of plugins. */
final class Definitions {
    private final Vocabulary vocabulary;
    private final List<Diagnostic> out;
    private final Map<String, Definition> own = new LinkedHashMap<>();
    private final Map<String, Definition> ofPlugins = new LinkedHashMap<>();
    private final Map<String, Span> later = new LinkedHashMap<>();

    Definitions(Vocabulary vocabulary, List<Diagnostic> out) {
        this.vocabulary = vocabulary;
        this.out = out;
    }

    /** Returns the definition of a verb, if it is written in the language. */
    Optional<Definition> find(String verb) {
        Definition found = own.get(verb);
        if (found != null) {
            return Optional.of(found);
        }
        return vocabulary
                .defined(verb)
                .map(d -> ofPlugins.computeIfAbsent(
                        verb,
                        v -> new Definition(
                                d, Map.of(), d.file().map(VerbFile::text).orElse(""))));
    }

    /** Returns a statement with the calls that it is, or holds, as they are meant. */
    StepStatement unfolded(StepStatement step) {
        Optional<Definition> definition = find(step.verb().text());
        if (definition.isPresent()) {
            return Arguments.unfolded(step, definition.get().verb());
        }
        return step.steps().isEmpty()
                ? step
                : withSteps(step, step.steps().stream().map(this::unfolded).toList());
    }

    /** Returns a statement with other statements in its block. */
    static StepStatement withSteps(StepStatement step, List<StepStatement> steps) {
        return new StepStatement(
                step.verb(),
                step.name(),
                step.operands(),
                step.condition(),
                step.options(),
                steps,
                step.hasBlock(),
                step.span());
    }

    /** Returns the verbs that the macro defines, in order. */
    List<DefinedVerb> own() {
        return own.values().stream().map(Definition::verb).toList();
    }

    /** Returns the verbs of plugins that the macro calls. */
    List<DefinedVerb> used() {
        return ofPlugins.values().stream().map(Definition::verb).toList();
    }

    /** Notes the definitions of a file, so that a call above its definition can be told. */
    void announce(List<Statement> statements) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.DefStatement def) {
                later.putIfAbsent(def.name().text(), def.name().span());
            }
        }
    }

    /** Returns where a verb is defined that is not known yet. */
    Optional<Span> later(String verb) {
        return Optional.ofNullable(later.get(verb));
    }

    /**
     * Takes a definition; returns whether it is one.
     *
     * @param scope params and lets above it
     * @param text of its file
     */
    boolean add(Statement.DefStatement def, Map<String, Expr> scope, String text) {
        int before = out.size();
        checkName(def);
        checkParameters(def);
        checkBody(def.body());
        boolean isSound = out.size() == before;
        if (isSound) {
            own.put(def.name().text(), new Definition(DefinedVerb.of(def, text, Optional.empty()), scope, text));
        }
        return isSound;
    }

    private void checkName(Statement.DefStatement def) {
        String name = def.name().text();
        taken(name)
                .ifPresent(by -> out.add(CheckCode.DECLARED_TWICE.at(
                        def.name().span(), "'" + name + "' is " + by + " already", "take another name")));
    }

    private Optional<String> taken(String verb) {
        if (Parser.isControlWord(verb)) {
            return Optional.of("a word of the language");
        }
        if (own.containsKey(verb)) {
            return Optional.of("a verb of this macro");
        }
        return vocabulary.kinds(verb).stream()
                .findFirst()
                .flatMap(k -> vocabulary.step(verb, k))
                .map(s -> s.plugin().equals("core") ? "a verb" : "a verb of plugin '" + s.plugin() + "'");
    }

    private void checkParameters(Statement.DefStatement def) {
        Set<String> names = new HashSet<>();
        Set<String> keywords = new HashSet<>();
        for (Parameter parameter : def.parameters()) {
            String name = parameter.name().text();
            if (!names.add(name)) {
                twice(parameter, "the parameter '" + name + "' stands there twice");
            }
            if (!parameter.keyword().isEmpty() && !keywords.add(parameter.keyword())) {
                twice(parameter, "'" + parameter.keyword() + "' stands before two parameters");
            }
            parameter
                    .type()
                    .filter(t -> ParameterType.of(t.text()).isEmpty())
                    .ifPresent(t -> out.add(CheckCode.WRONG_VALUE.at(
                            t.span(),
                            "there is no type '" + t.text() + "' of parameters",
                            Suggestions.nearest(t.text(), ParameterType.words())
                                    .map(w -> "did you mean '" + w + "'?")
                                    .orElse("types are " + String.join(", ", ParameterType.words())
                                            + ", and lists of them, as in [number]"))));
        }
    }

    private void twice(Parameter parameter, String message) {
        out.add(CheckCode.DECLARED_TWICE.at(parameter.name().span(), message, "each stands for one value"));
    }

    /** What holds for the whole macro, and what is known by its place in a file, stands outside of bodies. */
    private void checkBody(List<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.IfStatement choice) {
                checkBody(choice.body());
                checkBody(choice.otherwise());
            } else if (statement instanceof Statement.ForStatement loop) {
                checkBody(loop.body());
            } else {
                misplaced(statement)
                        .ifPresent(w -> out.add(CheckCode.MISPLACED_IN_DEF.at(
                                statement.span(), "'" + w + "' cannot stand in the body of a 'def'", help(w))));
            }
        }
    }

    private static Optional<String> misplaced(Statement statement) {
        if (statement instanceof Statement.SetStatement) {
            return Optional.of("set");
        }
        if (statement instanceof Statement.ParamStatement) {
            return Optional.of("param");
        }
        if (statement instanceof Statement.IncludeStatement) {
            return Optional.of("include");
        }
        return statement instanceof Statement.DefStatement ? Optional.of("def") : Optional.empty();
    }

    private static String help(String word) {
        return switch (word) {
            case "param" -> "make it a parameter of the def, or write 'let'";
            case "set" -> "it holds for the whole macro; write it there";
            default -> "put it before the def";
        };
    }
}
