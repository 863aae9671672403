package hep.winnow.core.run;

import hep.winnow.core.macro.Planned;
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
 * @param waitsFor results of other statements that a statement needs, by its number: why it is not in an earlier stage
 */
public record Plan(
        List<Stage> stages,
        Map<Integer, Set<String>> firstPass,
        Map<Integer, Set<String>> kept,
        Set<Integer> presummed,
        Map<Integer, Set<String>> waitsFor) {
    public Plan {
        stages = List.copyOf(stages);
        firstPass = Map.copyOf(firstPass);
        kept = Map.copyOf(kept);
        presummed = Set.copyOf(presummed);
        waitsFor = Map.copyOf(waitsFor);
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
