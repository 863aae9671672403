package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;

/** {@code define mll = sqrt(…)}: a name for an expression over events. */
@Verb(
        value = "define",
        doc = "Names an expression over columns; it is evaluated once per event however often it is used.",
        examples = {"define dphi = delta_phi(l1_phi, l2_phi)", "define mt = sqrt(2*pt*met) unit=\"GeV\""},
        alsoKnownAs = {"alias", "var", "variable", "new", "assign", "mutate", "compute", "column"})
public record Define(
        @Named(doc = "the new name") String name,
        @Operand(doc = "the expression", lists = true) EventExpression value,

        @Option(doc = "its unit, for axis titles", value = "\"\"")
        String unit)
        implements Declaration {}
