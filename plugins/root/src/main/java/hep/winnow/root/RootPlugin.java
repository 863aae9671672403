package hep.winnow.root;

import hep.winnow.api.Plugin;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.root.write.RootFigures;
import hep.winnow.root.write.RootWriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take ROOT files. */
public final class RootPlugin implements Plugin {
    @Override
    public String id() {
        return "root";
    }

    @Override
    public String description() {
        return "Events and histograms from and to ROOT files";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new RootFormat());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new RootWriterFormat());
    }

    @Override
    public List<FigureDataFormat> figureDataFormats() {
        return List.of(new RootFigures());
    }
}
