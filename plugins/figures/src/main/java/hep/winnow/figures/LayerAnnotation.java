package hep.winnow.figures;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Hands a plot's data area to our painters; the plot clips them to it. */
final class LayerAnnotation extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private final transient List<LayerPainter> painters;
    private final transient Canvas canvas;

    LayerAnnotation(List<LayerPainter> painters, Canvas canvas) {
        this.painters = List.copyOf(painters);
        this.canvas = canvas;
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D dataArea,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        if (domainAxis instanceof FigureAxis x && rangeAxis instanceof FigureAxis y) {
            Frame frame = new Frame(
                    dataArea, x.scale(dataArea, plot.getDomainAxisEdge()), y.scale(dataArea, plot.getRangeAxisEdge()));
            painters.forEach(painter -> painter.paintBelow(canvas, frame));
            painters.forEach(painter -> painter.paint(canvas, frame));
        }
    }
}
