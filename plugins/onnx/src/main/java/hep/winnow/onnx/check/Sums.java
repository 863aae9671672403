package hep.winnow.onnx.check;

import hep.winnow.onnx.proto.OnnxNode;

/** Products of matrices, and windows over images (events x channels x height x width). */
final class Sums {
    private Sums() {}

    /** x · w + b. */
    static Value gemm(Value x, Value w, Value b) {
        int rows = x.dim(0);
        int inner = x.dim(1);
        int columns = w.dim(1);
        if (w.dim(0) != inner) {
            throw new IllegalArgumentException("a product of " + inner + " and " + w.dim(0) + " numbers");
        }
        double[] out = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = b.data()[j];
                for (int k = 0; k < inner; k++) {
                    sum += x.data()[i * inner + k] * w.data()[k * columns + j];
                }
                out[i * columns + j] = sum;
            }
        }
        return new Value(x.type(), new int[] {rows, columns}, out);
    }

    /** What a window of an operator sees. */
    private record Places(Value x, int height, int width, int top, int left, int stride, int rows, int columns) {
        static Places of(OnnxNode node, Value x) {
            long[] kernel = node.wholes("kernel_shape");
            long[] pads = node.wholes("pads");
            int stride = (int) node.wholes("strides")[0];
            return new Places(
                    x,
                    (int) kernel[0],
                    (int) kernel[1],
                    (int) pads[0],
                    (int) pads[1],
                    stride,
                    (x.dim(2) + (int) (pads[0] + pads[2] - kernel[0])) / stride + 1,
                    (x.dim(3) + (int) (pads[1] + pads[3] - kernel[1])) / stride + 1);
        }

        /** Returns the index of a pixel; -1 in the padding. */
        int pixel(int event, int channel, int place, int k) {
            int y = place / columns * stride - top + k / width;
            int v = place % columns * stride - left + k % width;
            boolean isInside = y >= 0 && y < x.dim(2) && v >= 0 && v < x.dim(3);
            return isInside ? ((event * x.dim(1) + channel) * x.dim(2) + y) * x.dim(3) + v : -1;
        }
    }

    static Value convolution(OnnxNode node, Value x, Value w, Value b) {
        Places at = Places.of(node, x);
        int filters = w.dim(0);
        int channels = w.dim(1);
        int count = at.rows * at.columns;
        int size = at.height * at.width;
        double[] out = new double[x.dim(0) * filters * count];
        for (int i = 0; i < out.length; i++) {
            int event = i / count / filters;
            int filter = i / count % filters;
            double sum = b.data()[filter];
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < size; k++) {
                    int pixel = at.pixel(event, c, i % count, k);
                    sum += pixel < 0 ? 0 : x.data()[pixel] * w.data()[(filter * channels + c) * size + k];
                }
            }
            out[i] = sum;
        }
        return new Value(x.type(), new int[] {x.dim(0), filters, at.rows, at.columns}, out);
    }

    static Value pool(OnnxNode node, Value x) {
        boolean isMaximum = node.operator().equals("MaxPool");
        if (!isMaximum && node.whole("count_include_pad", 0) != 0) {
            throw new IllegalArgumentException("a mean that counts padding");
        }
        Places at = Places.of(node, x);
        int count = at.rows * at.columns;
        double[] out = new double[x.dim(0) * x.dim(1) * count];
        for (int i = 0; i < out.length; i++) {
            double best = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int n = 0;
            for (int k = 0; k < at.height * at.width; k++) {
                int pixel = at.pixel(i / count / x.dim(1), i / count % x.dim(1), i % count, k);
                if (pixel >= 0) {
                    best = Math.max(best, x.data()[pixel]);
                    sum += x.data()[pixel];
                    n++;
                }
            }
            out[i] = isMaximum ? best : sum / n;
        }
        return new Value(x.type(), new int[] {x.dim(0), x.dim(1), at.rows, at.columns}, out);
    }
}
