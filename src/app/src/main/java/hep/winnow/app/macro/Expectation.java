package hep.winnow.app.macro;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.app.shell.Words;
import hep.winnow.core.run.Forecast;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run is expected to hold in memory, in words. */
final class Expectation {
    private final Forecast forecast;
    private final boolean isSet;

    /**
     * Makes one.
     *
     * @param isSet whether the macro or the user says how much events may take
     */
    Expectation(Forecast forecast, boolean isSet) {
        this.forecast = forecast;
        this.isSet = isSet;
    }

    List<String> lines() {
        String why = isSet ? "" : ", as neither set memory= nor --memory says otherwise";
        List<String> out = new ArrayList<>();
        out.add("events may take " + Bytes.text(forecast.limit()) + " of a heap of " + Bytes.text(forecast.heap())
                + why);
        forecast.samples().stream().filter(Forecast.OfSample::isKept).forEach(s -> out.add(line(s)));
        out.add(
                forecast.spilled() > 0
                        ? "about " + Bytes.text(forecast.spilled())
                                + " of it do not fit and go to temporary files in the out folder; trainings go through their"
                                + " events in blocks"
                        : "all of it is expected to fit");
        forecast.models().forEach(m -> out.add(line(m)));
        return out;
    }

    private static String line(Forecast.OfModel model) {
        String name = "'" + model.name() + "'";
        return model.bytes().isEmpty()
                ? "what " + name + " takes itself while it is trained is not counted: its learner cannot tell before"
                        + " events are read"
                : name + " takes " + (model.isLeast() ? "at least " : "") + "about "
                        + Bytes.text(model.bytes().getAsLong())
                        + " besides events while it is trained, for its numbers, their gradient and what the solver"
                        + " keeps";
    }

    private static String line(Forecast.OfSample sample) {
        String name = "'" + sample.sample().name() + "'";
        String each = sample.bytesPerEvent() + " bytes an event (" + widths(sample.kept()) + Forecast.EVENT_BYTES
                + " for weight, class, id and part)";
        if (sample.events().isEmpty()) {
            return "what is kept of " + name + " takes " + each
                    + "; how many there are cannot be told before it is read";
        }
        String about = sample.isCounted() ? "" : "some ";
        return "what is kept of " + name + " takes about "
                + Bytes.text(sample.bytes().orElse(0)) + ": " + about
                + Words.grouped(sample.events().getAsLong()) + " events of " + each;
    }

    /** Returns how many columns take how much, the widest first. */
    private static String widths(List<ColumnInfo> kept) {
        Map<Long, Long> counts = new TreeMap<>((a, b) -> Long.compare(b, a));
        kept.forEach(c -> counts.merge(Kept.width(c.type()), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(e -> Words.count(e.getValue(), "column") + " of " + e.getKey() + ", ")
                .collect(Collectors.joining());
    }
}
