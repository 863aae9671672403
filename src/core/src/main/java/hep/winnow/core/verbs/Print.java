package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Operand;
import hep.winnow.api.step.Verb;
import hep.winnow.core.lang.Expr;
import java.util.List;

/** {@code print ["AUC", auc(nn, test)]}: shows texts and numbers. */
@Verb(
        value = "print",
        doc = "Prints a text, a number, or a list of them on one line.",
        examples = {"print \"training on {file}\"", "print [\"AUC\", auc(nn, test), \"cut\", best.cut]"},
        alsoKnownAs = {"echo", "puts"})
public record Print(@Operand(doc = "texts and numbers") List<Expr> items) implements Declaration {}
