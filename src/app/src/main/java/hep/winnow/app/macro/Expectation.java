package hep.winnow.app.macro;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.app.shell.Words;
import hep.winnow.core.macro.Program;
import hep.winnow.core.macro.SampleDecl;
import hep.winnow.core.run.Plan;
import hep.winnow.core.spill.Kept;
import hep.winnow.core.spill.Memory;
import hep.winnow.core.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** What a run is expected to hold in memory, told before an event is read: from the sizes of files, where they do not say how many events they hold. */
final class Expectation {
    /** Characters of a number with what parts it from the next, in a text file. */
    private static final int TEXT_BYTES = 8;

    /** Weight, class, id and part of an event that is kept. */
    private static final int EVENT_BYTES = 32;

    private final Program program;
    private final Plan plan;
    private final OptionalDouble setting;

    Expectation(Program program, Plan plan, OptionalDouble setting) {
        this.program = program;
        this.plan = plan;
        this.setting = setting.isPresent() ? setting : program.memory();
    }

    List<String> lines() {
        long heap = Runtime.getRuntime().maxMemory();
        long limit = Memory.limit(setting, heap);
        List<String> out = new ArrayList<>();
        String why = setting.isPresent() ? "" : ", as neither set memory= nor --memory says otherwise";
        out.add("events may take " + Bytes.text(limit) + " of a heap of " + Bytes.text(heap) + why);
        double all = 0;
        for (SampleDecl sample : program.samples()) {
            if (plan.kept().containsKey(sample.index())) {
                OptionalLong events = events(sample);
                if (events.isEmpty()) {
                    out.add("how much of '" + sample.name() + "' is kept cannot be told before it is read");
                    continue;
                }
                double bytes = (double) events.getAsLong() * perEvent(sample);
                all += bytes;
                out.add("what is kept of '" + sample.name() + "' takes about " + Bytes.text(bytes) + ", for some "
                        + Words.grouped(events.getAsLong()) + " events");
            }
        }
        out.add(
                all > limit
                        ? "about " + Bytes.text(all - limit)
                                + " of it do not fit and go to temporary files in the out folder; trainings go through their"
                                + " events in blocks"
                        : "all of it is expected to fit");
        return out;
    }

    private long perEvent(SampleDecl sample) {
        Set<String> kept = plan.kept().getOrDefault(sample.index(), Set.of());
        return EVENT_BYTES
                + sample.source().schema().stream()
                        .filter(c -> kept.contains(c.name()))
                        .mapToLong(c -> Kept.width(c.type()))
                        .sum();
    }

    private static OptionalLong events(SampleDecl sample) {
        if (sample.source().events().isPresent()) {
            return sample.source().events();
        }
        long bytes = sample.source().fileBytes();
        List<ColumnInfo> schema = sample.source().schema();
        return bytes == 0 || schema.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(bytes / ((long) TEXT_BYTES * schema.size()));
    }
}
