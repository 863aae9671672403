package hep.winnow.core.model;

import hep.winnow.api.learn.Model;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelReader;
import hep.winnow.api.learn.ModelState;
import java.util.List;

/** Makes models of another program again from the file that {@code *.wnm} keeps of them. */
public final class ImportedReader implements ModelReader {
    private final ModelFormat format;

    /** Makes a reader of models of one format. */
    public ImportedReader(ModelFormat format) {
        this.format = format;
    }

    @Override
    public String learner() {
        return format.name();
    }

    @Override
    public Model read(ModelState state) {
        byte[] file = OriginalFile.toBytes((List<?>) state.setting(ImportedModel.FILE));
        int output = Math.toIntExact((long) state.number(ImportedModel.OUTPUT));
        String variant = state.text(ImportedModel.VARIANT);
        return new ImportedModel(
                format.name(), file, ImportedModel.scorer(format.read(file), variant), output, variant);
    }
}
