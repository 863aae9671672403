package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.api.step.SampleOptions;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.SchemaAccess;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a record from the expressions of its slots: converts, puts defaults in, and calls the constructor, whose complaints become diagnostics. */
final class RecordMaker {
    private final Environment environment;
    private final Defaults defaults;
    private final Converter converter;
    private final String word;

    /**
     * Makes a maker.
     *
     * @param defaults what they are parsed to
     * @param word what the user calls it: a verb with its kind, a measure, a word such as {@code adam}
     */
    RecordMaker(Environment environment, Defaults defaults, String word) {
        this.environment = environment;
        this.defaults = defaults;
        this.converter = new Converter(environment, defaults);
        this.word = word;
    }

    /** Returns the record of {@code word(arguments, named)}: arguments by position in the order of the slots, the last list taking all that is left. */
    Optional<Record> fromArguments(RecordSchema schema, List<Expr> arguments, List<OptionArg> named, Span span) {
        Given given = new Given();
        List<Slot> slots = schema.slots();
        positional(slots, arguments, given, span);
        named.forEach(arg -> addOption(slots, arg, given));
        return make(schema, given, span).filter(r -> given.isSound());
    }

    private void positional(List<Slot> slots, List<Expr> arguments, Given given, Span span) {
        for (int i = 0; i < arguments.size(); i++) {
            if (i == slots.size()) {
                String most = slots.isEmpty()
                        ? "no arguments"
                        : slots.size() == 1 ? "one argument" : slots.size() + " arguments";
                given.isWrong();
                environment.report(CheckCode.TOO_MANY_ARGUMENTS.at(
                        arguments.get(i).span(),
                        "'" + word + "' takes " + (slots.size() > 1 ? "at most " : "") + most + ", found "
                                + arguments.size(),
                        slots.isEmpty() ? "write it without parentheses" : "write " + usage(slots)));
                return;
            }
            Slot slot = slots.get(i);
            boolean takesRest = i == slots.size() - 1 && slot.shape() instanceof Shape.ListOf;
            if (takesRest && !(arguments.get(i) instanceof Expr.ListLiteral)) {
                given.put(slot, new Expr.ListLiteral(arguments.subList(i, arguments.size()), span));
                return;
            }
            given.put(slot, arguments.get(i));
        }
    }

    private String usage(List<Slot> slots) {
        return word + "(" + String.join(", ", slots.stream().map(Slot::name).toList()) + ")";
    }

    /** Notes an option for its slot; an unknown or doubled one is reported. */
    void addOption(List<Slot> slots, OptionArg arg, Given given) {
        String name = arg.name().text();
        Optional<Slot> slot = slots.stream()
                .filter(s -> s.place() != Slot.Place.NAME
                        && s.name().equals(name)
                        && s.keyword().isEmpty())
                .findFirst();
        if (slot.isEmpty()) {
            given.isWrong();
            environment.report(CheckCode.UNKNOWN_OPTION.at(
                    arg.name().span(), "'" + word + "' has no option '" + name + "'", hintForUnknown(slots, name)));
        } else if (given.has(slot.get())) {
            given.isWrong();
            environment.report(CheckCode.GIVEN_TWICE.at(
                    arg.name().span(), "option '" + name + "' is given twice", "keep one of them"));
        } else {
            given.put(slot.get(), arg.value());
        }
    }

    private String hintForUnknown(List<Slot> slots, String name) {
        for (Slot slot : slots) {
            if (slot.alsoKnownAs().stream().anyMatch(a -> a.equalsIgnoreCase(name))) {
                return "here it is '" + slot.name() + "'";
            }
        }
        List<String> options = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPTION)
                .map(Slot::name)
                .toList();
        return Suggestions.nearest(name, options)
                .map(o -> "did you mean '" + o + "'?")
                .orElse(
                        options.isEmpty()
                                ? "'" + word + "' has no options"
                                : "its options are " + String.join(", ", options));
    }

    /** Returns the record whose slots have these expressions, defaults for the rest; empty if there is no such record, which is reported. */
    Optional<Record> make(RecordSchema schema, Given given, Span span) {
        List<Object> values = new ArrayList<>();
        boolean isComplete = true;
        for (RecordSchema.Member member : schema.members()) {
            Optional<?> value = member instanceof RecordSchema.Group group
                    ? make(group.schema(), given, span)
                    : value(schema, ((RecordSchema.One) member).slot(), given, span);
            isComplete &= value.isPresent();
            value.ifPresent(values::add);
        }
        return isComplete ? construct(schema, values, given, span) : Optional.empty();
    }

    private Optional<Object> value(RecordSchema schema, Slot slot, Given given, Span span) {
        if (given.isFailed(slot)) {
            return Optional.empty();
        }
        Optional<Expr> expr = given.get(slot);
        if (expr.isPresent()) {
            if (slot.place() == Slot.Place.NAME && expr.get() instanceof Expr.NameRef name) {
                return Optional.of(name.name());
            }
            Optional<Object> value = converter.convert(slot, expr.get());
            if (value.isEmpty()) {
                given.fail(slot);
            }
            // What a macro says of a sample has no part in opening it: its columns are known all the same.
            boolean isSample = schema.type() == SampleOptions.class && slot.isOptional();
            return value.isEmpty() && isSample ? Optional.of(empty(slot)) : value;
        }
        if (!slot.defaultText().isEmpty()) {
            return converter.convert(slot, defaults.of(slot));
        }
        if (slot.isOptional()) {
            return Optional.of(empty(slot));
        }
        given.fail(slot);
        environment.report(CheckCode.LACKING_PART.at(
                span, "'" + word + "' needs " + described(slot), slot.name() + ": " + slot.doc()));
        return Optional.empty();
    }

    private static String described(Slot slot) {
        return switch (slot.place()) {
            case OPTION -> "the option '" + slot.name() + "='";
            case CONDITION -> "an expression behind a colon";
            case NAME -> "a name";
            case OPERAND ->
                (slot.keyword().isEmpty() ? "" : "'" + slot.keyword() + "' and ")
                        + slot.shape().describe();
        };
    }

    private static Object empty(Slot slot) {
        if (slot.place() == Slot.Place.NAME) {
            return "";
        }
        return slot.shape() instanceof Shape.ListOf ? List.of() : Optional.empty();
    }

    private Optional<Record> construct(RecordSchema schema, List<Object> values, Given given, Span span) {
        try {
            return Optional.of(SchemaAccess.make(schema.type(), values));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException complaint) {
                // What does not fit together may be what is wrong anyway.
                if (given.isSound()) {
                    given.isWrong();
                    environment.report(CheckCode.REFUSED.at(span, String.valueOf(complaint.getMessage()), ""));
                }
                return Optional.empty();
            }
            throw new IllegalStateException("constructor of " + schema.type().getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + schema.type().getName(), e);
        }
    }
}
