package hep.winnow.images.png;

import hep.winnow.api.diagnostic.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the images of a folder. */
final class Folder {
    private Folder() {}

    /** Returns the files, a folder replaced by the {@code *.png} in it and below, sorted by path; hidden files and folders are passed over. */
    static List<Path> images(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                int before = files.size();
                add(path, files);
                if (files.size() == before) {
                    throw UserError.data("there is no *.png in the folder " + path + " or below", "");
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    private static void add(Path folder, List<Path> files) {
        List<Path> children;
        try (Stream<Path> all = Files.list(folder)) {
            children = all.sorted(Comparator.comparing(Folder::name)).toList();
        } catch (IOException e) {
            throw UserError.data("cannot look into the folder " + folder + ": " + e.getMessage(), "")
                    .because(e);
        }
        for (Path child : children) {
            if (name(child).startsWith(".")) {
                continue;
            }
            if (Files.isDirectory(child)) {
                add(child, files);
            } else if (name(child).toLowerCase(Locale.ROOT).endsWith(".png")) {
                files.add(child);
            }
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** Returns the name of the folder that a file lies in. */
    static String of(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? "" : name(parent);
    }
}
