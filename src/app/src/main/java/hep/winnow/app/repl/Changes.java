package hep.winnow.app.repl;

import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import java.util.List;

/** Tells whether what a macro has grown by changes what its earlier statements mean. */
final class Changes {
    private Changes() {}

    /** Returns what is different for the statements that both programs have, in words; empty if nothing is. */
    static String between(Program before, Program after) {
        if (before.seed() != after.seed()) {
            return "the seed";
        }
        if (!before.lumi().equals(after.lumi())) {
            return "the luminosity";
        }
        List<SampleDecl> common = after.samples().subList(0, before.samples().size());
        for (SampleDecl sample : before.samples()) {
            SampleDecl now = common.get(sample.index());
            if (!sample.missing().equals(now.missing())) {
                return "what is missing in sample '" + sample.name() + "'";
            }
            if (sample.screening().limit() != now.screening().limit()) {
                return "the limit of events";
            }
        }
        boolean addsClasses = after.samples().stream()
                .skip(before.samples().size())
                .anyMatch(s -> s.labelling() instanceof SampleDecl.ByClass);
        return addsClasses && !before.samples().isEmpty() ? "the classes" : "";
    }
}
