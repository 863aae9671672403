package hep.winnow.api.event;

import java.util.Optional;

/**
 * How values are packed in a file.
 *
 * @param level 0 for not at all, to 9 for as small as can be
 * @param codec by what, one of the names that the format has; empty if the format is to choose; present only if the level is not 0
 */
public record Compression(int level, Optional<String> codec) {
    /** Values as they are. */
    public static final Compression NONE = of(0);

    private static final int MOST = 9;

    public Compression {
        if (level < 0 || level > MOST) {
            throw new IllegalArgumentException("compression goes from 0 to 9, found " + level);
        }
        if (level == 0 && codec.isPresent()) {
            throw new IllegalArgumentException("what is not packed has no codec, found " + codec.get());
        }
    }

    /** Returns that of a level, by a codec that the format chooses. */
    public static Compression of(int level) {
        return new Compression(level, Optional.empty());
    }
}
