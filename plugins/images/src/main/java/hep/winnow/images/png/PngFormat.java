package hep.winnow.images.png;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;

/** The eight bytes that each PNG file begins with. */
public final class PngFormat implements EventFormat {
    /** One character per byte. */
    static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

    @Override
    public Class<? extends ReadStep> step() {
        return ReadPng.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return file.startsWith(SIGNATURE);
    }
}
