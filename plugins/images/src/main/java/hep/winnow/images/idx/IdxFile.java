package hep.winnow.images.idx;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An IDX file whose header is read.
 *
 * @param path the file
 * @param header its header
 */
record IdxFile(Path path, IdxHeader header) {
    /** Reads the header, and checks the length of a file that is not compressed; with {@code mayEnd} it may end too early. */
    static IdxFile open(Path path, boolean mayEnd) {
        try (IdxInput in = IdxInput.open(path)) {
            IdxHeader header = IdxHeader.read(in);
            long found = Files.size(path);
            if (!in.isGzip() && found != header.fileBytes() && !(mayEnd && found < header.fileBytes())) {
                throw UserError.data(
                        path + " has " + found + " bytes, but " + header.fileBytes() + " by its header ("
                                + header.items() + " times " + header.shape() + ")",
                        found < header.fileBytes()
                                ? "it ends at byte " + found + ", in item "
                                        + Math.max(0, found - header.bytes()) / Math.max(1, header.itemBytes())
                                        + " counted from 0: check that the file is whole"
                                : "check that the file is whole");
            }
            return new IdxFile(path, header);
        } catch (IOException e) {
            throw UserError.data(path + " cannot be read: " + e.getMessage(), "")
                    .because(e);
        }
    }

    /** Opens the file behind its header. */
    IdxInput values() throws IOException {
        IdxInput in = IdxInput.open(path);
        in.read(header.bytes(), "the header");
        return in;
    }
}
