package hep.winnow.core.plugin;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.VerbText;
import java.util.List;
import java.util.stream.Collectors;

/** A plugin without classes: the files {@code *.wn} of a folder. */
record TextPlugin(String id, List<VerbText> verbTexts) implements Plugin {
    TextPlugin {
        verbTexts = List.copyOf(verbTexts);
    }

    @Override
    public String description() {
        return "Verbs that are written in the language: "
                + verbTexts.stream()
                        .map(t -> t.name().substring(t.name().replace('\\', '/').lastIndexOf('/') + 1))
                        .collect(Collectors.joining(", "));
    }
}
