package hep.winnow.text.libsvm;

import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.api.step.ReadStep;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Lines of a label and pairs {@code index:value}, at least one of which has a pair; gzipped too. */
public final class LibsvmFormat implements EventFormat {
    /** So many lines tell. */
    private static final int LINES = 20;

    private static final String REAL = "[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?";
    private static final Pattern LABEL = Pattern.compile(REAL + "(," + REAL + ")*");
    private static final Pattern PAIR =
            Pattern.compile("(qid|\\d+):(" + REAL + "|[+-]?nan|[+-]?inf)", Pattern.CASE_INSENSITIVE);

    @Override
    public Class<? extends ReadStep> step() {
        return ReadLibsvm.class;
    }

    @Override
    public boolean recognises(FirstBytes file) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        boolean isWhole = file.bytes().length < FirstBytes.LENGTH || text.endsWith("\n");
        String[] lines = text.split("\r?\n", LINES + 1);
        boolean hasPairs = false;
        for (int i = 0; i < Math.min(LINES, lines.length); i++) {
            // The last word may be cut.
            boolean isCut = !isWhole && i == lines.length - 1;
            String line = isCut ? lines[i].substring(0, lines[i].lastIndexOf(' ') + 1) : lines[i];
            String content = line.replaceFirst("#.*", "").strip();
            if (content.isEmpty()) {
                continue;
            }
            String[] words = content.split("\\s+");
            if (!isRow(words)) {
                return false;
            }
            hasPairs |= words.length > 1;
        }
        return hasPairs;
    }

    private static boolean isRow(String[] words) {
        for (int i = 0; i < words.length; i++) {
            if (!(i == 0 ? LABEL : PAIR).matcher(words[i]).matches()) {
                return false;
            }
        }
        return true;
    }
}
