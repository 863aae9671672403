package hep.winnow.columnar;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.columnar.arrow.ArrowFormat;
import hep.winnow.columnar.arrow.ArrowWriterFormat;
import hep.winnow.columnar.parquet.ParquetFormat;
import hep.winnow.columnar.parquet.ParquetWriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take Parquet and Arrow files. */
public final class ColumnarPlugin implements Plugin {
    @Override
    public String id() {
        return "columnar";
    }

    @Override
    public String description() {
        return "Events from and to Parquet and Arrow files, those of pandas, Polars, Spark and Awkward Array";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new ParquetFormat(), new ArrowFormat());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new ParquetWriterFormat(), new ArrowWriterFormat());
    }
}
