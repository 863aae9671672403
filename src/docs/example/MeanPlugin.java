package org.example;

import hep.winnow.api.Plugin;
import hep.winnow.api.event.EventTable;
import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.*;
import java.util.List;

/** Brings the verb {@code mean}. */
public final class MeanPlugin implements Plugin {
    public String id() {
        return "mean";
    }

    public List<Class<? extends Step>> steps() {
        return List.of(Mean.class);
    }

    @Verb(value = "mean", doc = "Tells the weighted mean of an expression and its error.", examples = "mean m in presel : mll", fields = {"value", "error"})
    public record Mean(
            @Named(doc = "name of the result", optional = true) String name,
            @Operand(keyword = "in", doc = "which events") Scope events,
            @Condition(doc = "what is averaged") EventExpression of,
            @Option(doc = "the power of it that is averaged", value = "1", min = 1, max = 9) int power)
            implements TableStep {
        public void run(StepContext context) {
            EventTable table = context.table(events, List.of(of));
            double[] x = table.numbers(0).clone(), w = table.weight();
            double sum = 0, mean = 0, variance = 0;
            for (int i = 0; i < x.length; i++) sum += w[i];
            for (int i = 0; i < x.length; i++) mean += w[i] / sum * (x[i] = StrictMath.pow(x[i], power));
            for (int i = 0; i < x.length; i++) variance += w[i] / sum * (w[i] / sum) * (x[i] - mean) * (x[i] - mean);
            double error = Math.sqrt(variance);
            context.print("mean of " + of.text() + " in " + events.text() + ": " + mean + " ± " + error);
            context.result(new Facts().put("on", events.text()).put("mean", mean).put("error", error));
            context.field("value", mean);
            context.field("error", error);
        }
    }
}
