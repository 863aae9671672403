package hep.winnow.root.result;

import hep.winnow.api.event.EventSource;
import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import hep.winnow.root.object.Classes;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.util.Map;

/** Opens histograms, profiles and graphs. */
public final class Results {
    private Results() {}

    /** Tells whether objects of a class are read here. */
    public static boolean isResult(String className) {
        return isHistogram(className) || isGraph(className);
    }

    private static boolean isHistogram(String className) {
        return className.matches("TH[123][CSIFDL]|TProfile|TProfile[23]D");
    }

    private static boolean isGraph(String className) {
        return className.matches("TGraph|TGraphErrors|TGraphAsymmErrors");
    }

    /**
     * Opens one.
     *
     * @param name of it, with its folder
     * @throws hep.winnow.api.diagnostic.UserError if it is damaged
     */
    public static EventSource open(RootFile file, String name, Key key) {
        return Damage.in(file.path(), "'" + name + "'", () -> {
            Instance object = new ObjectReader(Classes.of(file), Map.of()).object(key.className(), file.object(key));
            return isGraph(key.className())
                    ? Graph.source(file.path(), object)
                    : new Bins(key.className(), object).source(file.path());
        });
    }
}
