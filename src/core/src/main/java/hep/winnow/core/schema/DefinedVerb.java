package hep.winnow.core.schema;

import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.lang.Statement.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A verb that is written in the language, by {@code def}.
 *
 * @param statement that defines it
 * @param schema its operands and options, for all that tells of verbs
 * @param file of the plugin that brings it; empty for a verb of the macro itself
 */
public record DefinedVerb(Statement.DefStatement statement, StepSchema schema, Optional<VerbFile> file) {
    /** The plugin of verbs that a macro defines for itself. */
    public static final String MACRO = "macro";

    /** Stands for the record that other steps are made of: a call is put into its statements, no record is made of it. */
    private record Expanded() {}

    /**
     * Makes a verb.
     *
     * @param text of the file that it is defined in
     */
    public static DefinedVerb of(Statement.DefStatement statement, String text, Optional<VerbFile> file) {
        List<RecordSchema.Member> members = new ArrayList<>();
        Set<Slot.Place> seen = new HashSet<>();
        for (Parameter parameter : statement.parameters()) {
            Slot slot = slot(parameter, text, !seen.contains(Slot.Place.NAME));
            seen.add(slot.place());
            members.add(new RecordSchema.One(slot));
        }
        StepSchema schema = new StepSchema(
                statement.name().text(),
                "",
                statement.doc(),
                List.of(),
                List.of(),
                List.of(),
                new RecordSchema(Expanded.class, members),
                file.map(VerbFile::plugin).orElse(MACRO));
        return new DefinedVerb(statement, schema, file);
    }

    private static Slot slot(Parameter parameter, String text, boolean isFirst) {
        Shape shape = type(parameter).map(ParameterType::shape).orElse(new Shape.Special(Shape.Special.Kind.SYNTAX));
        return new Slot(
                parameter.name().text(),
                place(parameter, isFirst),
                parameter.isList() ? new Shape.ListOf(shape) : shape,
                parameter.doc(),
                parameter.keyword(),
                parameter.value().isPresent(),
                parameter.value().map(v -> written(v, text)).orElse(""),
                "",
                Slot.Bounds.NONE,
                List.of());
    }

    /** The first name is that of the statement; what must be given stands behind it; lists and what may be left out are options. */
    private static Slot.Place place(Parameter parameter, boolean isFirst) {
        boolean isName = type(parameter).filter(t -> t == ParameterType.NAME).isPresent() && !parameter.isList();
        if (isName && isFirst && parameter.keyword().isEmpty()) {
            return Slot.Place.NAME;
        }
        boolean isOption = parameter.value().isPresent() || parameter.isList();
        return parameter.keyword().isEmpty() && isOption ? Slot.Place.OPTION : Slot.Place.OPERAND;
    }

    private static String written(Expr value, String text) {
        return text.substring(
                Math.min(value.span().start(), text.length()),
                Math.min(value.span().end(), text.length()));
    }

    /** Returns the type of a parameter; empty for one that takes anything. */
    public static Optional<ParameterType> type(Parameter parameter) {
        return parameter.type().map(Ident::text).flatMap(ParameterType::of);
    }

    /** Returns the parameter of a name. */
    public Optional<Parameter> parameter(String name) {
        return statement.parameters().stream()
                .filter(p -> p.name().text().equals(name))
                .findFirst();
    }

    /** Returns the parameter of a slot. */
    public Parameter parameter(Slot slot) {
        return parameter(slot.name()).orElseThrow();
    }
}
