package hep.winnow.parquet;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take Parquet files. */
public final class ParquetPlugin implements Plugin {
    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public String description() {
        return "Events from and to Parquet files, those of pandas, Arrow, Spark and Awkward Array";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new ParquetFormat());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new ParquetWriterFormat());
    }
}
