package hep.winnow.imports.keras;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.step.FirstBytes;
import java.util.List;

/** What {@code model.save} writes: HDF5 files of Keras 1 to 3, and the zip files {@code *.keras} of 2.12 and later. */
public final class KerasFormat implements ModelFormat {
    static final String HDF5 = "\u0089HDF\r\n\u001a\n";

    private static final String ZIP = "PK\u0003\u0004";

    /** Where the name of a zip's first entry stands. */
    private static final int NAME = 30;

    @Override
    public String name() {
        return "keras";
    }

    @Override
    public String description() {
        return "Keras 1 to 3 (*.h5, *.keras)";
    }

    /** An HDF5 file may be a file of events too; but this is asked only where a model is wanted. */
    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(HDF5) || isArchive(file);
    }

    private static boolean isArchive(FirstBytes file) {
        return file.startsWith(ZIP)
                && List.of(KerasArchive.METADATA, KerasArchive.CONFIG, KerasArchive.WEIGHTS, KerasArchive.ASSETS)
                        .stream()
                        .anyMatch(name -> file.hasAt(NAME, name));
    }

    @Override
    public ForeignModel read(byte[] file) {
        try {
            KerasFile keras = file[0] == 'P' ? KerasArchive.read(file) : LegacyFile.read(file);
            return new KerasModel(keras).read();
        } catch (UserError e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // The library that reads HDF5 throws whatever its code comes across in a damaged file.
            throw UserError.data(
                            "it is damaged: what its parts say of each other does not fit together",
                            "copy it again; h5dump -H shows what is in an HDF5 file")
                    .because(e);
        }
    }
}
