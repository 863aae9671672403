package hep.winnow.app.lsp;

import hep.winnow.api.diagnostic.Span;
import hep.winnow.core.lang.Expr;
import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Operand;
import hep.winnow.core.lang.Statement;
import hep.winnow.core.schema.Slot;
import hep.winnow.core.schema.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A name that a statement declares, as far as its grammar can tell.
 *
 * @param name where it stands
 * @param word the statement's first word
 * @param span of the statement, its block included
 * @param inner what is declared in its block
 */
record Declared(Ident name, String word, Span span, List<Declared> inner) {
    Declared {
        inner = List.copyOf(inner);
    }

    /** Returns the declarations of statements; what stands in the bodies of {@code for} and {@code if} stands where they do, behind the variable. */
    static List<Declared> of(List<? extends Statement> statements, Vocabulary vocabulary) {
        List<Declared> out = new ArrayList<>();
        statements.forEach(s -> add(s, vocabulary, out));
        return out;
    }

    private static void add(Statement statement, Vocabulary vocabulary, List<Declared> out) {
        if (statement instanceof Statement.StepStatement step) {
            step(step, vocabulary, out);
        } else if (statement instanceof Statement.ParamStatement param) {
            out.add(new Declared(param.name(), "param", param.span(), List.of()));
        } else if (statement instanceof Statement.LetStatement let) {
            out.add(new Declared(let.name(), "let", let.span(), List.of()));
        } else if (statement instanceof Statement.ForStatement loop) {
            out.add(new Declared(loop.variable(), "for", loop.span(), of(loop.body(), vocabulary)));
        } else if (statement instanceof Statement.IfStatement choice) {
            out.addAll(of(choice.body(), vocabulary));
            out.addAll(of(choice.otherwise(), vocabulary));
        } else if (statement instanceof Statement.DefStatement def) {
            out.add(new Declared(def.name(), "def", def.span(), of(def.body(), vocabulary)));
        }
    }

    private static void step(Statement.StepStatement step, Vocabulary vocabulary, List<Declared> out) {
        String verb = step.verb().text();
        List<Declared> inner = of(step.steps(), vocabulary);
        Optional<Operand> first =
                step.operands().stream().findFirst().filter(o -> o.keyword().isEmpty());
        if (step.name().isPresent()) {
            out.add(new Declared(step.name().get(), verb, step.span(), inner));
        } else if (first.isPresent() && first.get().value() instanceof Expr.NameRef name && isNamed(verb, vocabulary)) {
            out.add(new Declared(new Ident(name.name(), name.span()), verb, step.span(), inner));
        } else if (verb.equals("cut") && first.isPresent() && first.get().value() instanceof Expr.StringLiteral text) {
            out.add(new Declared(new Ident(text.value(), text.span()), verb, step.span(), inner));
        }
    }

    /** Tells whether statements of a verb must have a name, so that it may stand without {@code =}. */
    private static boolean isNamed(String verb, Vocabulary vocabulary) {
        return vocabulary.kinds(verb).stream()
                .flatMap(k -> vocabulary.step(verb, k).stream())
                .flatMap(s -> s.record().slots(Slot.Place.NAME).stream())
                .anyMatch(s -> !s.isOptional());
    }

    /** Tells whether it is no name, but a label. */
    boolean isLabel() {
        return word.equals("cut");
    }

    /** Returns these and what is in their blocks. */
    static List<Declared> flat(List<Declared> all) {
        List<Declared> out = new ArrayList<>();
        for (Declared declared : all) {
            out.add(declared);
            out.addAll(flat(declared.inner()));
        }
        return out;
    }
}
