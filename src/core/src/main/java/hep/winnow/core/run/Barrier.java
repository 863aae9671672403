package hep.winnow.core.run;

import hep.winnow.core.macro.Action;
import hep.winnow.core.macro.Planned;

/** Carries out a statement that stands between two passes: one that needs all events at once, or what came out of a pass. */
final class Barrier {
    private final Engine engine;
    private final Planned statement;

    private Barrier(Engine engine, Planned statement) {
        this.engine = engine;
        this.statement = statement;
    }

    /** Carries a statement out. */
    static void carryOut(Engine engine, Planned statement) {
        Interrupts.check();
        Barrier barrier = new Barrier(engine, statement);
        engine.guard(statement, () -> barrier.carryOut(statement.action()));
    }

    private void carryOut(Action action) {
        if (action instanceof Action.Look look) {
            look.step().run(engine.context(statement));
        } else if (action instanceof Action.Train train) {
            engine.trained(train.model(), new Trainer(engine, statement, train).train());
        } else if (action instanceof Action.SaveModel save) {
            ModelSaver.save(engine, engine.context(statement), engine.model(save.model()), save.file());
        } else if (action instanceof Action.ExportModel export) {
            ModelExporter.export(engine, engine.context(statement), engine.model(export.model()), export);
        } else if (action instanceof Action.Tell tell && !new Teller(engine, engine.context(statement)).tell(tell)) {
            engine.expectationFailed();
        }
    }
}
