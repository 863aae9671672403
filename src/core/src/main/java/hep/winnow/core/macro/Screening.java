package hep.winnow.core.macro;

import hep.winnow.api.step.Duplicates;
import hep.winnow.core.lookup.CertifiedMask;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which of a sample's events are used, told as they are read.
 *
 * @param limit how many at most; 0 for all
 * @param duplicates what becomes of an event whose id was there before
 * @param id columns that name an event; empty if duplicates are not looked for
 * @param mask of certified data
 * @param section columns of run and luminosity section; empty without a mask
 */
public record Screening(
        int limit, Duplicates duplicates, List<String> id, Optional<CertifiedMask> mask, List<String> section) {
    /** Uses all events, and looks at nothing. */
    public static final Screening NONE = new Screening(0, Duplicates.KEEP, List.of(), Optional.empty(), List.of());

    public Screening {
        id = List.copyOf(id);
        section = List.copyOf(section);
    }

    /** Tells whether duplicates are looked for. */
    public boolean looksForDuplicates() {
        return duplicates != Duplicates.KEEP && !id.isEmpty();
    }

    /** Returns the columns that it needs, each once. */
    public List<String> columns() {
        LinkedHashSet<String> columns = new LinkedHashSet<>(section);
        if (looksForDuplicates()) {
            columns.addAll(id);
        }
        return new ArrayList<>(columns);
    }
}
