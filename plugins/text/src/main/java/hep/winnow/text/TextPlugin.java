package hep.winnow.text;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.text.arff.ArffFormat;
import hep.winnow.text.libsvm.LibsvmFormat;
import java.util.List;

/** Lets {@code read} take ARFF and LibSVM files. */
public final class TextPlugin implements Plugin {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public String description() {
        return "Events from ARFF files (Weka) and from LibSVM and SVMlight files";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new ArffFormat(), new LibsvmFormat());
    }
}
