package hep.winnow.core.macro;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.ParameterType;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.schema.Vocabulary;
import hep.winnow.core.verbs.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the names that the body of a {@code def} declares. */
final class LocalNames {
    private final Vocabulary vocabulary;
    private final Function<String, Optional<Definition>> definitions;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> tables = new LinkedHashSet<>();
    private final Set<String> values = new LinkedHashSet<>();

    private LocalNames(Vocabulary vocabulary, Function<String, Optional<Definition>> definitions) {
        this.vocabulary = vocabulary;
        this.definitions = definitions;
    }

    /**
     * Looks through a body.
     *
     * @param definitions of verbs that are written in the language, by name
     */
    static LocalNames of(
            List<Statement> body, Vocabulary vocabulary, Function<String, Optional<Definition>> definitions) {
        LocalNames names = new LocalNames(vocabulary, definitions);
        names.add(body);
        return names;
    }

    /** Returns the names that steps declare. */
    Set<String> declared() {
        return declared;
    }

    /** Returns those of lookup tables, which are called like functions. */
    Set<String> tables() {
        return tables;
    }

    /** Returns the names of lets and loop variables. */
    Set<String> values() {
        return values;
    }

    private void add(List<Statement> body) {
        body.forEach(this::add);
    }

    private void add(Statement statement) {
        if (statement instanceof StepStatement step) {
            definitions.apply(step.verb().text()).ifPresentOrElse(d -> ofCall(step, d), () -> ofStep(step));
        } else if (statement instanceof Statement.LetStatement let) {
            values.add(let.name().text());
        } else if (statement instanceof Statement.IfStatement choice) {
            add(choice.body());
            add(choice.otherwise());
        } else if (statement instanceof Statement.ForStatement loop) {
            loop(loop);
        }
    }

    /** What a loop declares by its variable are the names that it goes through. */
    private void loop(Statement.ForStatement loop) {
        String variable = loop.variable().text();
        LocalNames inner = of(loop.body(), vocabulary, definitions);
        values.addAll(inner.values);
        values.add(variable);
        tables.addAll(inner.tables);
        if (inner.declared.remove(variable) && loop.values() instanceof Expr.ListLiteral list) {
            list.items().stream()
                    .filter(Expr.NameRef.class::isInstance)
                    .forEach(n -> declared.add(((Expr.NameRef) n).name()));
        }
        declared.addAll(inner.declared);
    }

    private void ofStep(StepStatement step) {
        for (StepSchema schema : schemas(step)) {
            Optional<Slot> slot =
                    schema.record().slots(Slot.Place.NAME).stream().findFirst();
            if (slot.isPresent()) {
                step.name()
                        .map(Ident::text)
                        .or(() -> first(step, schema, slot.get()))
                        .ifPresent(name -> {
                            declared.add(name);
                            if (schema.record().type() == Table.class) {
                                tables.add(name);
                            }
                        });
            }
        }
    }

    private List<StepSchema> schemas(StepStatement step) {
        String verb = step.verb().text();
        return vocabulary.kinds(verb).stream()
                .flatMap(k -> vocabulary.step(verb, k).stream())
                .toList();
    }

    /** A name that may be left out is one only where there is an operand besides. */
    private static Optional<String> first(StepStatement step, StepSchema schema, Slot slot) {
        List<Operand> bare =
                step.operands().stream().filter(o -> o.keyword().isEmpty()).toList();
        long needed = schema.record().slots(Slot.Place.OPERAND).stream()
                .filter(s -> s.keyword().isEmpty() && !s.isOptional())
                .count();
        boolean isName = !bare.isEmpty() && !(slot.isOptional() && bare.size() <= needed);
        return isName && bare.get(0).value() instanceof Expr.NameRef name ? Optional.of(name.name()) : Optional.empty();
    }

    private void ofCall(StepStatement step, Definition definition) {
        DefinedVerb verb = definition.verb();
        Arguments.match(step, verb, problem -> {}).values().forEach((parameter, value) -> {
            boolean isName = verb.parameter(parameter)
                    .flatMap(DefinedVerb::type)
                    .filter(t -> t == ParameterType.NAME)
                    .isPresent();
            if (isName) {
                List<Expr> names = value instanceof Expr.ListLiteral list ? list.items() : List.of(value);
                names.stream()
                        .filter(Expr.NameRef.class::isInstance)
                        .forEach(n -> declared.add(((Expr.NameRef) n).name()));
            }
        });
    }
}
