package hep.winnow.imports.lightgbm;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.step.FirstBytes;
import java.nio.charset.StandardCharsets;

/** The text that {@code Booster.save_model} of LightGBM writes. */
public final class LightgbmFormat implements ModelFormat {
    @Override
    public String name() {
        return "lightgbm";
    }

    @Override
    public String description() {
        return "LightGBM (text)";
    }

    @Override
    public boolean recognises(FirstBytes file) {
        String first = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        return first.matches("(?s)tree\\r?\\n.*\\bnum_class=.*");
    }

    @Override
    public ForeignModel read(byte[] file) {
        return new ModelText(new String(file, StandardCharsets.UTF_8)).read();
    }
}
