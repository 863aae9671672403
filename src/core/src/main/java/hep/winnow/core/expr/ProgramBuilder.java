package hep.winnow.core.expr;

import hep.winnow.core.expr.Program.Guard;
import hep.winnow.core.lang.Expr.BinaryOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lays expressions out as a {@link Program}: operands before what uses them, each node once, inputs and scalars once per key. */
final class ProgramBuilder {
    private static final int NONE = -1;
    private static final int LONGEST_CHAIN = 30;

    private final List<TypedExpr> roots;
    private final IdentityHashMap<TypedExpr, Integer> slots = new IdentityHashMap<>();
    private final Map<Object, Integer> inputSlots = new HashMap<>();
    private final Map<Object, Integer> scalarSlots = new HashMap<>();
    private final List<TypedExpr> nodes = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final Map<Guard, Integer> guardNumbers = new HashMap<>();

    ProgramBuilder(List<TypedExpr> roots) {
        this.roots = roots;
    }

    Program build() {
        for (TypedExpr root : roots) {
            place(root);
        }
        int[] rootSlots = roots.stream().mapToInt(this::slot).toArray();
        InstructionMaker maker = new InstructionMaker(this::slot);
        return new Program(
                nodes.stream().map(node -> node.accept(maker)).toList(),
                List.copyOf(nodes),
                nodes.stream().map(TypedExpr::type).toList(),
                guardNodes(rootSlots),
                guards,
                findDying(rootSlots),
                rootSlots,
                of(TypedExpr.Input.class),
                of(TypedExpr.Scalar.class));
    }

    private <T extends TypedExpr> List<T> of(Class<T> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private int slot(TypedExpr node) {
        return Objects.requireNonNull(slots.get(node.unwrap()), "not placed");
    }

    /** Places a node behind its operands. Without recursion: a chain of defines may be longer than the stack. */
    private void place(TypedExpr root) {
        Deque<TypedExpr> open = new ArrayDeque<>();
        open.push(root.unwrap());
        while (!open.isEmpty()) {
            TypedExpr node = open.peek();
            boolean isReady = slots.containsKey(node);
            if (!isReady) {
                int before = open.size();
                List<TypedExpr> children = node.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    TypedExpr child = children.get(i).unwrap();
                    if (!slots.containsKey(child)) {
                        open.push(child);
                    }
                }
                isReady = open.size() == before;
            }
            if (isReady) {
                open.pop();
                slots.computeIfAbsent(node, this::add);
            }
        }
    }

    private int add(TypedExpr node) {
        if (node instanceof TypedExpr.Input input) {
            return inputSlots.computeIfAbsent(input.key(), k -> append(node));
        }
        if (node instanceof TypedExpr.Scalar scalar) {
            return scalarSlots.computeIfAbsent(scalar.key(), k -> append(node));
        }
        return append(node);
    }

    private int append(TypedExpr node) {
        nodes.add(node);
        return nodes.size() - 1;
    }

    /**
     * Finds the guard of each node: the innermost that is around all its uses. From the last node to the first, so that all uses of a
     * node are known when it is reached.
     */
    private int[] guardNodes(int[] rootSlots) {
        int[] guardOf = new int[nodes.size()];
        boolean[] isUsed = new boolean[nodes.size()];
        Arrays.fill(guardOf, NONE);
        for (int root : rootSlots) {
            isUsed[root] = true;
        }
        for (int s = nodes.size() - 1; s >= 0; s--) {
            List<TypedExpr> children = nodes.get(s).children();
            if (canFail(nodes.get(s))) {
                guardOf[s] = NONE;
            }
            for (int i = 0; i < children.size(); i++) {
                int child = slot(children.get(i));
                int guard = guardOfUse(nodes.get(s), i, guardOf[s]);
                guardOf[child] = isUsed[child] ? common(guardOf[child], guard) : guard;
                isUsed[child] = true;
            }
        }
        return guardOf;
    }

    /**
     * Two lists are held against each other in every event, whether or not its value is asked for: else it would depend on the events beside it in its block whether
     * lists of different lengths are told. So are lookups that end the run.
     */
    private static boolean canFail(TypedExpr node) {
        boolean failsOutside =
                node instanceof TypedExpr.Lookup lookup && lookup.table().failsOutside();
        return failsOutside
                || node.children().stream().filter(c -> c.type().isList()).count() > 1;
    }

    /** Lists are computed whole, so that their shape is known. */
    private int guardOfUse(TypedExpr user, int operand, int outer) {
        if (operand == 0 || user.type().isList()) {
            return outer;
        }
        if (user instanceof TypedExpr.Logic logic) {
            return guardOfRight(logic, outer, outer, LONGEST_CHAIN);
        }
        if (user instanceof TypedExpr.Select select) {
            return guard(new Guard(outer, outer, slot(select.condition()), operand == 1));
        }
        return outer;
    }

    /** In {@code a and b and c} what guards b also guards c, so that something that b and c share is still guarded by a. */
    private int guardOfRight(TypedExpr.Logic logic, int outer, int base, int chain) {
        boolean goesOn = logic.left().unwrap() instanceof TypedExpr.Logic left && left.op() == logic.op() && chain > 0;
        int around = goesOn ? guardOfRight((TypedExpr.Logic) logic.left().unwrap(), outer, base, chain - 1) : outer;
        return guard(new Guard(around, base, slot(logic.left()), logic.op() == BinaryOp.AND));
    }

    private int guard(Guard guard) {
        return guardNumbers.computeIfAbsent(guard, g -> {
            guards.add(g);
            return guards.size() - 1;
        });
    }

    /** A guard has a greater number than the one around it. */
    private int common(int a, int b) {
        int first = a;
        int second = b;
        while (first != second) {
            if (first > second) {
                first = guards.get(first).outer();
            } else {
                second = guards.get(second).outer();
            }
        }
        return first;
    }

    private int[][] findDying(int[] rootSlots) {
        boolean[] isRead = new boolean[nodes.size()];
        for (int root : rootSlots) {
            isRead[root] = true;
        }
        int[][] dying = new int[nodes.size()][];
        for (int s = nodes.size() - 1; s >= 0; s--) {
            int[] operands = nodes.get(s).children().stream()
                    .mapToInt(this::slot)
                    .distinct()
                    .toArray();
            dying[s] = Arrays.stream(operands).filter(o -> !isRead[o]).toArray();
            for (int operand : operands) {
                isRead[operand] = true;
            }
        }
        return dying;
    }
}
