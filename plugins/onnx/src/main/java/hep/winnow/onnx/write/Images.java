package hep.winnow.onnx.write;

import hep.winnow.api.graph.Image;
import hep.winnow.api.graph.Operation;
import hep.winnow.api.graph.Window;
import hep.winnow.onnx.proto.ElementType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers of images. ONNX has the channels first, a graph has them last: values are turned before and behind. */
final class Images {
    private Images() {}

    static String convolution(OnnxBuilder out, Operation.Convolution op, String x, ElementType type) {
        Window w = op.window();
        int channels = op.image().channels();
        double[] weights = new double[op.weights().length];
        for (int f = 0, at = 0; f < op.filters(); f++) {
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < w.height() * w.width(); k++) {
                    weights[at++] = op.weights()[(k * channels + c) * op.filters() + f];
                }
            }
        }
        List<Long> dims = List.of((long) op.filters(), (long) channels, (long) w.height(), (long) w.width());
        String sums = out.add(
                "Conv",
                attributes(w, op.image()),
                channelsFirst(out, x, op.image()),
                out.constant(type, dims, weights),
                out.constant(type, List.of((long) op.filters()), op.bias()));
        return channelsLast(out, sums, (long) w.rows() * w.columns() * op.filters());
    }

    static String pool(OnnxBuilder out, Operation.Pool op, String x) {
        Map<String, Object> attributes = attributes(op.window(), op.image());
        if (!op.isMaximum()) {
            attributes.put("count_include_pad", 0L);
        }
        String made =
                out.add(op.isMaximum() ? "MaxPool" : "AveragePool", attributes, channelsFirst(out, x, op.image()));
        return channelsLast(
                out,
                made,
                (long) op.window().rows() * op.window().columns() * op.image().channels());
    }

    private static Map<String, Object> attributes(Window w, Image image) {
        checkPlaces(w.rows(), image.height() + w.top() + w.bottom(image), w.height(), w.stride());
        checkPlaces(w.columns(), image.width() + w.left() + w.right(image), w.width(), w.stride());
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("kernel_shape", List.of((long) w.height(), (long) w.width()));
        attributes.put("pads", List.of((long) w.top(), (long) w.left(), (long) w.bottom(image), (long) w.right(image)));
        attributes.put("strides", List.of((long) w.stride(), (long) w.stride()));
        return attributes;
    }

    /** ONNX has as many places as fit. */
    private static void checkPlaces(int places, int extent, int window, int stride) {
        if (places != (extent - window) / stride + 1) {
            throw new IllegalArgumentException("a window of " + window + " and stride " + stride + " has "
                    + ((extent - window) / stride + 1) + " places on " + extent + " pixels in ONNX, not " + places);
        }
    }

    private static String channelsFirst(OnnxBuilder out, String x, Image image) {
        String shaped = out.reshape(x, 0, image.height(), image.width(), image.channels());
        return out.add("Transpose", Map.of("perm", List.of(0L, 3L, 1L, 2L)), shaped);
    }

    private static String channelsLast(OnnxBuilder out, String x, long width) {
        return out.reshape(out.add("Transpose", Map.of("perm", List.of(0L, 2L, 3L, 1L)), x), 0, width);
    }
}
