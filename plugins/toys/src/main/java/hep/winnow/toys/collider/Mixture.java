package hep.winnow.toys.collider;

import java.util.List;

/** Which processes a sample holds. */
public enum Mixture {
    /** The signal: a scalar of 125 GeV to W W*. */
    HWW,
    /** The continuum of W pairs. */
    WW,
    /** Top pairs. */
    TT,
    /** All three in turn, with a column {@code process}. */
    MIXED;

    private static final List<Channel> ALL = List.of(Channel.HWW, Channel.WW, Channel.TT);

    /** Returns the process of that event of the sample. */
    Channel of(long event) {
        return switch (this) {
            case HWW -> Channel.HWW;
            case WW -> Channel.WW;
            case TT -> Channel.TT;
            case MIXED -> ALL.get((int) (event % ALL.size()));
        };
    }

    /** Tells whether there is more than one process. */
    boolean isMixed() {
        return this == MIXED;
    }
}
