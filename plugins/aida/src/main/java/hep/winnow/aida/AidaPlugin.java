package hep.winnow.aida;

import hep.winnow.aida.write.AidaFigures;
import hep.winnow.aida.write.AidaWriterFormat;
import hep.winnow.api.Plugin;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take AIDA XML files, and writes what figures show to them. */
public final class AidaPlugin implements Plugin {
    @Override
    public String id() {
        return "aida";
    }

    @Override
    public String description() {
        return "Tuples, histograms and points of AIDA XML files, those of JAS and JAIDA, in and out";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new AidaFormat());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new AidaWriterFormat());
    }

    @Override
    public List<FigureDataFormat> figureDataFormats() {
        return List.of(new AidaFigures());
    }
}
