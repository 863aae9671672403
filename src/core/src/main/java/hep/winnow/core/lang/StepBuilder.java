package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the parts of a {@link Statement.StepStatement}. */
final class StepBuilder {
    final Ident verb;
    final List<Operand> operands = new ArrayList<>();
    final List<OptionArg> options = new ArrayList<>();
    final List<Statement.StepStatement> steps = new ArrayList<>();
    Optional<Ident> name = Optional.empty();
    Optional<Expr> condition = Optional.empty();
    boolean hasBlock;

    StepBuilder(Ident verb) {
        this.verb = verb;
    }

    Statement.StepStatement build(Span span) {
        return new Statement.StepStatement(verb, name, operands, condition, options, steps, hasBlock, span);
    }
}
