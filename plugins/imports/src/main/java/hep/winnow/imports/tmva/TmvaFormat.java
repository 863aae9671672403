package hep.winnow.imports.tmva;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.imports.xml.XmlFile;
import java.nio.charset.StandardCharsets;

/** Weight files of TMVA, {@code *.weights.xml}. */
public final class TmvaFormat implements ModelFormat {
    @Override
    public String name() {
        return "tmva";
    }

    @Override
    public String description() {
        return "TMVA (*.weights.xml: MLP, BDT, Fisher, LD)";
    }

    @Override
    public boolean recognises(FirstBytes file) {
        String first = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        return first.stripLeading().startsWith("<") && first.contains("<MethodSetup");
    }

    @Override
    public ForeignModel read(byte[] file) {
        return new WeightFile(XmlFile.parse(file)).read();
    }
}
