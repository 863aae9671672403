package hep.winnow.neural.layer;

import hep.winnow.kernels.Descent;
import hep.winnow.kernels.FloatMatrix;
import java.util.List;

/**
 * The numbers of a network, or others that come one per parameter, such as a gradient: a matrix per {@link Block}. For whoever treats all alike they are a list of rows. Not safe for
 * several threads while one writes.
 */
public final class Parameters {
    private final List<List<Block>> layout;
    private final FloatMatrix[][] blocks;
    private final FloatMatrix[][] transposed;
    private final float[][] rows;
    private final int[] lengths;
    private final Block.Kind[] kinds;

    /** Makes zeros. {@code layout} has the blocks of each layer. */
    Parameters(List<List<Block>> layout) {
        this.layout = layout;
        int count = layout.stream().flatMap(List::stream).mapToInt(Block::rows).sum();
        blocks = new FloatMatrix[layout.size()][];
        transposed = new FloatMatrix[layout.size()][];
        rows = new float[count][];
        lengths = new int[count];
        kinds = new Block.Kind[count];
        int at = 0;
        for (int l = 0; l < blocks.length; l++) {
            blocks[l] = new FloatMatrix[layout.get(l).size()];
            transposed[l] = new FloatMatrix[0];
            for (int b = 0; b < blocks[l].length; b++) {
                Block block = layout.get(l).get(b);
                blocks[l][b] = new FloatMatrix(block.rows(), block.columns());
                for (int k = 0; k < block.rows(); k++, at++) {
                    rows[at] = blocks[l][b].row(k);
                    lengths[at] = block.columns();
                    kinds[at] = block.kind();
                }
            }
        }
    }

    /** Returns zeros of the same shape. */
    public Parameters zeros() {
        return new Parameters(layout);
    }

    /** Returns a copy. */
    public Parameters copy() {
        Parameters copy = zeros();
        copy.set(this);
        return copy;
    }

    /** Returns the number of layers, those without parameters too. */
    public int layers() {
        return blocks.length;
    }

    /** Returns the blocks of layer {@code l}, 0 for the first. */
    public List<Block> blocks(int l) {
        return layout.get(l);
    }

    /** Returns the numbers of block {@code b} of layer {@code l}. */
    public FloatMatrix block(int l, int b) {
        return blocks[l][b];
    }

    /** Returns the number of rows of all blocks. */
    public int rows() {
        return rows.length;
    }

    /** Returns row {@code i} itself, at least {@link #length} numbers. */
    public float[] row(int i) {
        return rows[i];
    }

    /** Returns how many numbers of row {@code i} count. */
    public int length(int i) {
        return lengths[i];
    }

    /** Tells what row {@code i} is for. */
    public Block.Kind kind(int i) {
        return kinds[i];
    }

    /** Tells whether {@code other} has the same blocks; layers without numbers do not count. */
    public boolean fits(Parameters other) {
        return layout.stream()
                .flatMap(List::stream)
                .toList()
                .equals(other.layout.stream().flatMap(List::stream).toList());
    }

    /** Copies the numbers of {@code other}, which has the same shape. */
    public void set(Parameters other) {
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(other.rows[i], 0, rows[i], 0, lengths[i]);
        }
    }

    /** Copies the layers of {@code other} from number {@code first} on to all layers of this, which have the same shapes. */
    public void setFrom(Parameters other, int first) {
        for (int l = 0; l < blocks.length; l++) {
            for (int b = 0; b < blocks[l].length; b++) {
                blocks[l][b].set(other.blocks[first + l][b]);
            }
        }
    }

    /** Adds the numbers of {@code other}, which has the same shape. */
    public void add(Parameters other) {
        for (int i = 0; i < rows.length; i++) {
            Descent.add(rows[i], other.rows[i], lengths[i]);
        }
    }

    /** Returns the number of parameters that are learnt. */
    public int count() {
        int count = 0;
        for (int i = 0; i < rows.length; i++) {
            count += kinds[i] == Block.Kind.STATISTICS ? 0 : lengths[i];
        }
        return count;
    }

    /** Makes room for {@link #transposed} of the layers {@code from} on. */
    void makeTransposed(int from) {
        for (int l = from; l < blocks.length; l++) {
            boolean hasWeights = blocks[l].length > 0 && layout.get(l).get(0).kind() == Block.Kind.WEIGHTS;
            if (transposed[l].length == 0 && hasWeights) {
                FloatMatrix weights = blocks[l][0];
                transposed[l] = new FloatMatrix[] {new FloatMatrix(weights.columns(), weights.rows())};
            }
        }
    }

    /** Copies to {@link #transposed} what stands in the rows {@code from} to {@code to - 1} of all, as it is now. */
    void transpose(int from, int to) {
        int first = 0;
        for (int l = 0; l < blocks.length; l++) {
            if (transposed[l].length > 0) {
                FloatMatrix weights = blocks[l][0];
                weights.transposeTo(transposed[l][0], clamp(from - first, weights), clamp(to - first, weights));
            }
            for (FloatMatrix block : blocks[l]) {
                first += block.rows();
            }
        }
    }

    private static int clamp(int row, FloatMatrix block) {
        return Math.max(0, Math.min(row, block.rows()));
    }

    /** Returns the first block of layer {@code l} transposed, as its rows were when {@link #transpose} last saw them. */
    FloatMatrix transposed(int l) {
        return transposed[l][0];
    }
}
