package hep.winnow.imports.tmva;

import hep.winnow.api.learn.ForeignModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small weight files of TMVA, piece by piece. */
final class Weights {
    private final String method;
    private final List<String> options = new ArrayList<>();
    private final List<String> variables = new ArrayList<>();
    private String analysis = "Classification";
    private String release = "4.2.1 [262657]";
    private String more = "<Classes NClass=\"2\"><Class Name=\"Signal\" Index=\"0\"/><Class Name=\"Background\""
            + " Index=\"1\"/></Classes>";
    private String transformations = "<Transformations NTransformations=\"0\"/>";
    private String weights = "<Weights/>";

    private Weights(String method) {
        this.method = method;
    }

    /** Begins a file of a method with variables x1, x2 and so on. */
    static Weights of(String method, int variables) {
        Weights file = new Weights(method);
        for (int i = 1; i <= variables; i++) {
            file.variables.add("x" + i);
        }
        return file;
    }

    Weights option(String name, String value) {
        options.add("<Option name=\"" + name + "\" modified=\"Yes\">" + value + "</Option>");
        return this;
    }

    Weights analysis(String kind, String classesOrTargets) {
        analysis = kind;
        more = classesOrTargets;
        return this;
    }

    Weights release(String text) {
        release = text;
        return this;
    }

    Weights weights(String xml) {
        weights = xml;
        return this;
    }

    /** Adds transformations of all variables, each {@code Name="…"} and what stands in it behind its selection. */
    Weights transformed(String... nameAndContent) {
        StringBuilder out =
                new StringBuilder("<Transformations NTransformations=\"" + nameAndContent.length / 2 + "\">");
        for (int i = 0; i < nameAndContent.length; i += 2) {
            out.append("<Transform ").append(nameAndContent[i]).append("><Selection>");
            out.append(selection("Input")).append(selection("Output")).append("</Selection>");
            out.append(nameAndContent[i + 1]).append("</Transform>");
        }
        transformations = out + "</Transformations>";
        return this;
    }

    private String selection(String what) {
        StringBuilder out = new StringBuilder("<" + what + " N" + what + "s=\"" + variables.size() + "\">");
        variables.forEach(
                v -> out.append("<" + what + " Type=\"Variable\" Label=\"" + v + "\" Expression=\"" + v + "\"/>"));
        return out + "</" + what + ">";
    }

    String xml() {
        StringBuilder names = new StringBuilder("<Variables NVar=\"" + variables.size() + "\">");
        for (int i = 0; i < variables.size(); i++) {
            String name = variables.get(i);
            names.append("<Variable VarIndex=\"" + i + "\" Expression=\"" + name + "\" Label=\"" + name
                    + "\" Title=\"\" Unit=\"\" Internal=\"" + name + "\" Type=\"F\" Min=\"-5\" Max=\"5\"/>\n");
        }
        return "<?xml version=\"1.0\"?>\n<MethodSetup Method=\"" + method + "::own\">\n<GeneralInfo>"
                + "<Info name=\"TMVA Release\" value=\"" + release + "\"/>"
                + "<Info name=\"ROOT Release\" value=\"6.24/00 [398336]\"/>"
                + "<Info name=\"AnalysisType\" value=\"" + analysis + "\"/></GeneralInfo>\n<Options>"
                + String.join("", options) + "</Options>\n" + names + "</Variables>\n" + more + "\n" + transformations
                + "\n<MVAPdfs/>\n" + weights + "\n</MethodSetup>\n";
    }

    ForeignModel read() {
        return new TmvaFormat().read(xml().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the outputs for an event. */
    double[] score(double... event) {
        ForeignModel model = read();
        double[] out = new double[model.scorer().outputs()];
        model.scorer().score(event, 1, out);
        return out;
    }
}
