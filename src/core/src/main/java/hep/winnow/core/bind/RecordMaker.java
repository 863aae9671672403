package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Parser;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.RecordSchema;
import hep.winnow.core.schema.Shape;
import hep.winnow.core.schema.Slot;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Makes a record from the expressions of its slots: converts, puts defaults in, and calls the constructor, whose complaints become diagnostics. */
final class RecordMaker {
    private final Environment environment;
    private final Converter converter;

    RecordMaker(Environment environment) {
        this.environment = environment;
        this.converter = new Converter(environment);
    }

    /** Returns the record of {@code word(arguments, named)}: arguments by position in the order of the slots, the last list taking all that is left. */
    Optional<Record> fromArguments(
            RecordSchema schema, String word, List<Expr> arguments, List<OptionArg> named, Span span) {
        IdentityHashMap<Slot, Expr> given = new IdentityHashMap<>();
        List<Slot> slots = schema.slots();
        boolean isSound = positional(word, slots, arguments, given, span);
        for (OptionArg arg : named) {
            isSound &= addOption(word, slots, arg, given);
        }
        return isSound ? make(schema, word, given, span) : Optional.empty();
    }

    private boolean positional(
            String word, List<Slot> slots, List<Expr> arguments, IdentityHashMap<Slot, Expr> given, Span span) {
        for (int i = 0; i < arguments.size(); i++) {
            if (i == slots.size()) {
                environment.report(Diagnostic.error(
                        "E206",
                        arguments.get(i).span(),
                        "'" + word + "' takes at most " + slots.size() + " arguments, found " + arguments.size(),
                        "",
                        ""));
                return false;
            }
            Slot slot = slots.get(i);
            boolean takesRest = i == slots.size() - 1 && slot.shape() instanceof Shape.ListOf;
            if (takesRest && !(arguments.get(i) instanceof Expr.ListLiteral)) {
                given.put(slot, new Expr.ListLiteral(arguments.subList(i, arguments.size()), span));
                return true;
            }
            given.put(slot, arguments.get(i));
        }
        return true;
    }

    /** Notes an option for its slot; an unknown or doubled one is reported. */
    boolean addOption(String word, List<Slot> slots, OptionArg arg, IdentityHashMap<Slot, Expr> given) {
        String name = arg.name().text();
        Optional<Slot> slot = slots.stream()
                .filter(s -> s.place() != Slot.Place.NAME
                        && s.name().equals(name)
                        && s.keyword().isEmpty())
                .findFirst();
        if (slot.isEmpty()) {
            environment.report(Diagnostic.error(
                    "E201",
                    arg.name().span(),
                    "'" + word + "' has no option '" + name + "'",
                    "",
                    hintForUnknown(word, slots, name)));
            return false;
        }
        if (given.containsKey(slot.get())) {
            environment.report(Diagnostic.error(
                    "E202", arg.name().span(), "option '" + name + "' is given twice", "", "keep one of them"));
            return false;
        }
        given.put(slot.get(), arg.value());
        return true;
    }

    private static String hintForUnknown(String word, List<Slot> slots, String name) {
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
                .orElse(options.isEmpty() ? word + " has no options" : "its options are " + String.join(", ", options));
    }

    /** Returns the record whose slots have these expressions, defaults for the rest. */
    Optional<Record> make(RecordSchema schema, String word, IdentityHashMap<Slot, Expr> given, Span span) {
        List<Object> values = new ArrayList<>();
        boolean isSound = true;
        for (RecordSchema.Member member : schema.members()) {
            Optional<?> value = member instanceof RecordSchema.Group group
                    ? make(group.schema(), word, given, span)
                    : value(((RecordSchema.One) member).slot(), word, given, span);
            isSound &= value.isPresent();
            value.ifPresent(values::add);
        }
        return isSound ? construct(schema, values, span) : Optional.empty();
    }

    private Optional<Object> value(Slot slot, String word, IdentityHashMap<Slot, Expr> given, Span span) {
        Expr expr = given.get(slot);
        if (expr != null) {
            if (slot.place() == Slot.Place.NAME && expr instanceof Expr.NameRef name) {
                return Optional.of(name.name());
            }
            return converter.convert(slot, expr);
        }
        if (!slot.defaultText().isEmpty()) {
            return defaultValue(slot);
        }
        if (slot.isOptional()) {
            return Optional.of(empty(slot));
        }
        String what = slot.place() == Slot.Place.OPTION
                ? "the option '" + slot.name() + "='"
                : slot.place() == Slot.Place.CONDITION
                        ? "an expression behind a colon"
                        : slot.place() == Slot.Place.NAME
                                ? "a name"
                                : (slot.keyword().isEmpty() ? "" : "'" + slot.keyword() + "' and ")
                                        + slot.shape().describe();
        environment.report(
                Diagnostic.error("E204", span, "'" + word + "' needs " + what, "", slot.name() + ": " + slot.doc()));
        return Optional.empty();
    }

    private static Object empty(Slot slot) {
        if (slot.place() == Slot.Place.NAME) {
            return "";
        }
        return slot.shape() instanceof Shape.ListOf ? List.of() : Optional.empty();
    }

    private Optional<Object> defaultValue(Slot slot) {
        List<Diagnostic> problems = new ArrayList<>();
        Optional<Expr> expr = Parser.parseExpression("default of " + slot.name(), slot.defaultText(), problems);
        if (expr.isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException("the default of '" + slot.name() + "' does not parse: " + problems);
        }
        return converter.convert(slot, expr.get());
    }

    private Optional<Record> construct(RecordSchema schema, List<Object> values, Span span) {
        Class<?>[] types = Arrays.stream(schema.type().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = schema.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException complaint) {
                environment.report(Diagnostic.error("E205", span, String.valueOf(complaint.getMessage()), "", ""));
                return Optional.empty();
            }
            throw new IllegalStateException("constructor of " + schema.type().getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + schema.type().getName(), e);
        }
    }
}
