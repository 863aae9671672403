package hep.winnow.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FreePlacesTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(100, 50, 600, 400);

    private record Box(double width, double height) implements Block {
        @Override
        public void paint(Canvas canvas, double x, double y) {}
    }

    private static FreePlaces find(InkMap ink, Block... blocks) {
        return FreePlaces.find(List.of(blocks), AREA, ink);
    }

    @Test
    void prefersTheUpperRightCorner() {
        Rectangle2D box = find(new InkMap(AREA), new Box(100, 60)).boxes().get(0);
        assertThat(box.getMaxX()).isEqualTo(AREA.getMaxX() - 20);
        assertThat(box.getMinY()).isEqualTo(AREA.getMinY() + 20);
    }

    @Test
    void staysClearOfInk() {
        InkMap ink = new InkMap(AREA);
        ink.box(400, 50, 700, 450);
        FreePlaces places = find(ink, new Box(100, 60));
        assertThat(places.covered()).isZero();
        assertThat(places.boxes().get(0).getMaxX()).isLessThan(400);
    }

    @Test
    void keepsBlocksApart() {
        FreePlaces places = find(new InkMap(AREA), new Box(200, 100), new Box(150, 80));
        assertThat(places.boxes().get(0).intersects(places.boxes().get(1))).isFalse();
        assertThat(places.covered()).isZero();
    }

    @Test
    void tellsThatItCoversSomething() {
        InkMap ink = new InkMap(AREA);
        ink.line(100, 50, 700, 450);
        ink.line(100, 450, 700, 50);
        assertThat(find(ink, new Box(560, 360)).covered()).isPositive();
    }
}
