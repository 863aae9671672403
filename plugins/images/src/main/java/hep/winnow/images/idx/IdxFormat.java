package hep.winnow.images.idx;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;

/** Two zero bytes, the type of the values, the number of dimensions. */
public final class IdxFormat implements EventFormat {
    @Override
    public Class<? extends ReadStep> step() {
        return ReadIdx.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        byte[] head = file.bytes();
        return file.startsWith("\0\0")
                && head.length > IdxHeader.MAGIC
                && IdxType.of(head[2]).isPresent()
                && head[3] >= 1
                && head[3] <= IdxHeader.MAX_DIMENSIONS;
    }
}
