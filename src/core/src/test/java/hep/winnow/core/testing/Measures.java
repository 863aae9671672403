package hep.winnow.core.testing;

import hep.winnow.api.event.EventTable;
import hep.winnow.api.function.Measure;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import java.util.List;

/** Functions over samples. */
final class Measures {
    private Measures() {}

    /** {@code total(sr)}. */
    @Verb(value = "total", doc = "Counts events.")
    public record Count(@Operand(doc = "events") Scope on) implements Measure {
        @Override
        public double measure(StepContext context) {
            return context.table(on, List.of()).size();
        }
    }

    /** {@code mean_of(x, sr)}. */
    @Verb(value = "mean_of", doc = "Finds a mean.")
    public record MeanOf(
            @Operand(doc = "of what") EventExpression value,
            @Operand(doc = "events") Scope on,
            @Option(doc = "added", value = "0") double plus)
            implements Measure {
        @Override
        public double measure(StepContext context) {
            EventTable table = context.table(on, List.of(value));
            double sum = 0;
            for (double x : table.numbers(0)) {
                sum += x;
            }
            return sum / table.size() + plus;
        }
    }

    /** {@code error_of(nn, test)}. */
    @Verb(value = "error_of", doc = "Finds how far a regression is off.")
    public record ErrorOf(
            @Operand(doc = "model") ModelRef model,
            @Operand(doc = "events") Scope on) implements Measure {
        @Override
        public double measure(StepContext context) {
            EventTable table = context.table(
                    on,
                    List.of(
                            context.model(model).score(),
                            context.model(model).target().orElseThrow()));
            double sum = 0;
            for (int i = 0; i < table.size(); i++) {
                sum += Math.abs(table.numbers(0)[i] - table.numbers(1)[i]);
            }
            return sum / table.size();
        }
    }
}
