package hep.winnow.root.object;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The classes that a file describes. */
public final class Classes {
    private final Map<String, NavigableMap<Integer, ClassInfo>> byName = new HashMap<>();

    private Classes() {}

    /** Reads the descriptions in a file; there are none in some. */
    public static Classes of(RootFile file) throws IOException {
        Classes classes = new Classes();
        Optional<Key> key = file.streamerInfo();
        if (key.isPresent()) {
            Cursor in = file.object(key.get());
            Instance list = new ObjectReader(classes).object("TList", in);
            for (Object item : (List<?>) list.members().getOrDefault(ObjectReader.ITEMS, List.of())) {
                if (item instanceof ClassInfo info) {
                    classes.add(info);
                }
            }
        }
        return classes;
    }

    /** Returns classes that are known from elsewhere. */
    public static Classes of(List<ClassInfo> infos) {
        Classes classes = new Classes();
        infos.forEach(classes::add);
        return classes;
    }

    private void add(ClassInfo info) {
        byName.computeIfAbsent(info.name(), n -> new TreeMap<>()).put(info.version(), info);
    }

    /** Returns a class of one version. */
    public Optional<ClassInfo> find(String name, int version) {
        return Optional.ofNullable(byName.get(name)).map(versions -> versions.get(version));
    }

    /** Returns a class whose members have a checksum. */
    public Optional<ClassInfo> findByChecksum(String name, long checksum) {
        return Optional.ofNullable(byName.get(name))
                .flatMap(versions -> versions.values().stream()
                        .filter(info -> info.checksum() == checksum)
                        .findFirst());
    }

    /** Returns the newest version of a class. */
    public Optional<ClassInfo> newest(String name) {
        return Optional.ofNullable(byName.get(name))
                .map(versions -> versions.lastEntry().getValue());
    }
}
