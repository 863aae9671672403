package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import java.util.Optional;

/** {@code set seed=1 lumi=139/fb}: what holds for the whole macro. */
@Verb(
        value = "set",
        doc = "Sets what holds for the whole macro.",
        examples = {"set seed=20260917 lumi=139/fb", "set memory=2GB"})
public record Set(
        @Option(
                doc = "seed of all random numbers",
                min = 0,
                alsoKnownAs = {"random_state", "SplitSeed"})
        Optional<Long> seed,

        @Option(
                doc = "integrated luminosity that samples with xsec= are scaled to",
                unit = "1/pb",
                min = 0,
                aboveMin = true,
                alsoKnownAs = "luminosity")
        Optional<Double> lumi,

        @Option(
                doc =
                        "what events may take of the heap at once: a size such as 2GB, or a share of the heap such as 25%; half of it if not set. What is beyond lies in temporary files in the out folder while the macro runs",
                min = 0,
                aboveMin = true,
                alsoKnownAs = {"max_memory", "memory_limit", "cache_size"})
        Optional<Double> memory,

        @Option(
                doc = "how many events of each sample to use while one tries things out, which the run tells loudly;"
                        + " 0 for all",
                min = 0,
                alsoKnownAs = {"max_events", "maxevents"})
        Optional<Integer> limit)
        implements Declaration {
    /** Seed where the macro sets none. */
    public static final long DEFAULT_SEED = 1;
}
