package hep.winnow.core.macro;

import hep.winnow.api.event.Part;
import hep.winnow.api.step.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events: those of some samples that pass cuts, in order, and belong to a part.
 *
 * @param text as the macro spells it
 * @param samples numbers of the samples, rising
 * @param cuts all cuts, inherited ones first
 * @param split the split whose part it is limited to; empty for no part
 * @param part the part; present if {@code split} is
 * @param failsByMissing if true, the last cut counts the other way round: events that fail it because a comparison met a missing value
 */
public record ScopeDecl(
        String text,
        List<Integer> samples,
        List<CutDecl> cuts,
        Optional<SplitDecl> split,
        Optional<Part> part,
        boolean failsByMissing)
        implements Scope {
    public ScopeDecl {
        samples = List.copyOf(samples);
        cuts = List.copyOf(cuts);
    }

    /** Returns all events of some samples. */
    static ScopeDecl of(String text, List<Integer> samples) {
        return new ScopeDecl(text, samples, List.of(), Optional.empty(), Optional.empty(), false);
    }

    /** Returns the events of any sample that pass cuts. */
    public static ScopeDecl passing(List<CutDecl> cuts) {
        return new ScopeDecl("", List.of(), cuts, Optional.empty(), Optional.empty(), false);
    }

    @Override
    public boolean isPart() {
        return part.isPresent();
    }

    /** Returns this scope under another name. */
    public ScopeDecl named(String name) {
        return new ScopeDecl(name, samples, cuts, split, part, failsByMissing);
    }

    /** Returns this scope without its part. */
    public ScopeDecl whole() {
        return new ScopeDecl(text, samples, cuts, Optional.empty(), Optional.empty(), false);
    }

    /** Returns this scope limited to a part. */
    public ScopeDecl part(SplitDecl of, Part wanted, String name) {
        return new ScopeDecl(name, samples, cuts, Optional.of(of), Optional.of(wanted), false);
    }

    /** Returns this scope limited to some samples. */
    public ScopeDecl samples(List<Integer> wanted) {
        return new ScopeDecl(
                text, samples.stream().filter(wanted::contains).toList(), cuts, split, part, failsByMissing);
    }

    /** Returns this scope with only the first {@code count} cuts. */
    public ScopeDecl prefix(int count) {
        return new ScopeDecl(text, samples, cuts.subList(0, count), split, part, false);
    }

    /** Returns the events that fail cut {@code at} of this scope only because a value was missing. */
    public ScopeDecl failingByMissing(int at) {
        return new ScopeDecl(text, samples, cuts.subList(0, at + 1), split, part, true);
    }

    /** Returns this scope with other cuts in place of its own. */
    public ScopeDecl withCuts(List<CutDecl> others) {
        return new ScopeDecl(text, samples, others, split, part, false);
    }

    /** Returns this scope with further cuts. */
    ScopeDecl with(List<CutDecl> more) {
        List<CutDecl> all = new ArrayList<>(cuts);
        all.addAll(more);
        return new ScopeDecl(text, samples, all, split, part, false);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
