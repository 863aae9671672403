package hep.winnow.core.bind;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.StepSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds statements and calls of measures to the records of their schemas. */
public final class Binder {
    private final Environment environment;
    private final Defaults defaults = new Defaults();

    /** Makes a binder that resolves and reports through {@code environment}. */
    public Binder(Environment environment) {
        this.environment = environment;
    }

    /**
     * Returns the bound statement, or empty when no record could be made of it. All that is wrong with it has been reported. {@code operands} are those of the statement, without the
     * word that names its kind.
     */
    public Optional<Bound> bind(StepStatement statement, StepSchema schema, List<Operand> operands) {
        List<Slot> slots = schema.record().slots();
        Given given = new Given();
        List<Operand> left = new ArrayList<>(operands);
        bindName(statement, slots, left, given);
        bindLostCondition(statement, schema.title(), slots, left, given);
        bindOperands(schema.title(), slots, left, given);
        bindCondition(statement, schema.title(), slots, given);
        RecordMaker maker = new RecordMaker(environment, defaults, schema.title());
        for (OptionArg option : statement.options()) {
            maker.addOption(slots, option, given);
        }
        return bound(maker, schema, given, statement.verb().span(), statement.span());
    }

    private static Optional<Bound> bound(RecordMaker maker, StepSchema schema, Given given, Span place, Span whole) {
        return maker.make(schema.record(), given, place).map(r -> new Bound(schema, r, whole, given.isSound()));
    }

    /** Returns the bound call of a measure; empty if anything was wrong with it. */
    public Optional<Bound> bind(Expr.Call call, StepSchema schema) {
        return new RecordMaker(environment, defaults, schema.verb())
                .fromArguments(schema.record(), call.arguments(), call.named(), call.span())
                .map(r -> new Bound(schema, r, call.span(), true));
    }

    /** The name is what stands before {@code =}, or else the first operand, unless that is needed as an operand proper. */
    private void bindName(StepStatement statement, List<Slot> slots, List<Operand> operands, Given given) {
        Optional<Slot> slot =
                slots.stream().filter(s -> s.place() == Slot.Place.NAME).findFirst();
        Optional<Ident> name = statement.name();
        if (name.isPresent() && slot.isEmpty()) {
            if (bindFirstOption(name.get(), slots, operands, given)) {
                return;
            }
            given.isWrong();
            environment.report(CheckCode.STRAY_NAME.at(
                    name.get().span(),
                    "'" + statement.verb().text() + "' declares no name",
                    "leave '" + name.get().text() + " =' out"));
        } else if (name.isPresent()) {
            given.put(
                    slot.get(),
                    new Expr.NameRef(name.get().text(), false, name.get().span()));
        } else if (slot.isPresent()) {
            nameFromOperands(statement, slot.get(), slots, operands, given);
        }
    }

