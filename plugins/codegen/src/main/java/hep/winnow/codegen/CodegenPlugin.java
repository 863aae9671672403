package hep.winnow.codegen;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelWriter;
import java.util.List;

/** Lets {@code export} write source code. */
public final class CodegenPlugin implements Plugin {
    @Override
    public String id() {
        return "codegen";
    }

    @Override
    public String description() {
        return "Models as source code that needs nothing else: Java and C++";
    }

    @Override
    public List<ModelWriter> modelWriters() {
        return List.of(new JavaWriter(), new CppWriter());
    }
}
