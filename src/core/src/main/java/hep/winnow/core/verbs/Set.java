package hep.winnow.core.verbs;

import hep.winnow.api.step.Declaration;
import hep.winnow.api.step.Option;
import hep.winnow.api.step.Verb;
import java.util.Optional;

/** {@code set seed=1 lumi=139/fb}: what holds for the whole macro. */
@Verb(value = "set", doc = "Sets what holds for the whole macro.", examples = "set seed=20260917 lumi=139/fb")
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
        Optional<Double> lumi)
        implements Declaration {
    /** Seed where the macro sets none. */
    public static final long DEFAULT_SEED = 1;
}
