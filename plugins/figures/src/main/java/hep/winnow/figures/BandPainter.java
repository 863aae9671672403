package hep.winnow.figures;

import hep.winnow.api.figure.Layer;
import hep.winnow.api.hist.Binning;
import java.util.List;

/** Draws a hatched band over bins. */
final class BandPainter implements LayerPainter {
    private final Layer.Band band;

    BandPainter(Layer.Band band) {
        this.band = band;
    }

    @Override
    public void extend(Extent x, Extent y) {
        x.addEdge(band.binning().low());
        x.addEdge(band.binning().high());
        for (int i = 0; i < band.low().length; i++) {
            y.add(band.low()[i]);
            y.add(band.high()[i]);
        }
    }

    @Override
    public void mark(InkMap ink, Frame frame) {
        Binning bins = band.binning();
        for (int i = 0; i < bins.bins(); i++) {
            if (!Double.isNaN(band.low()[i])) {
                ink.box(
                        frame.x().at(bins.edge(i)),
                        frame.y().at(band.high()[i]),
                        frame.x().at(bins.edge(i + 1)),
                        frame.y().at(band.low()[i]));
            }
        }
    }

    @Override
    public void paintBelow(Canvas canvas, Frame frame) {
        Binning bins = band.binning();
        Hatch hatch = new Hatch();
        for (int i = 0; i < bins.bins(); i++) {
            double top = Math.max(frame.y().at(band.high()[i]), frame.area().getMinY());
            double bottom = Math.min(frame.y().at(band.low()[i]), frame.area().getMaxY());
            hatch.add(frame.x().at(bins.edge(i)), top, frame.x().at(bins.edge(i + 1)), bottom);
        }
        hatch.paint(canvas.g());
    }

    @Override
    public void paint(Canvas canvas, Frame frame) {}

    @Override
    public List<LegendEntry> legend() {
        return LegendEntry.of(band.label(), (g, box) -> {
            Hatch hatch = new Hatch();
            hatch.add(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            hatch.paint(g);
        });
    }
}
