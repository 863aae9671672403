package hep.winnow.core.run;

import hep.winnow.api.event.Part;
import hep.winnow.core.expr.Evaluator;
import hep.winnow.core.expr.TypedExpr;
import hep.winnow.core.macro.CutDecl;
import hep.winnow.core.macro.ScopeDecl;
import hep.winnow.core.macro.SplitDecl;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cuts and parts of scopes as a tree: what scopes have in common at their beginning is worked out once. Built first, then only read. */
final class ScopeTree {
    private static final int ROOT = 0;

    private final Roots roots;
    private final List<Node> nodes = new ArrayList<>();

    /**
     * Some events of a parent.
     *
     * @param parent whose events these are some of; -1 for all
     * @param condition which root decides; -1 if a part does
     * @param isMissing whether it is those that the condition fails because a value is missing
     */
    private record Node(int parent, int condition, boolean isMissing, Optional<SplitDecl> split, Optional<Part> part) {}

    /** Expressions to evaluate together, each once. */
    static final class Roots {
        private final IdentityHashMap<TypedExpr, Integer> index = new IdentityHashMap<>();
        private final List<TypedExpr> expressions = new ArrayList<>();

        /** Returns the number of an expression. */
        int add(TypedExpr expression) {
            Integer known = index.putIfAbsent(expression, expressions.size());
            if (known == null) {
                expressions.add(expression);
            }
            return known == null ? expressions.size() - 1 : known;
        }

        List<TypedExpr> expressions() {
            return List.copyOf(expressions);
        }
    }

    ScopeTree(Roots roots) {
        this.roots = roots;
        nodes.add(new Node(-1, -1, false, Optional.empty(), Optional.empty()));
    }

    /** Returns the number of nodes. */
    int size() {
        return nodes.size();
    }

    /** Returns the node of a scope, whose first {@code passed} cuts all events of the tree pass. */
    int add(ScopeDecl scope, int passed) {
        int at = ROOT;
        List<CutDecl> cuts = scope.cuts();
        for (int k = passed; k < cuts.size(); k++) {
            boolean isMissing = scope.failsByMissing() && k == cuts.size() - 1;
            int condition = roots.add(cuts.get(k).condition());
            at = node(new Node(at, condition, isMissing, Optional.empty(), Optional.empty()));
        }
        return scope.part().isEmpty() ? at : node(new Node(at, -1, false, scope.split(), scope.part()));
    }

    private int node(Node node) {
        int known = nodes.indexOf(node);
        if (known < 0) {
            nodes.add(node);
        }
        return known < 0 ? nodes.size() - 1 : known;
    }

    /**
     * The rows of a node within what was evaluated.
     *
     * @param rows of each node as far as they are known, changed
     * @param values of the tree's roots
     * @param origin which rows of the frame were evaluated
     */
    int[] rows(int node, int[] @Nullable [] rows, Evaluator.Result values, Frame frame, int[] origin) {
        int[] known = rows[node];
        if (known != null) {
            return known;
        }
        Node wanted = nodes.get(node);
        int[] found;
        if (wanted.parent() < 0) {
            found = Selection.all(origin.length);
        } else {
            int[] parent = rows(wanted.parent(), rows, values, frame, origin);
            found = of(wanted, parent, values, frame, origin);
        }
        rows[node] = found;
        return found;
    }

    private static int[] of(Node node, int[] parent, Evaluator.Result values, Frame frame, int[] origin) {
        if (node.part().isPresent()) {
            boolean[] isIn = frame.isIn(node.split().orElseThrow(), node.part().get());
            return Selection.passing(parent, Selection.of(isIn, origin));
        }
        boolean[] holds = values.mask(node.condition());
        if (!node.isMissing()) {
            return Selection.passing(parent, holds);
        }
        boolean[] missing = values.touchedMissing(node.condition());
        return missing.length == 0 ? new int[0] : Selection.passing(parent, missing, holds);
    }
}
