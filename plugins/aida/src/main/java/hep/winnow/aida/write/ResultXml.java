package hep.winnow.aida.write;

import java.io.IOException;
import java.util.List;

/** Writes histograms, profiles and points as JAIDA reads them. */
final class ResultXml {
    private final XmlOutput xml;

    ResultXml(XmlOutput xml) {
        this.xml = xml;
    }

    /**
     * What an object is called.
     *
     * @param path of the folder that it stands in: {@code /h_mt}
     * @param name its own
     * @param title for people
     */
    record Label(String path, String name, String title) {
        Label {
            path = XmlText.cleaned(path);
            name = XmlText.cleaned(name);
            title = XmlText.cleaned(title);
        }
    }

    /** Writes {@code histogram1d}, {@code histogram2d}, {@code profile1d} or {@code profile2d}; bins without an entry are left out, as JAIDA does. */
    void cells(Label label, Cells cells) throws IOException {
        int n = cells.axes().size();
        xml.begin(
                (cells.isProfile() ? "profile" : "histogram") + n + "d",
                "name",
                label.name(),
                "title",
                label.title(),
                "path",
                label.path());
        for (int a = 0; a < n; a++) {
            axis(Axis.direction(a), cells.axes().get(a));
        }
        statistics(cells);
        xml.begin("data" + n + "d");
        for (int cell = 0; cell < cells.height().length; cell++) {
            if (cells.entries()[cell] != 0 || cells.height()[cell] != 0 || cells.error()[cell] != 0) {
                cell(cells, cell);
            }
        }
        xml.end();
        xml.end();
    }

    private void axis(String direction, Axis axis) throws IOException {
        String[] attributes = {
            "direction", direction,
            "min", XmlText.number(axis.edges()[0]),
            "max", XmlText.number(axis.edges()[axis.bins()]),
            "numberOfBins", Integer.toString(axis.bins())
        };
        if (axis.isUniform()) {
            xml.empty("axis", attributes);
            return;
        }
        xml.begin("axis", attributes);
        for (int i = 1; i < axis.bins(); i++) {
            xml.empty("binBorder", "value", XmlText.number(axis.edges()[i]));
        }
        xml.end();
    }

    private void statistics(Cells cells) throws IOException {
        long inside = 0;
        for (int cell = 0; cell < cells.entries().length; cell++) {
            inside += cells.isInside(cell) ? cells.entries()[cell] : 0;
        }
        xml.begin("statistics", "entries", Long.toString(inside));
        for (int a = 0; a < cells.axes().size(); a++) {
            double[] moments = cells.moments(a);
            xml.empty(
                    "statistic",
                    "direction",
                    Axis.direction(a),
                    "mean",
                    XmlText.number(moments[0]),
                    "rms",
                    XmlText.number(moments[1]));
        }
        xml.end();
    }

    private void cell(Cells cells, int cell) throws IOException {
        int n = cells.axes().size();
        StringBuilder text = new StringBuilder("<bin").append(n).append('d');
        for (int a = 0; a < n; a++) {
            text.append(" binNum")
                    .append(n == 1 ? "" : a == 0 ? "X" : "Y")
                    .append("=\"")
                    .append(cells.axes().get(a).number(cells.bin(cell, a)))
                    .append('"');
        }
        text.append(" entries=\"").append(cells.entries()[cell]);
        text.append("\" height=\"").append(XmlText.number(cells.height()[cell]));
        text.append("\" error=\"").append(XmlText.number(cells.error()[cell])).append('"');
        if (cells.isProfile()) {
            text.append(" rms=\"").append(XmlText.number(cells.rms()[cell])).append('"');
        }
        xml.raw(text.append("/>"));
    }

    /**
     * Writes a {@code dataPointSet}.
     *
     * @param values of each dimension, all of one length
     * @param errors standard errors of each; an empty array where there are none
     */
    void points(Label label, List<double[]> values, List<double[]> errors) throws IOException {
        xml.begin(
                "dataPointSet",
                "name",
                label.name(),
                "title",
                label.title(),
                "path",
                label.path(),
                "dimension",
                Integer.toString(values.size()));
        for (int i = 0; i < values.get(0).length; i++) {
            StringBuilder point = new StringBuilder("<dataPoint>");
            for (int d = 0; d < values.size(); d++) {
                String error = XmlText.number(errors.get(d).length == 0 ? 0 : errors.get(d)[i]);
                point.append("<measurement value=\"").append(XmlText.number(values.get(d)[i]));
                point.append("\" errorPlus=\"").append(error);
                point.append("\" errorMinus=\"").append(error).append("\"/>");
            }
            xml.raw(point.append("</dataPoint>"));
        }
        xml.end();
    }
}
