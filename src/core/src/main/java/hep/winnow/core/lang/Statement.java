package hep.winnow.core.lang;

import hep.winnow.api.diagnostic.Span;
import java.util.List;
import java.util.Optional;

/** A statement as it is written. */
public sealed interface Statement {
    /** Returns where it stands, its block included. */
    Span span();

    /**
     * A verb with all that follows. {@code region presel { cut "a" : x > 0 }} has the operand {@code presel} and a block of steps; {@code train nn = mlp on presel { layers=[4] }} has the name
     * {@code nn}, the operands {@code mlp} and {@code on presel}, and the options of the block among {@code options}.
     *
     * @param verb first word
     * @param name what stands before a {@code =} right after the verb
     * @param operands in order
     * @param condition behind the colon
     * @param options of the line, then of the block, in order
     * @param steps steps of the block
     * @param hasBlock whether there was a block
     */
    record StepStatement(
            Ident verb,
            Optional<Ident> name,
            List<Operand> operands,
            Optional<Expr> condition,
            List<OptionArg> options,
            List<StepStatement> steps,
            boolean hasBlock,
            Span span)
            implements Statement {
        public StepStatement {
            operands = List.copyOf(operands);
            options = List.copyOf(options);
            steps = List.copyOf(steps);
        }

        /** Returns the name that it declares, as far as the grammar can tell: the one before {@code =}, or else a first operand that is a name. */
        public Optional<String> likelyName() {
            if (name.isPresent()) {
                return name.map(Ident::text);
            }
            return operands.isEmpty() || !(operands.get(0).value() instanceof Expr.NameRef first)
                    ? Optional.empty()
                    : Optional.of(first.name());
        }
    }

    /** {@code param lumi = 139/fb}. */
    record ParamStatement(Ident name, Expr value, Span span) implements Statement {}

    /** {@code set seed=1 lumi=139/fb}. */
    record SetStatement(List<OptionArg> options, Span span) implements Statement {
        public SetStatement {
            options = List.copyOf(options);
        }
    }

    /** {@code let x = expr}: a name for an expression, put in its place. */
    record LetStatement(Ident name, Expr value, Span span) implements Statement {}

    /** {@code include "common.wn"}. */
    record IncludeStatement(Expr.StringLiteral path, Span span) implements Statement {}

    /** {@code for x in [a, b] { … }}. */
    record ForStatement(Ident variable, Expr values, List<Statement> body, Span span) implements Statement {
        public ForStatement {
            body = List.copyOf(body);
        }
    }

    /** {@code if c { … } else { … }}; without else the second body is empty. */
    record IfStatement(Expr condition, List<Statement> body, List<Statement> otherwise, Span span)
            implements Statement {
        public IfStatement {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code def name(a, b: number = 1 "what b is") "what it does" { … }}; {@code doc} may be empty. */
    record DefStatement(Ident name, List<Parameter> parameters, String doc, List<Statement> body, Span span)
            implements Statement {
        public DefStatement {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }
    }

    /**
     * A parameter of a definition: {@code on events: events}, {@code vars: [expression]}, {@code cut: number = 25 "in GeV"}.
     *
     * @param keyword that stands before it in a call; empty for none
     * @param name of it
     * @param type the word behind the colon, if there is one
     * @param isList whether that stands in brackets
     * @param value what it is where a call does not give it
     * @param doc what it is; may be empty
     */
    record Parameter(
            String keyword, Ident name, Optional<Ident> type, boolean isList, Optional<Expr> value, String doc) {}
}
