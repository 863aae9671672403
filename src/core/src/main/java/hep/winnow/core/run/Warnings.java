package hep.winnow.core.run;

import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The warnings of a run: told as they come, and kept for its record. */
final class Warnings {
    private final Earlier earlier;
    private final RunListener listener;
    private final List<String> warnings = new ArrayList<>();

    Warnings(Earlier earlier, RunListener listener) {
        this.earlier = earlier;
        this.listener = listener;
    }

    /**
     * Warns of something, unless an earlier run did that no statement is to blame for.
     *
     * @param line of the statement that is to blame; 0 for none
     */
    void add(int line, String message) {
        String text = line > 0 ? "line " + line + ": " + message : message;
        if (line == 0 && earlier.warnings().contains(text)) {
            return;
        }
        warnings.add(text);
        listener.warning(line, message);
    }

    /** Returns all warnings, those of earlier runs first. */
    List<String> all() {
        return Stream.concat(earlier.warnings().stream(), warnings.stream()).toList();
    }

    /** Told before anything else, and kept in run.json and the report. */
    void ofLimits(Program program) {
        Map<Integer, List<String>> byLimit = new LinkedHashMap<>();
        for (SampleDecl sample : program.samples()) {
            if (sample.screening().limit() > 0) {
                byLimit.computeIfAbsent(sample.screening().limit(), l -> new ArrayList<>())
                        .add(sample.name());
            }
        }
        byLimit.forEach((limit, names) -> add(
                0,
                "ONLY A TRY: limit= uses the first " + limit + " events of "
                        + (names.size() == 1 ? "sample '" : "the samples '") + String.join("', '", names)
                        + "'. Samples with xsec= are scaled to all of it by the sum of weights of these events; yields"
                        + " of all others are those of these events alone"));
    }

    /** Tells of rows that could not be read. */
    void ofBadRows(List<SampleStore> stores) {
        for (SampleStore store : stores) {
            if (store.skipped() > 0) {
                add(
                        0,
                        "sample '" + store.sample().name() + "': " + store.skipped()
                                + " rows could not be read and were left out, the first of them:\n  "
                                + String.join("\n  ", store.badRows()));
            }
        }
    }
}
