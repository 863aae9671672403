package hep.winnow.root.write;

import hep.winnow.api.figure.Figure;
import hep.winnow.api.figure.FigureData;
import hep.winnow.api.figure.FigureDataFormat;
import hep.winnow.api.figure.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What figures show, as objects of ROOT in a folder of the figure's name: histograms as {@code TH1D}, {@code TH2D} and {@code TProfile}, lines and points as graphs with errors. A sheet of several
 * figures has a folder for each in that folder, named {@code 1}, {@code 2}, …; a lower panel is the folder {@code below}.
 */
public final class RootFigures implements FigureDataFormat {
    private static final String ENDING = ".root";

    @Override
    public List<String> endings() {
        return List.of(ENDING);
    }

    @Override
    public void write(FigureData data, OutputStream to) throws IOException {
        Target.InMemory bytes = new Target.InMemory();
        try (RootOutput out = new RootOutput(bytes, fileName(data.file()), new Packer(Codec.ZSTD, 0))) {
            Folder folder = out.folder(out.top(), FigureWriter.name(data.name(), stem(data.file())));
            List<Figure> panels = data.sheet().panels();
            for (int i = 0; i < panels.size(); i++) {
                Folder own = panels.size() == 1 ? folder : out.folder(folder, Integer.toString(i + 1));
                panel(out, own, panels.get(i), data.sheet());
            }
            Provenance.write(out, "winnow", data.provenance());
            out.finish();
        }
        to.write(bytes.toBytes());
    }

    private static void panel(RootOutput out, Folder folder, Figure figure, Sheet sheet) throws IOException {
        String title = figure.title().isEmpty() ? sheet.title() : figure.title();
        new FigureWriter(out, folder, title, figure.x(), figure.y()).write(figure);
        if (figure.below().isPresent()) {
            Figure below = figure.below().get();
            new FigureWriter(out, out.folder(folder, "below"), title, figure.x(), below.y()).write(below);
        }
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static String stem(String file) {
        String name = fileName(file);
        return name.length() > ENDING.length() && name.endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name;
    }
}
