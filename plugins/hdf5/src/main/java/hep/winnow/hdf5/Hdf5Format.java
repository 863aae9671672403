package hep.winnow.hdf5;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;

/** {@code \x89HDF}, at the beginning or behind a block of the user's own of 512 bytes, or twice as many, and so on. */
final class Hdf5Format implements EventFormat {
    static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private static final int SMALLEST_BLOCK = 512;

    @Override
    public Class<? extends ReadStep> step() {
        return ReadHdf5.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        boolean isFound = file.startsWith(SIGNATURE);
        for (int at = SMALLEST_BLOCK; at < FirstBytes.LENGTH && !isFound; at *= 2) {
            isFound = file.hasAt(at, SIGNATURE);
        }
        return isFound;
    }
}
