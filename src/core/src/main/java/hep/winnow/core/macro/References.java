package hep.winnow.core.macro;

import hep.winnow.api.step.EventExpression;
import hep.winnow.api.step.ModelRef;
import hep.winnow.api.step.OutputFile;
import hep.winnow.api.step.Scope;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.lookup.LookupTable;
import hep.winnow.core.schema.SchemaAccess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What a bound record, an expression or a scope refers to. */
public final class References {
    private References() {}

    /** Returns the scopes among the components of a record, at any depth. */
    public static List<ScopeDecl> scopes(Record record) {
        List<ScopeDecl> found = new ArrayList<>();
        walk(record, part -> {
            if (part instanceof Scope scope) {
                found.add((ScopeDecl) scope);
            }
        });
        return found;
    }

    /** Returns the expressions among the components of a record, at any depth. */
    public static List<ColumnExpression> expressions(Record record) {
        List<ColumnExpression> found = new ArrayList<>();
        walk(record, part -> {
            if (part instanceof EventExpression expression) {
                found.add((ColumnExpression) expression);
            }
        });
        return found;
    }

    /** Returns the models among the components of a record, at any depth. */
    public static List<ModelDecl> models(Record record) {
        List<ModelDecl> found = new ArrayList<>();
        walk(record, part -> {
            if (part instanceof ModelRef model) {
                found.add((ModelDecl) model);
            }
        });
        return found;
    }

    /** Returns the files that a record writes, at any depth. */
    public static List<OutputFile> outputs(Record record) {
        List<OutputFile> found = new ArrayList<>();
        walk(record, part -> {
            if (part instanceof OutputFile file) {
                found.add(file);
            }
        });
        return found;
    }

    private static void walk(Object part, Consumer<Object> visit) {
        if (part instanceof Optional<?> optional) {
            optional.ifPresent(p -> walk(p, visit));
        } else if (part instanceof List<?> list) {
            list.forEach(p -> walk(p, visit));
        } else if (part instanceof Scope
                || part instanceof EventExpression
                || part instanceof ModelRef
                || part instanceof OutputFile) {
            visit.accept(part);
        } else if (part instanceof Record record && !(part instanceof hep.winnow.core.lang.Expr)) {
            for (int i = 0; i < SchemaAccess.size(record); i++) {
                walk(SchemaAccess.component(record, i), visit);
            }
        }
    }

    /** Returns the inputs of an expression, each once, in order. */
    public static Set<TypedExpr.Input> inputs(TypedExpr root) {
        Set<TypedExpr.Input> found = new LinkedHashSet<>();
        visit(root, node -> {
            if (node instanceof TypedExpr.Input input) {
                found.add(input);
            }
        });
        return found;
    }

    /** Returns the scalars of an expression, each once, in order. */
    public static Set<TypedExpr.Scalar> scalars(TypedExpr root) {
        Set<TypedExpr.Scalar> found = new LinkedHashSet<>();
        visit(root, node -> {
            if (node instanceof TypedExpr.Scalar scalar) {
                found.add(scalar);
            }
        });
        return found;
    }

    /** Returns the lookup tables of an expression, each once. */
    public static Set<LookupTable> tables(TypedExpr root) {
        Set<LookupTable> found = new LinkedHashSet<>();
        visit(root, node -> {
            if (node instanceof TypedExpr.Lookup lookup) {
                found.add(lookup.table());
            }
        });
        return found;
    }

    /** Visits each node once, operands in order. Without recursion: a chain of defines may be longer than the stack. */
    private static void visit(TypedExpr root, Consumer<TypedExpr> visit) {
        Set<TypedExpr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<TypedExpr> open = new ArrayDeque<>();
        open.push(root.unwrap());
        while (!open.isEmpty()) {
            TypedExpr node = open.pop();
            if (seen.add(node)) {
                visit.accept(node);
                List<TypedExpr> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i).unwrap());
                }
            }
        }
    }

    /** Returns the models that an expression asks for, each once. */
    public static Set<ModelDecl> models(TypedExpr root) {
        return new Uses().models(root);
    }

    /**
     * Returns the names of the columns that an expression needs of the samples, those of its models' inputs included.
     */
    public static Set<String> columns(TypedExpr root) {
        return new Uses().columns(root);
    }
}
