package hep.winnow.figures;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places for blocks where they cover least, corners first: right before left before middle, top before bottom.
 *
 * @param boxes one per block, in their order
 * @param covered ink that lies under them; 0 if all stand free
 */
record FreePlaces(List<Rectangle2D> boxes, long covered) {
    private static final double MARGIN = 20;
    private static final double CLEARANCE = 5;
    private static final double STEP = 9;

    FreePlaces {
        boxes = List.copyOf(boxes);
    }

    /** Finds places in an area; {@code ink} is marked where the blocks go. */
    static FreePlaces find(List<Block> blocks, Rectangle2D area, InkMap ink) {
        List<Rectangle2D> boxes = new ArrayList<>();
        long covered = 0;
        for (Block block : blocks) {
            Rectangle2D best = null;
            long bestInk = Long.MAX_VALUE;
            double bestCost = Double.POSITIVE_INFINITY;
            for (Rectangle2D box : candidates(block, area)) {
                long under = ink.under(grown(box));
                double cost = cost(box, area);
                if (best == null || under < bestInk || under == bestInk && cost < bestCost) {
                    best = box;
                    bestInk = under;
                    bestCost = cost;
                }
            }
            if (best != null) {
                ink.take(grown(best));
                boxes.add(best);
                covered += bestInk;
            }
        }
        return new FreePlaces(boxes, covered);
    }

    private static List<Rectangle2D> candidates(Block block, Rectangle2D area) {
        double w = block.width();
        double h = block.height();
        double left = area.getMinX() + MARGIN;
        double right = area.getMaxX() - MARGIN - w;
        double top = area.getMinY() + MARGIN;
        double bottom = area.getMaxY() - MARGIN - h;
        List<Rectangle2D> out = new ArrayList<>();
        for (double y = top; y < bottom; y += STEP) {
            addRow(out, left, right, y, w, h);
        }
        addRow(out, left, right, Math.max(top, bottom), w, h);
        return out;
    }

    private static void addRow(List<Rectangle2D> out, double left, double right, double y, double w, double h) {
        for (double x : new double[] {Math.max(left, right), left, (left + right) / 2}) {
            out.add(new Rectangle2D.Double(x, y, w, h));
        }
    }

    private static double cost(Rectangle2D box, Rectangle2D area) {
        double right = area.getMaxX() - box.getMaxX();
        double left = box.getMinX() - area.getMinX();
        double side = Math.min(right, left + 60);
        double top = box.getMinY() - area.getMinY();
        double bottom = area.getMaxY() - box.getMaxY();
        return side + Math.min(top, bottom + 240);
    }

    private static Rectangle2D grown(Rectangle2D box) {
        return new Rectangle2D.Double(
                box.getX() - CLEARANCE,
                box.getY() - CLEARANCE,
                box.getWidth() + 2 * CLEARANCE,
                box.getHeight() + 2 * CLEARANCE);
    }
}
