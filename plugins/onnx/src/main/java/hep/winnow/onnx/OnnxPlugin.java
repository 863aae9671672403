package hep.winnow.onnx;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelWriter;
import java.util.List;

/** Lets {@code export} write ONNX files. */
public final class OnnxPlugin implements Plugin {
    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public String description() {
        return "Models as ONNX files";
    }

    @Override
    public List<ModelWriter> modelWriters() {
        return List.of(new OnnxModelWriter());
    }
}
