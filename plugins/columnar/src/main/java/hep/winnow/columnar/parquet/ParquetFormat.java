package hep.winnow.columnar.parquet;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;

/** {@code PAR1}, at the beginning and at the end. */
public final class ParquetFormat implements EventFormat {
    static final String MAGIC = "PAR1";

    @Override
    public Class<? extends ReadStep> step() {
        return ReadParquet.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(MAGIC);
    }
}
