package hep.winnow.aida;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import java.util.List;

/** Lets {@code read} take tuples of AIDA XML files. */
public final class AidaPlugin implements Plugin {
    @Override
    public String id() {
        return "aida";
    }

    @Override
    public String description() {
        return "Events from tuples in AIDA XML files, as JAS and JAIDA write them";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new AidaFormat());
    }
}
