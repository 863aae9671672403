package hep.winnow.root.write;

import java.io.IOException;
import java.util.Map;

/** Where the contents of a file come from: texts in a folder of their own. */
final class Provenance {
    private Provenance() {}

    /** Writes a {@code TNamed} for each fact, whose name is what stands behind {@code winnow.} and whose title is the text. */
    static void write(RootOutput out, String folderName, Map<String, String> facts) throws IOException {
        Folder folder = out.folder(out.top(), folderName);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            String name = fact.getKey().startsWith(folderName + ".")
                    ? fact.getKey().substring(folderName.length() + 1)
                    : fact.getKey();
            out.object(folder, name, "", new Text(name, fact.getValue()));
        }
    }

    /** A text with a name. */
    record Text(String name, String text) implements Streamed {
        @Override
        public String className() {
            return "TNamed";
        }

        @Override
        public void write(ObjectWriter to) {
            to.named(name, text);
        }
    }
}
