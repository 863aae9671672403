package hep.winnow.root.write;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of ROOT that are written, as the resource {@code classes.txt} describes them, and their descriptions in a file: its {@code TStreamerInfo} records. With these a reader makes sense of
 * the objects that knows nothing of the classes.
 *
 * <p>A line {@code class} gives name, version and checksum of a class. Lines below it are its members: kind, name, type number, size in memory, type; of a base its version; of an array the member that counts it,
 * with the class of that member and its version; of a container its kind and that of its items.
 */
final class ClassList {
    private static final String RESOURCE = "classes.txt";

    private final Map<String, ClassInfo> classes;

    private ClassList(Map<String, ClassInfo> classes) {
        this.classes = classes;
    }

    /** Reads the resource. */
    static ClassList load() {
        InputStream resource = ClassList.class.getResourceAsStream(RESOURCE);
        if (resource == null) {
            throw new IllegalStateException("the resource " + RESOURCE + " is missing");
        }
        Map<String, ClassInfo> classes = new LinkedHashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            List<Member> members = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.strip().split(" ");
                if (words[0].equals("class")) {
                    members = new ArrayList<>();
                    int checksum = Integer.parseUnsignedInt(words[3], 16);
                    classes.put(words[1], new ClassInfo(words[1], Integer.parseInt(words[2]), checksum, members));
                } else {
                    members.add(Member.parse(words, classes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClassList(classes);
    }

    /** Writes the descriptions of some classes, and of all that these are made of. */
    void write(ObjectWriter to, Set<String> names) {
        Set<String> all = new LinkedHashSet<>();
        names.forEach(name -> gather(name, all));
        to.list(all.stream().map(this::info).toList());
    }

    private ClassInfo info(String name) {
        ClassInfo info = classes.get(name);
        if (info == null) {
            throw new IllegalStateException("the class " + name + " is not described");
        }
        return info;
    }

    /** Classes of pointers that are never set may be unknown. */
    private void gather(String name, Set<String> all) {
        if (!all.add(name)) {
            return;
        }
        for (Member member : info(name).members()) {
            String other = member.mentions();
            if (classes.containsKey(other)) {
                gather(other, all);
            }
        }
    }
}
