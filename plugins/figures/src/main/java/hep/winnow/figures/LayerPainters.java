package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import java.util.ArrayList;
import java.util.List;

/** Finds the painters of a figure's layers. */
final class LayerPainters {
    private LayerPainters() {}

    /** Returns the painters in the order in which they draw. Stacked histograms of one binning are one painter, where the last of them stands. */
    static List<LayerPainter> of(List<Layer> layers) {
        List<LayerPainter> painters = new ArrayList<>();
        List<Layer.Bins> stack = new ArrayList<>();
        boolean isStacked = layers.stream().anyMatch(LayerPainters::isStack);
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (layer instanceof Layer.Bins bins && isStack(layer)) {
                stack.add(bins);
                if (!isStackedOn(bins, layers.subList(i + 1, layers.size()))) {
                    painters.add(new StackPainter(stack));
                    stack.clear();
                }
            } else {
                painters.add(single(layer, isStacked));
            }
        }
        return painters;
    }

    private static boolean isStack(Layer layer) {
        return layer instanceof Layer.Bins bins && bins.style() == Layer.BinStyle.STACK;
    }

    /** Tells whether a later layer goes on top of this one. */
    private static boolean isStackedOn(Layer.Bins below, List<Layer> later) {
        for (Layer layer : later) {
            if (layer instanceof Layer.Bins bins && isStack(layer)) {
                return bins.histogram().binning().equals(below.histogram().binning());
            }
        }
        return false;
    }

    private static LayerPainter single(Layer layer, boolean isStacked) {
        if (layer instanceof Layer.Bins bins) {
            return bins.style() == Layer.BinStyle.POINTS
                    ? PointsPainter.of(bins)
                    : new OutlinePainter(bins, !isStacked);
        } else if (layer instanceof Layer.Line line) {
            return new LinePainter(line);
        } else if (layer instanceof Layer.Points points) {
            return points.isSmall() ? new CloudPainter(points) : new PointsPainter(points);
        } else if (layer instanceof Layer.Field field) {
            return new FieldPainter(field);
        } else if (layer instanceof Layer.Marker marker) {
            return new MarkerPainter(marker);
        } else if (layer instanceof Layer.Span span) {
            return new SpanPainter(span);
        } else if (layer instanceof Layer.Measured measured) {
            return new MeasuredPainter(measured);
        } else if (layer instanceof Layer.Band band) {
            return new BandPainter(band);
        } else if (layer instanceof Layer.Cells cells) {
            return new CellsPainter(cells);
        } else if (layer instanceof Layer.Words words) {
            return new WordsPainter(words);
        }
        throw new IllegalArgumentException("no painter for a layer of " + layer.getClass());
    }
}
