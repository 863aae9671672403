package hep.winnow.core.run;

import hep.winnow.api.event.Part;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.step.ColumnName;
import hep.winnow.core.macro.SplitDecl;
import hep.winnow.core.model.SplitRule;
import hep.winnow.core.verbs.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Decides which part of a split each event belongs to. */
final class PartRule {
    private PartRule() {}

    /** Returns the part of each event of a frame. */
    static Part[] assign(SplitDecl split, Frame frame, long seed) {
        Part[] out = new Part[frame.size()];
        if (frame.sample().isData()) {
            Arrays.fill(out, Part.TEST);
            return out;
        }
        Optional<Part> fixed = frame.sample().part();
        boolean isRefined = split.options().isPresent() && (fixed.isEmpty() || fixed.get() == Part.TRAIN);
        if (!isRefined) {
            Arrays.fill(out, fixed.orElse(Part.TRAIN));
            return out;
        }
        Split options = split.options().orElseThrow();
        double[] u = uniforms(split.name(), options, frame, seed);
        SplitRule rule = new SplitRule(split.name(), List.of(), seed, options.train(), options.valid(), options.test());
        for (int i = 0; i < out.length; i++) {
            out[i] = rule.part(u[i]);
        }
        return out;
    }

    private static double[] uniforms(String name, Split options, Frame frame, long seed) {
        List<String> hashed = hashColumns(options, frame.sample().id());
        double[] u = new double[frame.size()];
        if (hashed.isEmpty()) {
            RandomStream rows = new RandomStream(seed)
                    .stream("split/" + name).stream(frame.sample().name());
            for (int i = 0; i < u.length; i++) {
                u[i] = rows.stream(frame.firstRow() + i).nextDouble();
            }
        } else {
            long[] hash = SplitRule.hashes(frame.columns(hashed), frame.size());
            for (int i = 0; i < u.length; i++) {
                u[i] = SplitRule.uniform(hash[i]);
            }
        }
        return u;
    }

    /** Returns the columns whose hash decides; empty for a random number per row. */
    static List<String> hashColumns(Split options, List<String> id) {
        if (options.by().isPresent()) {
            if (options.by().get() instanceof Split.Hash hash) {
                return hash.columns().isEmpty()
                        ? id
                        : hash.columns().stream().map(ColumnName::name).toList();
            }
            return List.of();
        }
        return id;
    }
}
