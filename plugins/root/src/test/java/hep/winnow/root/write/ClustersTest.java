package hep.winnow.root.write;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.root.file.Cursor;
import org.junit.jupiter.api.Test;

class ClustersTest {
    @Test
    void tellsNoRangeWhereAllHaveOneSize() {
        Clusters clusters = new Clusters();
        clusters.add(2048);
        clusters.add(2048);
        clusters.addLast(5);

        assertThat(clusters.ranges()).isZero();
        assertThat(clusters.autoFlush()).isEqualTo(2048);
        assertThat(clusters.entries()).isEqualTo(4101);
    }

    /** As {@code TTree::GetClusterIterator} takes them: each range has its last entry and the size in it. */
    @Test
    void tellsARangeForEachChangeOfSize() {
        Clusters clusters = new Clusters();
        clusters.add(1024);
        clusters.add(1024);
        clusters.add(2048);
        clusters.add(1024);
        clusters.addLast(1025);

        ByteSink out = new ByteSink();
        clusters.write(out);
        Cursor in = new Cursor(out.toBytes());
        assertThat(clusters.ranges()).isEqualTo(3);
        assertThat(in.i8()).isEqualTo(1);
        assertThat(new long[] {in.i64(), in.i64(), in.i64()}).containsExactly(2047, 4095, 5119);
        assertThat(in.i8()).isEqualTo(1);
        assertThat(new long[] {in.i64(), in.i64(), in.i64()}).containsExactly(1024, 2048, 1024);
        assertThat(clusters.autoFlush()).isEqualTo(1025);
    }
}
