package hep.winnow.core.macro;

import hep.winnow.api.step.EventStep;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.TrainStep;
import hep.winnow.core.lang.CheckCode;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.OptionArg;
import hep.winnow.core.lang.Statement.StepStatement;
import hep.winnow.core.schema.StepSchema;
import hep.winnow.core.verbs.Expect;
import hep.winnow.core.verbs.Print;
import hep.winnow.core.verbs.Region;
import hep.winnow.core.verbs.Save;
import java.util.ArrayList;
import java.util.List;

/** {@code leak=allow}: an option of all statements that can score events, and of no step. */
final class LeakOption {
    private LeakOption() {}

    /** Tells whether a statement can score events: then it takes the option. */
    static boolean isTakenBy(StepSchema schema) {
        Class<?> type = schema.record().type();
        boolean tells = type == Region.class || type == Save.class || type == Expect.class || type == Print.class;
        return tells
                || EventStep.class.isAssignableFrom(type)
                || TableStep.class.isAssignableFrom(type)
                || TrainStep.class.isAssignableFrom(type);
    }

    /** Returns the statement without the option, of which the resolver is told; what it is wrongly given is reported. */
    static StepStatement taken(StepStatement step, Resolver resolver, Findings out) {
        List<OptionArg> kept = new ArrayList<>();
        for (OptionArg option : step.options()) {
            if (!option.name().text().equals("leak")) {
                kept.add(option);
                continue;
            }
            resolver.allowLeak(true);
            if (!(option.value() instanceof Expr.NameRef word && word.name().equals("allow"))) {
                out.add(CheckCode.WRONG_VALUE.at(
                        option.value().span(), "'leak' takes the word allow", "write leak=allow, or leave it out"));
            }
        }
        return kept.size() == step.options().size()
                ? step
                : new StepStatement(
                        step.verb(),
                        step.name(),
                        step.operands(),
                        step.condition(),
                        kept,
                        step.steps(),
                        step.hasBlock(),
                        step.span());
    }
}
