package hep.winnow.core.testing;

import hep.winnow.api.run.Facts;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.run.TrainedModel;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/** {@code watch nn}: compares a model with its training. */
@Verb(value = "watch", doc = "Counts what trained a model and what did not.")
public record Watch(@Operand(doc = "the models") List<ModelRef> models) implements TableStep {
    @Override
    public boolean comparesWithTraining() {
        return true;
    }

    @Override
    public void run(StepContext context) {
        for (ModelRef ref : models) {
            TrainedModel model = context.model(ref);
            Facts facts = new Facts().put("classes", model.classes());
            model.trainScope()
                    .ifPresent(s -> facts.put("train", (long)
                            context.table(s, List.of(model.score())).size()));
            model.testScope()
                    .ifPresent(s -> facts.put("test", (long)
                            context.table(s, List.of(model.score())).size()));
            context.result(model.name(), facts);
        }
    }
}
