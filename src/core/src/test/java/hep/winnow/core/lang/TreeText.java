package hep.winnow.core.lang;

import java.util.List;
import java.util.stream.Collectors;

/** Writes trees as s-expressions, so that tests can compare them with a table. */
final class TreeText {
    private TreeText() {}

    static String of(List<Statement> statements) {
        return statements.stream().map(TreeText::of).collect(Collectors.joining(" "));
    }

    static String of(Statement statement) {
        if (statement instanceof Statement.StepStatement s) {
            return step(s);
        }
        if (statement instanceof Statement.ParamStatement s) {
            return "(param " + s.name().text() + " " + of(s.value()) + ")";
        }
        if (statement instanceof Statement.LetStatement s) {
            return "(let " + s.name().text() + " " + of(s.value()) + ")";
        }
        if (statement instanceof Statement.SetStatement s) {
            return "(set" + options(s.options()) + ")";
        }
        if (statement instanceof Statement.IncludeStatement s) {
            return "(include " + of(s.path()) + ")";
        }
        if (statement instanceof Statement.ForStatement s) {
            return "(for " + s.variable().text() + " " + of(s.values()) + " {" + of(s.body()) + "})";
        }
        if (statement instanceof Statement.IfStatement s) {
            String otherwise = s.otherwise().isEmpty() ? "" : " else {" + of(s.otherwise()) + "}";
            return "(if " + of(s.condition()) + " {" + of(s.body()) + "}" + otherwise + ")";
        }
        Statement.DefStatement s = (Statement.DefStatement) statement;
        String parameters = s.parameters().stream().map(TreeText::parameter).collect(Collectors.joining(" "));
        String doc = s.doc().isEmpty() ? "" : "\"" + s.doc() + "\" ";
        return "(def " + s.name().text() + " (" + parameters + ") " + doc + "{" + of(s.body()) + "})";
    }

    private static String parameter(Statement.Parameter p) {
        String type = p.type()
                .map(t -> ":" + (p.isList() ? "[" + t.text() + "]" : t.text()))
                .orElse("");
        return (p.keyword().isEmpty() ? "" : p.keyword() + ">")
                + p.name().text()
                + type
                + p.value().map(v -> "=" + of(v)).orElse("")
                + (p.doc().isEmpty() ? "" : "\"" + p.doc() + "\"");
    }

    private static String step(Statement.StepStatement s) {
        StringBuilder out = new StringBuilder("(").append(s.verb().text());
        s.name().ifPresent(n -> out.append(" ").append(n.text()).append(":="));
        s.operands()
                .forEach(o -> out.append(" ")
                        .append(o.keyword().isEmpty() ? "" : o.keyword() + ">")
                        .append(of(o.value())));
        s.condition().ifPresent(c -> out.append(" : ").append(of(c)));
        out.append(options(s.options()));
        if (s.hasBlock()) {
            out.append(" {")
                    .append(s.steps().stream().map(TreeText::step).collect(Collectors.joining(" ")))
                    .append("}");
        }
        return out.append(")").toString();
    }

    private static String options(List<OptionArg> options) {
        return options.stream()
                .map(o -> " " + o.name().text() + "=" + of(o.value()))
                .collect(Collectors.joining());
    }

    static String of(Expr expr) {
        if (expr instanceof Expr.NumberLiteral e) {
            return (e.isInteger() ? "" : "~") + e.text();
        }
        if (expr instanceof Expr.StringLiteral e) {
            return "\"" + e.value().replace("\n", "⏎").replace("\t", "⇥") + "\"";
        }
        if (expr instanceof Expr.BooleanLiteral e) {
            return "#" + e.value();
        }
        if (expr instanceof Expr.NameRef e) {
            return e.isQuoted() ? "`" + e.name() + "`" : e.name();
        }
        if (expr instanceof Expr.ListLiteral e) {
            return "[" + all(e.items()) + "]";
        }
        if (expr instanceof Expr.Pair e) {
            return e.name().text() + "=" + of(e.value());
        }
        if (expr instanceof Expr.Unary e) {
            return "(" + (e.op() == Expr.UnaryOp.NOT ? "not" : "neg") + " " + of(e.operand()) + ")";
        }
        if (expr instanceof Expr.Binary e) {
            return "(" + e.op().symbol() + " " + of(e.left()) + " " + of(e.right()) + ")";
        }
        if (expr instanceof Expr.Comparison e) {
            StringBuilder out = new StringBuilder("(").append(of(e.operands().get(0)));
            for (int i = 0; i < e.ops().size(); i++) {
                out.append(" ")
                        .append(e.ops().get(i).symbol())
                        .append(" ")
                        .append(of(e.operands().get(i + 1)));
            }
            return out.append(")").toString();
        }
        if (expr instanceof Expr.Conditional e) {
            return "(? " + of(e.condition()) + " " + of(e.whenTrue()) + " " + of(e.whenFalse()) + ")";
        }
        if (expr instanceof Expr.RangeExpr e) {
            return "(.. " + of(e.low()) + " " + of(e.high()) + ")";
        }
        if (expr instanceof Expr.Call e) {
            return e.function().text() + "(" + (all(e.arguments()) + options(e.named())).strip() + ")";
        }
        if (expr instanceof Expr.Index e) {
            return "(at " + of(e.target()) + " " + of(e.index()) + ")";
        }
        Expr.Field e = (Expr.Field) expr;
        return "(dot " + of(e.target()) + " " + e.field().text() + ")";
    }

    private static String all(List<Expr> items) {
        return items.stream().map(TreeText::of).collect(Collectors.joining(" "));
    }
}
