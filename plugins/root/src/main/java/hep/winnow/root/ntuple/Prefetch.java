package hep.winnow.root.ntuple;

import hep.winnow.api.run.Workers;
import hep.winnow.root.file.Damage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Unpacks the pages that are needed next, several at once: as many as some memory holds, and at least one of each column. */
final class Prefetch {
    /** Bytes of pages that are unpacked ahead for all columns together. */
    private static final long MEMORY = 16 << 20;

    private final Path file;
    private final Workers workers;
    private final List<Item> items;

    /**
     * A column that is read.
     *
     * @param object what it is, for errors
     * @param stream its elements
     */
    record Item(String object, PageStream stream) {}

    private record Task(Item item, int page) {}

    Prefetch(Path file, Workers workers, List<Item> items) {
        this.file = file;
        this.workers = workers;
        this.items = items;
    }

    List<Item> items() {
        return items;
    }

    /** Fetches pages if a column has none left. With one thread there is nothing to gain, and nothing is done. */
    void fill() {
        if (workers.threads() == 1) {
            return;
        }
        List<Item> dry = items.stream().filter(item -> item.stream().isDry()).toList();
        List<Task> tasks = new ArrayList<>();
        for (Item item : dry) {
            int pages = item.stream().pagesOf(MEMORY / items.size());
            for (int i = 0; i < pages; i++) {
                tasks.add(new Task(item, i));
            }
        }
        byte[][] unpacked = new byte[tasks.size()][];
        workers.forEach(unpacked.length, i -> {
            Task task = tasks.get(i);
            unpacked[i] = Damage.in(
                    file, task.item().object(), () -> task.item().stream().unpackAhead(task.page()));
        });
        for (int i = 0; i < unpacked.length; i++) {
            tasks.get(i).item().stream().offer(unpacked[i]);
        }
    }
}
