package hep.winnow.app.lsp;

import hep.winnow.core.lang.Ident;
import hep.winnow.core.lang.Statement;
import java.util.ArrayList;
import java.util.List;

/** The names that statements declare, where they stand. */
final class Declared {
    private Declared() {}

    static List<Ident> of(List<Statement> statements) {
        List<Ident> names = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.StepStatement step) {
                step.likelyName()
                        .ifPresent(text -> step.name()
                                .ifPresentOrElse(
                                        names::add,
                                        () -> step.operands().stream()
                                                .map(o -> o.value())
                                                .filter(v -> v instanceof hep.winnow.core.lang.Expr.NameRef n
                                                        && n.name().equals(text))
                                                .findFirst()
                                                .ifPresent(v -> names.add(new Ident(text, v.span())))));
            } else if (statement instanceof Statement.ParamStatement param) {
                names.add(param.name());
            } else if (statement instanceof Statement.LetStatement let) {
                names.add(let.name());
            } else if (statement instanceof Statement.ForStatement loop) {
                names.add(loop.variable());
                names.addAll(of(loop.body()));
            } else if (statement instanceof Statement.IfStatement choice) {
                names.addAll(of(choice.body()));
                names.addAll(of(choice.otherwise()));
            }
        }
        return names;
    }
}
