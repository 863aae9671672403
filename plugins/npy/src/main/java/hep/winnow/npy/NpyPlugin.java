package hep.winnow.npy;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take arrays of NumPy. */
public final class NpyPlugin implements Plugin {
    @Override
    public String id() {
        return "npy";
    }

    @Override
    public String description() {
        return "Events from and to arrays of NumPy: NPY (one array) and NPZ (one array a column)";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new NpyFormat());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new NpyWriterFormat(), new NpzWriterFormat());
    }
}
