package hep.winnow.core.macro;

import hep.winnow.api.diagnostic.Diagnostic;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.Parameter;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.lang.Suggestions;
import hep.winnow.core.schema.DefinedVerb;
import hep.winnow.core.schema.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a call gives to the parameters of a verb that is written in the language.
 *
 * @param values by parameter; what is left out is not there
 * @param isSound whether nothing is wrong with it
 */
record Arguments(Map<String, Expr> values, boolean isSound) {
    /** Returns what a call gives; what does not fit, and what is lacking, goes to {@code out}. */
    static Arguments match(StepStatement call, DefinedVerb verb, Consumer<Diagnostic> out) {
        Matcher matcher = new Matcher(call, verb, out);
        matcher.match();
        return new Arguments(matcher.values, matcher.isSound);
    }

    /** Returns a call as it is meant: where {@code verb x=1} names a parameter, what the grammar takes for the name of the statement is an option. */
    static StepStatement unfolded(StepStatement call, DefinedVerb verb) {
        Optional<Ident> name = call.name().filter(n -> verb.parameter(n.text()).isPresent());
        if (name.isEmpty() || call.operands().isEmpty()) {
            return call;
        }
        Operand first = call.operands().get(0);
        List<OptionArg> options = new ArrayList<>();
        options.add(new OptionArg(name.get(), first.value(), name.get().span().to(first.span())));
        options.addAll(call.options());
        return new StepStatement(
                call.verb(),
                Optional.empty(),
                call.operands().subList(1, call.operands().size()),
                call.condition(),
                options,
                call.steps(),
                call.hasBlock(),
                call.span());
    }

    /** Tells whether a minus touches what follows it, and not what is before it. */
    private static boolean isLikelySign(Expr expr) {
        return expr instanceof Expr.Binary b
                && b.op() == Expr.BinaryOp.SUBTRACT
                && b.opSpan().start() > b.left().span().end()
                && b.opSpan().end() == b.right().span().start();
    }

    private static final class Matcher {
        private final StepStatement call;
        private final DefinedVerb verb;
        private final Consumer<Diagnostic> out;
        private final List<Slot> slots;
        private final Map<String, Expr> values = new LinkedHashMap<>();
        private boolean isSound = true;

        Matcher(StepStatement call, DefinedVerb verb, Consumer<Diagnostic> out) {
            this.call = unfolded(call, verb);
            this.verb = verb;
            this.out = out;
            this.slots = verb.schema().record().slots();
        }

        private void wrong(Diagnostic problem) {
            isSound = false;
            out.accept(problem);
        }

        private String title() {
            return "'" + call.verb().text() + "'";
        }

        private String usage() {
            StringBuilder usage =
                    new StringBuilder("it is written: " + verb.schema().verb());
            for (Slot slot : slots) {
                String value = slot.name().toUpperCase(Locale.ROOT);
                String keyword = slot.keyword().isEmpty() ? "" : slot.keyword() + " ";
                String text = switch (slot.place()) {
                    case OPTION -> slot.name() + "=" + (slot.defaultText().isEmpty() ? value : slot.defaultText());
                    default -> keyword + value;
                };
                usage.append(' ').append(slot.isOptional() ? "[" + text + "]" : text);
            }
            return usage.toString();
        }

        void match() {
            call.name().ifPresent(this::name);
            call.operands().forEach(this::operand);
            call.options().forEach(this::option);
            call.condition()
                    .ifPresent(c -> wrong(CheckCode.STRAY_CONDITION.at(
                            c.span(), title() + " takes nothing behind a colon", usage())));
            if (!call.steps().isEmpty()) {
                wrong(CheckCode.STRAY_STEP.at(
                        call.steps().get(0).verb().span(),
                        "the block of " + title() + " takes options, no statements",
                        usage()));
            }
            slots.stream()
                    .filter(s -> !values.containsKey(s.name()))
                    .filter(s -> verb.parameter(s).value().isEmpty())
                    .forEach(this::lacking);
        }

        private void name(Ident name) {
            Optional<Slot> slot =
                    slots.stream().filter(s -> s.place() == Slot.Place.NAME).findFirst();
            slot.ifPresentOrElse(
                    s -> values.put(s.name(), new Expr.NameRef(name.text(), false, name.span())),
                    () -> wrong(CheckCode.STRAY_NAME.at(name.span(), title() + " declares no name", usage())));
        }

        private void operand(Operand operand) {
            Optional<Slot> slot = slots.stream()
                    .filter(s -> s.place() != Slot.Place.OPTION && s.keyword().equals(operand.keyword()))
                    .filter(s -> !values.containsKey(s.name()))
                    .findFirst();
            if (slot.isPresent()) {
                values.put(slot.get().name(), operand.value());
            } else {
                String found = operand.keyword().isEmpty() ? "this" : "'" + operand.keyword() + "'";
                wrong(CheckCode.STRAY_OPERAND.at(
                        operand.span(), title() + " does not take " + found + " here", usage()));
            }
        }

        private void option(OptionArg option) {
            String name = option.name().text();
            if (verb.parameter(name).isEmpty()) {
                List<String> known = slots.stream().map(Slot::name).toList();
                wrong(CheckCode.UNKNOWN_OPTION.at(
                        option.name().span(),
                        title() + " has no option '" + name + "'",
                        Suggestions.nearest(name, known)
                                .map(n -> "did you mean '" + n + "'?")
                                .orElse(known.isEmpty() ? "it takes none" : usage())));
            } else if (values.putIfAbsent(name, option.value()) != null) {
                wrong(CheckCode.GIVEN_TWICE.at(
                        option.name().span(), "'" + name + "' is given twice", "keep one of them"));
            }
        }

        private void lacking(Slot slot) {
            Parameter parameter = verb.parameter(slot);
            String what = slot.place() == Slot.Place.OPTION
                    ? "the option '" + slot.name() + "='"
                    : (slot.keyword().isEmpty() ? "" : "'" + slot.keyword() + "' and ") + "'" + slot.name() + "', "
                            + slot.shape().describe();
            wrong(CheckCode.LACKING_PART.at(
                    call.verb().span(),
                    title() + " needs " + what,
                    (parameter.doc().isEmpty() ? "" : slot.name() + ": " + parameter.doc() + "\n")
                            + difference().orElse("")
                            + usage()));
        }

        /** In {@code verb a -1} stands one operand, where two may have been meant. */
        private Optional<String> difference() {
            return call.operands().stream()
                    .map(Operand::value)
                    .filter(Arguments::isLikelySign)
                    .findFirst()
                    .map(e -> "the '-' was taken for a difference; a negative number behind another operand stands in"
                            + " parentheses: (-1)\n");
        }
    }
}
