package hep.winnow.core.macro;

import hep.winnow.core.expr.TypedExpr;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns and models that expressions use. What a define uses is looked for once, however many statements name it: a macro of many lines asks for it in each of them.
 * Not safe for several threads.
 */
final class Uses {
    private final IdentityHashMap<TypedExpr, Found> known = new IdentityHashMap<>();

    private record Found(Set<String> columns, Set<ModelDecl> models) {}

    /** Returns the names of the columns that an expression needs of the samples, those of its models' inputs included. */
    Set<String> columns(TypedExpr root) {
        return of(root).columns();
    }

    /** Returns the models that an expression asks for, each once. */
    Set<ModelDecl> models(TypedExpr root) {
        return of(root).models();
    }

    /** Finds what a define uses, for those that will name it. */
    void note(TypedExpr define) {
        of(define);
    }

    private Found of(TypedExpr root) {
        Found found = known.get(root);
        if (found == null) {
            found = find(root);
            known.put(root, found);
        }
        return found;
    }

    /** Looks at each node once, operands in order, but not into what is known. Without recursion: a chain of defines may be longer than the stack. */
    private Found find(TypedExpr root) {
        Set<String> columns = new LinkedHashSet<>();
        Set<ModelDecl> models = new LinkedHashSet<>();
        Set<TypedExpr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<TypedExpr> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            TypedExpr node = open.pop();
            if (!seen.add(node)) {
                continue;
            }
            Found part = known.get(node);
            if (part != null) {
                columns.addAll(part.columns());
                models.addAll(part.models());
            } else if (node instanceof TypedExpr.Input input) {
                add(input, columns, models);
            } else {
                List<TypedExpr> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return new Found(Collections.unmodifiableSet(columns), Collections.unmodifiableSet(models));
    }

    private void add(TypedExpr.Input input, Set<String> columns, Set<ModelDecl> models) {
        if (input.key() instanceof Columns.ColumnKey key) {
            columns.add(key.name());
        } else if (input.key() instanceof Columns.ModelKey key) {
            models.add(key.model());
            key.model().inputs().forEach(i -> columns.addAll(columns(i.typed())));
        }
    }
}
