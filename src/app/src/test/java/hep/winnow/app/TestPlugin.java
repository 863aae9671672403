package hep.winnow.app;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import hep.winnow.api.run.StepContext;
import hep.winnow.api.step.Choice;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Step;
import hep.winnow.api.step.TableStep;
import hep.winnow.api.step.Verb;
import java.util.List;

/** A plugin on the class path: a verb with options of several kinds, one that fails, and a reader of models. */
public final class TestPlugin implements Plugin {
    @Override
    public String id() {
        return "try";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(Weigh.class, Crash.class);
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new Marks.Format());
    }

    @Override
    public List<ModelFormat> modelFormats() {
        return List.of(new Shares());
    }

    @Override
    public List<ModelReader> modelReaders() {
        return List.of(new ModelReader() {
            @Override
            public String learner() {
                return "sum";
            }

            @Override
            public Model read(ModelState state) {
                return SumModel.read(state);
            }
        });
    }

    /** How to weigh. */
    public sealed interface Scales {}

    @Choice(value = "kitchen", doc = "to a gram")
    record Kitchen() implements Scales {}

    @Choice(value = "lab", doc = "to less")
    record Lab(@Option(doc = "least weight", value = "1e-3") double step) implements Scales {}

    @Verb(value = "weigh", doc = "Weighs events. It says how many there are.", examples = "weigh a scales=lab")
    record Weigh(
            @Operand(doc = "the events") Scope events,

            @Option(doc = "what to weigh with", value = "kitchen", alsoKnownAs = "balance_type")
            Scales scales,

            @Option(doc = "how often", min = 1, value = "2") int times)
            implements TableStep {
        @Override
        public void run(StepContext context) {
            context.print("weighed " + context.table(events, List.of()).size() + " events");
        }
    }

    @Verb(value = "crash", doc = "Fails.")
    record Crash(@Operand(doc = "the events") Scope events) implements TableStep {
        @Override
        public void run(StepContext context) {
            throw new IllegalStateException("a wheel came off");
        }
    }
}
