package hep.winnow.report;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.Step;
import java.util.List;

/** Brings {@code report}. */
public final class ReportPlugin implements Plugin {
    @Override
    public String id() {
        return "report";
    }

    @Override
    public String description() {
        return "Tells of a run on one page";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(Report.class);
    }
}
