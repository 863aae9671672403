package hep.winnow.imports.xgboost;

import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.api.step.FirstBytes;
import hep.winnow.imports.json.JsonFile;
import hep.winnow.imports.json.Ubjson;
import java.nio.charset.StandardCharsets;

/** What {@code Booster.save_model} writes: JSON and UBJSON. */
public final class XgboostFormat implements ModelFormat {
    private static final String LEARNER = "learner";

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public String description() {
        return "XGBoost (*.json, *.ubj)";
    }

    @Override
    public boolean recognises(FirstBytes file) {
        return isUbjson(file.bytes()) || isJson(file.bytes());
    }

    /** The first name of a model in JSON is its learner, or its version. */
    private static boolean isJson(byte[] bytes) {
        String first = new String(bytes, StandardCharsets.ISO_8859_1);
        return first.matches("(?s)\\s*\\{\\s*\"(learner|version)\"\\s*:.*")
                && (first.contains("\"attributes\"") || first.contains("\"gradient_booster\""));
    }

    private static boolean isUbjson(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != '{' || bytes[1] != 'L') {
            return false;
        }
        String first = new String(bytes, StandardCharsets.ISO_8859_1);
        return first.startsWith(LEARNER, 10) || first.startsWith("version", 10);
    }

    @Override
    public ForeignModel read(byte[] file) {
        return new BoosterFile(isUbjson(file) ? Ubjson.parse(file) : JsonFile.parse(file)).read();
    }
}
