package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Verb;
import hep.winnow.core.lang.Expr;

/** {@code expect auc(nn, test) > 0.8}: makes a macro a test. */
@Verb(
        value = "expect",
        doc =
                "Checks a condition on results; if it is false the run ends with exit status 3, after all statements are done.",
        examples = {"expect auc(nn, test) > 0.80", "expect 4 < best.z < 6"},
        alsoKnownAs = {"assert", "check"})
public record Expect(
        @Operand(doc = "a condition over measures, results and numbers")
        Expr condition) implements Declaration {}
