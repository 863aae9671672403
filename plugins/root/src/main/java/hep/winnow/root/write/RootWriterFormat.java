package hep.winnow.root.write;

import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.ColumnType;
import hep.winnow.api.event.EventFileHead;
import hep.winnow.api.event.EventWriter;
import hep.winnow.api.step.EventWriterFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** ROOT files with a tree {@code Events}: a branch a column, and a folder {@code winnow} of texts that say where the events come from. */
public final class RootWriterFormat implements EventWriterFormat {
    /** The name of the tree. */
    static final String TREE = "Events";

    private static final int MOST_NAME = 1000;

    @Override
    public String name() {
        return "root";
    }

    @Override
    public List<String> endings() {
        return List.of(".root");
    }

    @Override
    public boolean compresses() {
        return true;
    }

    @Override
    public List<String> codecs() {
        return Codec.names();
    }

    @Override
    public boolean namesTable() {
        return true;
    }

    @Override
    public Optional<String> tableRefusal(String table) {
        if (table.equals(TreeWriter.FOLDER)) {
            return Optional.of("the folder with where the events come from is called so");
        }
        return nameRefusal(table, "/[];:", "");
    }

    @Override
    public boolean holdsProvenance() {
        return true;
    }

    @Override
    public Optional<String> refusal(ColumnInfo column) {
        if (column.depth() > 2) {
            return Optional.of("it has lists of lists of lists");
        }
        if (column.depth() == 2 && column.type() == ColumnType.STRING) {
            return Optional.of("it has lists of lists of texts");
        }
        return nameRefusal(column.name(), "/[]", ": give it another by define");
    }

    private static Optional<String> nameRefusal(String name, String reserved, String advice) {
        if (name.isEmpty()) {
            return Optional.of("it has no name");
        }
        for (int i = 0; i < reserved.length(); i++) {
            char c = reserved.charAt(i);
            if (name.indexOf(c) >= 0) {
                return Optional.of("ROOT does not take the '" + c + "' for a part of its name" + advice);
            }
        }
        if (name.chars().anyMatch(c -> c < ' ') || !Texts.isWhole(name)) {
            return Optional.of("its name has a character that cannot be printed" + advice);
        }
        return name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME
                ? Optional.of("its name is longer than " + MOST_NAME + " bytes")
                : Optional.empty();
    }

    @Override
    public EventWriter create(Path file, EventFileHead head) throws IOException {
        return TreeWriter.begin(file, head, head.table().orElse(TREE));
    }
}
