package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.api.Dataset;
import io.jhdf.dataset.DatasetBase;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A small dataset, which lies in its own header. */
final class CompactRows extends Rows {
    private final ByteBuffer data;

    CompactRows(Dataset dataset, Path file) {
        super(dataset);
        if (!(dataset instanceof DatasetBase base)) {
            throw UserError.data(file + " has the dataset " + dataset.getPath() + " of a layout that is not known", "");
        }
        this.data = base.getDataBuffer();
        if (data.remaining() < count() * rowBytes()) {
            throw UserError.data(
                    file + " has " + data.remaining() + " bytes of " + dataset.getPath() + ", expected "
                            + count() * rowBytes(),
                    Guard.HELP);
        }
    }

    @Override
    ByteBuffer read(long row, int n) {
        byte[] bytes = new byte[n * rowBytes()];
        data.duplicate().position(data.position() + (int) row * rowBytes()).get(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
