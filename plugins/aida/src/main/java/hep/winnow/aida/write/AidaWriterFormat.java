package hep.winnow.aida.write;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tuples in AIDA XML, one a file, by the name of the file; comments say where the events come from. */
public final class AidaWriterFormat implements EventWriterFormat {
    static final List<String> ENDINGS = List.of(".aida", ".aida.gz");

    @Override
    public String name() {
        return "aida";
    }

    @Override
    public List<String> endings() {
        return ENDINGS;
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        if (column.depth() > 0) {
            return Optional.of("it has a list of values per event, and a row of a tuple holds one value a column");
        }
        if (column.name().indexOf('=') >= 0) {
            return Optional.of("behind a '=' in its name AIDA expects a default value: give it another by define");
        }
        String reason = XmlText.refusal(column.name());
        return reason.isEmpty() ? Optional.empty() : Optional.of("its name has " + reason);
    }

    @Override
    public boolean holdsProvenance() {
        return true;
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) throws IOException {
        return AidaWriter.begin(file, head);
    }

    /** Returns the name of a file without folders and endings. */
    static String stem(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        for (String ending : List.of(".gz", ".aida")) {
            name = name.length() > ending.length() && name.endsWith(ending)
                    ? name.substring(0, name.length() - ending.length())
                    : name;
        }
        return XmlText.cleaned(name);
    }
}
