package hep.winnow.onnx;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.learn.ModelWriter;
import hep.winnow.onnx.load.OnnxFormat;
import java.util.List;

/** Lets {@code export} write ONNX files, and {@code load} take those of any program. */
public final class OnnxPlugin implements Plugin {
    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String description() {
        return "Models as ONNX files: export, and load by ONNX Runtime";
    }

    @Override
    public List<ModelFormat> modelFormats() {
        return List.of(new OnnxFormat());
    }

    @Override
    public List<ModelWriter> modelWriters() {
        return List.of(new OnnxModelWriter());
    }
}
