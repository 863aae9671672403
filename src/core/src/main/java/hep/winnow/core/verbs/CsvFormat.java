package hep.winnow.core.verbs;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;

/** Tables of text: what a file is that no plugin's format recognises. */
public final class CsvFormat implements EventFormat {
    @Override
    public Class<? extends ReadStep> step() {
        return ReadCsv.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        for (byte b : file.bytes()) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }
}
