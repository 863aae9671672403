package hep.winnow.core.verbs;

import hep.winnow.api.step.Condition;
import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Verb;
import java.util.Optional;

/** {@code cut "lepton pt" : l1_pt > 22}: one condition of a region. */
@Verb(
        value = "cut",
        doc = "A condition of a region, with the label that the cutflow shows; stands in the block of a region.",
        examples = "cut \"opposite charge\" : l1_q*l2_q < 0",
        alsoKnownAs = {"filter", "select", "require", "where", "query"})
public record Cut(
        @Operand(doc = "label; the condition itself if not given", optional = true)
        Optional<String> label,

        @Condition(doc = "what an event must fulfil; a comparison with a missing value is not fulfilled")
        EventExpression condition)
        implements Declaration {}
