package hep.winnow.core.run;

import hep.winnow.core.macro.Planned;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.ScopeDecl;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In what order a program is carried out.
 *
 * @param stages one after the other
 * @param firstPass columns that the first pass reads, by sample
 * @param kept columns that are kept for later, by sample; none for a sample that only streams
 * @param presummed samples whose sum of weights or classes must be known before the first fill
 * @param totals samples whose weights the first pass sums, for their cross-sections
 * @param summed scopes whose weights the first pass sums, for measures and parts of splits
 * @param wholes of each part of a split among them, by {@link PartScopes#key}, the part and what was split
 * @param waitsFor results of other statements that a statement needs, by its number: why it is not in an earlier stage
 */
public record Plan(
        List<Stage> stages,
        Map<Integer, Set<String>> firstPass,
        Map<Integer, Set<String>> kept,
        Set<Integer> presummed,
        Set<Integer> totals,
        Set<ScopeDecl> summed,
        Map<String, PartScopes> wholes,
        Map<Integer, Set<String>> waitsFor) {
    public Plan {
        stages = List.copyOf(stages);
        firstPass = Map.copyOf(firstPass);
        kept = Map.copyOf(kept);
        presummed = Set.copyOf(presummed);
        totals = Set.copyOf(totals);
        summed = Collections.unmodifiableSet(new LinkedHashSet<>(summed));
        wholes = Map.copyOf(wholes);
        waitsFor = Map.copyOf(waitsFor);
    }

    /** Tells whether a name that a statement waits for is that of a model, and not of another result. */
    public boolean isModel(String name, Program program) {
        return program.models().stream().anyMatch(m -> m.name().equals(name));
    }

    /**
     * A part of a split, and what was split, without further cuts.
     *
     * @param whole what was split
     * @param part the part of it
     */
    public record PartScopes(ScopeDecl whole, ScopeDecl part) {
        static PartScopes of(ScopeDecl scope) {
            ScopeDecl whole = scope.split().orElseThrow().target();
            return new PartScopes(
                    whole, whole.part(scope.split().orElseThrow(), scope.part().orElseThrow(), "part"));
        }

        /** Returns the name of the part that a scope is limited to. */
        static String key(ScopeDecl scope) {
            return scope.split().orElseThrow().name() + "." + scope.part().orElseThrow();
        }
    }

    /**
     * A pass over the events, and what follows it before the next.
     *
     * @param fills statements that share the pass
     * @param barriers statements that need whole columns, in order
     */
    public record Stage(List<Planned> fills, List<Planned> barriers) {
        public Stage {
            fills = List.copyOf(fills);
            barriers = List.copyOf(barriers);
        }
    }
}
