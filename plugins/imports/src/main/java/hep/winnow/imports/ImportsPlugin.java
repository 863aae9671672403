package hep.winnow.imports;

import hep.winnow.api.Plugin;
import hep.winnow.api.learn.ModelFormat;
import hep.winnow.imports.keras.KerasFormat;
import hep.winnow.imports.lightgbm.LightgbmFormat;
import hep.winnow.imports.tmva.TmvaFormat;
import hep.winnow.imports.xgboost.XgboostFormat;
import java.util.List;

/** Lets {@code load} take models that other programs trained. */
public final class ImportsPlugin implements Plugin {
    @Override
    public String id() {
        return "imports";
    }

    @Override
    public String description() {
        return "Models that TMVA, XGBoost, LightGBM or Keras trained";
    }

    @Override
    public List<ModelFormat> modelFormats() {
        return List.of(new TmvaFormat(), new XgboostFormat(), new LightgbmFormat(), new KerasFormat());
    }
}
