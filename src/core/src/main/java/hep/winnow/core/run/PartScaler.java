package hep.winnow.core.run;

import hep.winnow.api.run.PartScale;
import hep.winnow.api.run.WeightSum;
import hep.winnow.core.macro.ScopeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds, per class, the factor from the yield of a part of a split to the yield of all that was split. With P and R the sums of weights of the part and the rest, the factor
 * is 1 + R/P, and its variance (R/P)² (Var R/R² + Var P/P²), with variances Σw².
 */
final class PartScaler {
    private final Engine engine;
    private final Map<String, List<PartScale>> known = new HashMap<>();

    PartScaler(Engine engine) {
        this.engine = engine;
    }

    List<PartScale> scales(ScopeDecl scope) {
        if (!scope.isPart()) {
            return engine.classes().stream().map(c -> PartScale.ONE).toList();
        }
        String key = Plan.PartScopes.key(scope);
        List<PartScale> scales = known.get(key);
        if (scales == null) {
            scales = find(scope);
            known.put(key, scales);
        }
        return scales;
    }

    private List<PartScale> find(ScopeDecl scope) {
        Plan.PartScopes scopes = engine.partScopes(scope);
        List<WeightSum> whole = engine.sums(scopes.whole());
        List<WeightSum> part = engine.sums(scopes.part());
        List<PartScale> out = new ArrayList<>();
        for (int c = 0; c < engine.classes().size(); c++) {
            double[] all = sums(whole, c);
            double[] own = sums(part, c);
            double rest = all[0] - own[0];
            double restVariance = Math.max(0, all[1] - own[1]);
            if (own[0] == 0) {
                out.add(new PartScale(all[0] == 0 ? 1 : Double.NaN, all[0] == 0 ? 0 : Double.NaN));
            } else {
                double ratio = rest / own[0];
                double variance = restVariance / (own[0] * own[0]) + ratio * ratio * own[1] / (own[0] * own[0]);
                out.add(new PartScale(1 + ratio, Math.sqrt(variance)));
            }
        }
        return out;
    }

    private static double[] sums(List<WeightSum> sums, int c) {
        double sum = 0;
        double squares = 0;
        for (WeightSum s : sums) {
            if (s.classIndex() == c) {
                sum += s.sumW();
                squares += s.sumW2();
            }
        }
        return new double[] {sum, squares};
    }
}
