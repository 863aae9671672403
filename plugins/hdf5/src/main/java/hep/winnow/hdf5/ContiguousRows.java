package hep.winnow.hdf5;

import hep.winnow.api.diagnostic.UserError;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A dataset that lies in the file as it is. */
final class ContiguousRows extends Rows {
    private final HdfBackingStorage storage;
    private final long address;

    ContiguousRows(ContiguousDataset dataset, Path file, long fileBytes) {
        super(dataset);
        this.storage = dataset.getHdfFile().getHdfBackingStorage();
        this.address = dataset.getDataAddress();
        long end = address + count() * rowBytes();
        if (count() > 0 && (address < 0 || end > fileBytes)) {
            throw UserError.data(
                    file + " should have " + dataset.getPath() + " up to byte " + end + ", but has " + fileBytes
                            + " bytes",
                    Guard.HELP);
        }
    }

    @Override
    ByteBuffer read(long row, int n) {
        byte[] bytes = new byte[n * rowBytes()];
        storage.map(address + row * rowBytes(), bytes.length).get(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
