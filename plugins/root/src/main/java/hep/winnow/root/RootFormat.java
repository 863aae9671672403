package hep.winnow.root;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import hep.winnow.root.file.RootFile;

/** {@code root}, at the beginning. */
final class RootFormat implements EventFormat {
    @Override
    public Class<? extends ReadStep> step() {
        return ReadRoot.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        // A text may begin with the same word, but not with a version behind it.
        return file.startsWith(RootFile.MAGIC) && file.bytes().length > 8 && file.bytes()[4] == 0;
    }
}
