package hep.winnow.toys.source;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import hep.winnow.api.random.RandomStream;
import hep.winnow.api.run.Workers;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Makes as many blocks at once as there are threads, and hands them out in order. */
final class ToyReader implements BlockReader {
    private final int[] wanted;
    private final long events;
    private final int blockSize;
    private final RandomStream random;
    private final BlockMaker maker;
    private final Workers workers;
    private final Queue<EventBlock> ready = new ArrayDeque<>();
    private long nextBlock;

    ToyReader(int[] wanted, long events, int blockSize, RandomStream random, BlockMaker maker, Workers workers) {
        this.wanted = wanted;
        this.events = events;
        this.blockSize = blockSize;
        this.random = random;
        this.maker = maker;
        this.workers = workers;
    }

    @Override
    public Optional<EventBlock> next() {
        if (ready.isEmpty()) {
            makeSome();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void makeSome() {
        long blocks = (events + blockSize - 1) / blockSize;
        int n = (int) Math.min(workers.threads(), blocks - nextBlock);
        EventBlock[] made = new EventBlock[Math.max(n, 0)];
        long firstBlock = nextBlock;
        workers.forEach(made.length, i -> made[i] = make(firstBlock + i));
        ready.addAll(Arrays.asList(made));
        nextBlock += made.length;
    }

    private EventBlock make(long block) {
        long first = block * blockSize;
        int n = (int) Math.min(blockSize, events - first);
        if (wanted.length == 0) {
            return new EventBlock(n, List.of());
        }
        var all = maker.make(random.stream(block), first, n);
        return new EventBlock(
                n, Arrays.stream(wanted).<Column>mapToObj(all::get).toList());
    }

    @Override
    public void close() {
        ready.clear();
    }
}
