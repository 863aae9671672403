package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Named;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Scope;
import hep.winnow.api.step.Verb;
import java.util.Optional;

/** {@code region sr extends presel on test { cut … }}: events that pass cuts. */
@Verb(
        value = "region",
        doc = "Names the events that pass all cuts of its block, and those of the region that it extends.",
        examples = {
            "region presel { cut \"lepton pt\" : l1_pt > 22 and l2_pt > 15 }",
            "region sr extends presel on test { cut \"network\" : nn > best.cut }"
        },
        alsoKnownAs = {"selection", "category", "channel"})
public record Region(
        @Named(doc = "the region") String name,

        @Operand(keyword = "extends", doc = "region whose cuts come first", optional = true)
        Optional<Scope> parent,

        @Operand(keyword = "on", doc = "sample or part of a split that it is limited to", optional = true)
        Optional<Scope> on)
        implements Declaration {}
