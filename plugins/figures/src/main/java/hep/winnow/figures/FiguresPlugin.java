package hep.winnow.figures;

import hep.winnow.api.Plugin;
import hep.winnow.api.figure.FigureRenderer;
import java.util.Optional;

/** Brings what draws figures. Nothing of AWT, JFreeChart or the font is loaded before the first figure. */
public final class FiguresPlugin implements Plugin {
    private final FigureRenderer renderer = new ChartRenderer();

    @Override
    public String id() {
        return "figures";
    }

    @Override
    public String description() {
        return "Draws figures as PNG, SVG and PDF";
    }

    @Override
    public Optional<FigureRenderer> figureRenderer() {
        return Optional.of(renderer);
    }
}
