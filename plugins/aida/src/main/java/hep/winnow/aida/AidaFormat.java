package hep.winnow.aida;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import java.nio.charset.StandardCharsets;

/** XML whose first element is {@code aida}; gzipped too. */
final class AidaFormat implements EventFormat {
    @Override
    public Class<? extends ReadStep> step() {
        return ReadAida.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        String head = new String(file.bytes(), StandardCharsets.ISO_8859_1).stripLeading();
        return (head.startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<")) && head.contains("<aida");
    }
}
