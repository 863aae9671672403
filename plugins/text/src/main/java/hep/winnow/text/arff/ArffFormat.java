package hep.winnow.text.arff;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code @relation} behind comments, which begin with a percent sign; gzipped too. A file whose first bytes are nothing but such comments is taken for one. */
public final class ArffFormat implements EventFormat {
    static final String RELATION = "@relation";

    @Override
    public Class<? extends ReadStep> step() {
        return ReadArff.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        boolean hasComments = false;
        for (String line : text.lines().toList()) {
            String content = line.strip();
            if (content.startsWith("%")) {
                hasComments = true;
            } else if (!content.isEmpty() && !content.equals("\uFEFF")) {
                return begins(content.startsWith("\uFEFF") ? content.substring(1) : content);
            }
        }
        return hasComments && file.bytes().length == FirstBytes.LENGTH;
    }

    private static boolean begins(String line) {
        return line.toLowerCase(Locale.ROOT).startsWith(RELATION);
    }
}
