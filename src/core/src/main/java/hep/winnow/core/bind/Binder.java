package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds statements and calls of measures to the records of their schemas. */
public final class Binder {
    private final Environment environment;

    /** Makes a binder that resolves and reports through {@code environment}. */
    public Binder(Environment environment) {
        this.environment = environment;
    }

    /**
     * Returns the bound statement, or empty when it was not sound and that was reported. {@code operands} are those of the statement, without the
     * word that names its kind.
     */
    public Optional<Bound> bind(StepStatement statement, StepSchema schema, List<Operand> operands) {
        String word = schema.title();
        List<Slot> slots = schema.record().slots();
        IdentityHashMap<Slot, Expr> given = new IdentityHashMap<>();
        List<Operand> left = new ArrayList<>(operands);
        boolean isSound = bindName(statement, slots, left, given);
        isSound &= bindOperands(word, slots, left, given);
        isSound &= bindCondition(statement, word, slots, given);
        RecordMaker maker = new RecordMaker(environment);
        for (OptionArg option : statement.options()) {
            isSound &= maker.addOption(word, slots, option, given);
        }
        Optional<Record> made =
                maker.make(schema.record(), word, given, statement.verb().span());
        if (!isSound || made.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> settings = Settings.of(schema.record(), made.get());
        return Optional.of(new Bound(schema, made.get(), settings, statement.span()));
    }

    /** Returns the bound call of a measure. */
    public Optional<Bound> bind(Expr.Call call, StepSchema schema) {
        return new RecordMaker(environment)
                .fromArguments(schema.record(), schema.verb(), call.arguments(), call.named(), call.span())
                .map(r -> new Bound(schema, r, Settings.of(schema.record(), r), call.span()));
    }

    /** The name is what stands before {@code =}, or else the first operand, unless that is needed as an operand proper. */
    private boolean bindName(
            StepStatement statement, List<Slot> slots, List<Operand> operands, IdentityHashMap<Slot, Expr> given) {
        Optional<Slot> slot =
                slots.stream().filter(s -> s.place() == Slot.Place.NAME).findFirst();
        if (statement.name().isPresent()) {
            if (slot.isEmpty()) {
                environment.report(Diagnostic.error(
                        "E207",
                        statement.name().get().span(),
                        "'" + statement.verb().text() + "' declares no name",
                        "",
                        "leave '" + statement.name().get().text() + " =' out"));
                return false;
            }
            given.put(
                    slot.get(),
                    new Expr.NameRef(
                            statement.name().get().text(),
                            false,
                            statement.name().get().span()));
            return true;
        }
        if (slot.isEmpty()) {
            return true;
        }
        long needed = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPERAND && s.keyword().isEmpty() && !s.isOptional())
                .count();
        List<Operand> positional =
                operands.stream().filter(o -> o.keyword().isEmpty()).toList();
        boolean isFree = !slot.get().isOptional() || positional.size() > needed;
        if (!positional.isEmpty() && positional.get(0).value() instanceof Expr.NameRef name && isFree) {
            given.put(slot.get(), name);
            operands.remove(positional.get(0));
        }
        return true;
    }

    private boolean bindOperands(
            String word, List<Slot> slots, List<Operand> operands, IdentityHashMap<Slot, Expr> given) {
        List<Slot> free = new ArrayList<>(
                slots.stream().filter(s -> s.place() == Slot.Place.OPERAND).toList());
        boolean isSound = true;
        for (Operand operand : operands) {
            Optional<Slot> slot = free.stream()
                    .filter(s -> s.keyword().equals(operand.keyword()))
                    .findFirst();
            if (slot.isPresent()) {
                free.remove(slot.get());
                given.put(slot.get(), operand.value());
            } else if (!isBareKeyword(operand)) {
                isSound = false;
                reportStray(word, slots, operand);
            }
        }
        return isSound;
    }

    /** A keyword before options, as in {@code split s into train=50%}, is for the reader. */
    private static boolean isBareKeyword(Operand operand) {
        return operand.keyword().equals("into")
                && operand.value() instanceof Expr.ListLiteral list
                && list.items().isEmpty();
    }

    private void reportStray(String word, List<Slot> slots, Operand operand) {
        List<String> usual = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPERAND)
                .map(s -> s.keyword().isEmpty() ? s.name() : s.keyword() + " " + s.name())
                .toList();
        String found = operand.keyword().isEmpty() ? "this" : "'" + operand.keyword() + "'";
        List<String> options = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPTION)
                .map(Slot::name)
                .toList();
        String guess = operand.value() instanceof Expr.NameRef name
                ? Suggestions.nearest(name.name(), options)
                        .map(o -> "; an option is written " + o + "=value")
                        .orElse("")
                : "";
        environment.report(Diagnostic.error(
                "E208",
                operand.span(),
                "'" + word + "' does not take " + found + " here",
                "",
                (usual.isEmpty() ? "it takes no operands" : "its operands are " + String.join(", ", usual)) + guess));
    }

    private boolean bindCondition(
            StepStatement statement, String word, List<Slot> slots, IdentityHashMap<Slot, Expr> given) {
        if (statement.condition().isEmpty()) {
            return true;
        }
        Optional<Slot> slot =
                slots.stream().filter(s -> s.place() == Slot.Place.CONDITION).findFirst();
        if (slot.isEmpty()) {
            environment.report(Diagnostic.error(
                    "E209", statement.condition().get().span(), "'" + word + "' takes nothing behind a colon", "", ""));
            return false;
        }
        given.put(slot.get(), statement.condition().get());
        return true;
    }
}
