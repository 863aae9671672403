package hep.winnow.app.batch;

import hep.winnow.core.text.Hashes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Some files of a batch that one process reads at once.
 *
 * @param key names its folder; it tells of the files alone, so that it stays when others come or go
 * @param first number of the first file among those that could be opened
 * @param files the files, in order
 */
record Job(String key, int first, List<Path> files) {
    private static final int STEM_LENGTH = 40;
    private static final int HASH_LENGTH = 10;

    Job {
        files = List.copyOf(files);
    }

    /** Returns the jobs of some files, {@code size} or fewer in each. */
    static List<Job> of(List<Path> files, int size) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < files.size(); i += size) {
            List<Path> some = files.subList(i, Math.min(files.size(), i + size));
            jobs.add(new Job(key(some), i, some));
        }
        return jobs;
    }

    private static String key(List<Path> files) {
        String stem = String.valueOf(files.get(0).getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
        String all = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
        String hash = Hashes.sha256(all).substring(0, HASH_LENGTH);
        return stem.substring(0, Math.min(stem.length(), STEM_LENGTH)) + "-" + hash;
    }

    /** Returns its folder. */
    Path folder(Path out) {
        return out.resolve("jobs").resolve(key);
    }

    /** Returns where it tells what it does. */
    Path log(Path out) {
        return folder(out).resolve("log.txt");
    }
}