    /** Where no name can stand, {@code verb name=value} gives an option. */
    private static boolean bindFirstOption(Ident name, List<Slot> slots, List<Operand> operands, Given given) {
        Optional<Slot> option = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPTION && s.name().equals(name.text()))
                .findFirst();
        if (option.isEmpty() || operands.isEmpty() || !operands.get(0).keyword().isEmpty()) {
            return false;
        }
        given.put(option.get(), operands.remove(0).value());
        return true;
    }

    /** {@code cut pt > 20} is told of its colon. */
    private void bindLostCondition(
            StepStatement statement, String word, List<Slot> slots, List<Operand> operands, Given given) {
        Optional<Slot> slot = slots.stream()
                .filter(s -> s.place() == Slot.Place.CONDITION && !s.isOptional())
                .findFirst();
        if (slot.isEmpty() || statement.condition().isPresent() || operands.isEmpty()) {
            return;
        }
        Operand last = operands.get(operands.size() - 1);
        boolean isFormula = !(last.value() instanceof Expr.StringLiteral)
                && !(last.value() instanceof Expr.NameRef)
                && !(last.value() instanceof Expr.ListLiteral);
        if (last.keyword().isEmpty() && isFormula) {
            operands.remove(last);
            given.put(slot.get(), last.value());
            given.isWrong();
            environment.report(CheckCode.LACKING_PART.at(
                    last.span(),
                    "'" + word + "' needs a ':' before its expression",
                    "write " + word + " : " + environment.text(last.value())));
        }
    }

    private void nameFromOperands(
            StepStatement statement, Slot slot, List<Slot> slots, List<Operand> operands, Given given) {
        long needed = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPERAND && s.keyword().isEmpty() && !s.isOptional())
                .count();
        List<Operand> positional =
                operands.stream().filter(o -> o.keyword().isEmpty()).toList();
        if (positional.isEmpty() || slot.isOptional() && positional.size() <= needed) {
            return;
        }
        Operand first = positional.get(0);
        if (first.value() instanceof Expr.NameRef name) {
            given.put(slot, name);
            operands.remove(first);
        } else if (!slot.isOptional()) {
            given.fail(slot);
            operands.remove(first);
            environment.report(CheckCode.LACKING_PART.at(
                    first.span(),
                    "'" + statement.verb().text() + "' needs a name here",
                    "this is " + Converter.kindOf(first.value()),
                    slot.name() + ": " + slot.doc() + "; a name that is a param stands for its value"));
        }
    }

    private void bindOperands(String word, List<Slot> slots, List<Operand> operands, Given given) {
        List<Slot> free = new ArrayList<>(
                slots.stream().filter(s -> s.place() == Slot.Place.OPERAND).toList());
        for (Operand operand : operands) {
            Optional<Slot> slot = free.stream()
                    .filter(s -> s.keyword().equals(operand.keyword()))
                    .findFirst();
            if (slot.isPresent()) {
                free.remove(slot.get());
                given.put(slot.get(), operand.value());
            } else if (!isBareKeyword(operand)) {
                given.isWrong();
                Optional<Slot> meant =
                        free.stream().filter(s -> !s.isOptional()).findFirst();
                if (meant.isPresent() && !isAwaited(meant.get(), operands)) {
                    free.remove(meant.get());
                    given.put(meant.get(), operand.value());
                    reportKeyword(word, meant.get(), operand);
                } else {
                    reportStray(word, slots, operand);
                }
            }
        }
    }

    /** A keyword before options, as in {@code split s into train=50%}, is for the reader. */
    private static boolean isBareKeyword(Operand operand) {
        return operand.keyword().equals("into")
                && operand.value() instanceof Expr.ListLiteral list
                && list.items().isEmpty();
    }

    /** Tells whether an operand of the statement is the one that a slot takes. */
    private static boolean isAwaited(Slot slot, List<Operand> operands) {
        return operands.stream().anyMatch(o -> o.keyword().equals(slot.keyword()));
    }

    /** What stands behind a wrong keyword, or behind none, is taken for the operand that is lacking. */
    private void reportKeyword(String word, Slot meant, Operand operand) {
        String found = operand.keyword().isEmpty() ? "this" : "'" + operand.keyword() + "'";
        environment.report(CheckCode.STRAY_OPERAND.at(
                operand.span(),
                "'" + word + "' does not take " + found + " here",
                meant.keyword().isEmpty()
                        ? "leave out '" + operand.keyword() + "'"
                        : "write " + meant.keyword() + " " + environment.text(operand.value())));
    }

    private void reportStray(String word, List<Slot> slots, Operand operand) {
        List<String> usual = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPERAND)
                .map(s -> s.keyword().isEmpty() ? s.name() : "'" + s.keyword() + "' …")
                .toList();
        String found = operand.keyword().isEmpty() ? "this" : "'" + operand.keyword() + "'";
        List<String> options = slots.stream()
                .filter(s -> s.place() == Slot.Place.OPTION)
                .map(Slot::name)
                .toList();
        String guess = optionMeant(operand.value())
                .flatMap(name -> options.contains(name) ? Optional.of(name) : Suggestions.nearest(name, options))
                .map(o -> "; an option is written " + o + "=value")
                .orElse("");
        environment.report(CheckCode.STRAY_OPERAND.at(
                operand.span(),
                "'" + word + "' does not take " + found + " here",
                (usual.isEmpty() ? "it takes no operands" : "its operands are " + String.join(", ", usual)) + guess));
    }

    /** Returns the option that {@code bins 5} or {@code bins==5} may have been meant to give. */
    private static Optional<String> optionMeant(Expr expr) {
        Expr first = expr instanceof Expr.Comparison comparison
                ? comparison.operands().get(0)
                : expr;
        return first instanceof Expr.NameRef name ? Optional.of(name.name()) : Optional.empty();
    }

    private void bindCondition(StepStatement statement, String word, List<Slot> slots, Given given) {
        if (statement.condition().isEmpty()) {
            return;
        }
        Expr condition = statement.condition().get();
        slots.stream()
                .filter(s -> s.place() == Slot.Place.CONDITION)
                .findFirst()
                .ifPresentOrElse(slot -> given.put(slot, condition), () -> {
                    given.isWrong();
                    environment.report(CheckCode.STRAY_CONDITION.at(
                            condition.span(),
                            "'" + word + "' takes nothing behind a colon",
                            "leave out the ':' and what follows it"));
                });
    }
}
