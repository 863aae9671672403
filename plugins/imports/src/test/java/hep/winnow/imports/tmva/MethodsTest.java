package hep.winnow.imports.tmva;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.learn.ForeignModel;
import hep.winnow.api.learn.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Methods of TMVA on small weight files, against numbers worked out by hand. */
class MethodsTest {
    private static final String FISHER =
            "<Weights NCoeff=\"3\"><Coefficient Index=\"0\" Value=\"0.5\"/><Coefficient Index=\"1\""
                    + " Value=\"2\"/><Coefficient Index=\"2\" Value=\"-1\"/></Weights>";
    private static final String TARGETS = "<Targets NTrgt=\"1\"><Target TargetIndex=\"0\" Label=\"t\"/></Targets>";

    @Test
    void sumsCoefficientsOfFisher() {
        assertThat(Weights.of("Fisher", 2).weights(FISHER).score(3, 4)).containsExactly(2.5);
    }

    @Test
    void roundsEventsToFloats() {
        double x = 1.00000001;

        assertThat(Weights.of("Fisher", 2).weights(FISHER).score(x, 0)).containsExactly(2.5);
    }

    @Test
    void transformsInTheOrderOfTheFileByWhatStandsLast() {
        String ranges =
                "<Class ClassIndex=\"0\"><Ranges><Range Index=\"0\" Min=\"9\" Max=\"99\"/><Range Index=\"1\" Min=\"9\""
                        + " Max=\"99\"/></Ranges></Class><Class ClassIndex=\"1\"><Ranges><Range Index=\"0\" Min=\"0\""
                        + " Max=\"4\"/><Range Index=\"1\" Min=\"0\" Max=\"8\"/></Ranges></Class>";
        String matrix =
                "<Matrix Rows=\"2\" Columns=\"2\">9 9 9 9</Matrix><Matrix Rows=\"2\" Columns=\"2\">1 2 3 4</Matrix>";
        Weights both = Weights.of("Fisher", 2)
                .weights(FISHER)
                .transformed("Name=\"Normalize\"", ranges, "Name=\"Decorrelation\"", matrix);

        // (3, 2) becomes (0.5, -0.5), and that (0.5 - 1, 1.5 - 2).
        assertThat(both.score(3, 2)).containsExactly(0.5 + 2 * -0.5 + 0.5);
    }

    @Test
    void turnsToPrincipalComponents() {
        String own = "<Statistics Class=\"Combined\" ClassIndex=\"0\" NRows=\"2\">1 2</Statistics>"
                + "<Eigenvectors Class=\"Combined\" ClassIndex=\"0\" NRows=\"2\" NCols=\"2\">0 1 -1 0</Eigenvectors>";

        // (3, 4) - (1, 2) = (2, 2); components are its products with the columns (0, -1) and (1, 0).
        assertThat(Weights.of("Fisher", 2)
                        .weights(FISHER)
                        .transformed("Name=\"PCA\"", own)
                        .score(3, 4))
                .containsExactly(0.5 + 2 * -2 - 2);
    }

    @Test
    void flattensAndGaussianisesByDistributions() {
        String pdf =
                "<PDF Name=\"p\" MinNSmooth=\"0\" MaxNSmooth=\"0\" InterpolMethod=\"1\" KDE_type=\"0\" KDE_iter=\"0\""
                        + " KDE_border=\"0\" KDE_finefactor=\"0\"><Histogram Name=\"h\" NBins=\"4\" XMin=\"0\" XMax=\"4\""
                        + " HasEquidistantBins=\"1\">0.25 0.5 0.75 1</Histogram></PDF>";
        String own = "<Variable VarIndex=\"0\"><CumulativePDF_cls0>" + pdf + "</CumulativePDF_cls0></Variable>";
        String one = "<Weights NCoeff=\"2\"><Coefficient Index=\"0\" Value=\"0\"/><Coefficient Index=\"1\""
                + " Value=\"1\"/></Weights>";
        Weights flat = Weights.of("Fisher", 1).weights(one).transformed("Name=\"Uniform\" FlatOrGauss=\"Flat\"", own);
        Weights gauss = Weights.of("Fisher", 1).weights(one).transformed("Name=\"Gauss\" FlatOrGauss=\"Gauss\"", own);

        assertThat(flat.score(1.5)[0]).isCloseTo(0.5, within(1e-6));
        assertThat(flat.score(0.9)[0]).isCloseTo(0.35, within(1e-6));
        assertThat(gauss.score(2.5)[0]).isCloseTo(0.6744898, within(1e-6));
        assertThat(gauss.score(1e9)[0]).isCloseTo(5.7307289, within(1e-5));
    }

    @Test
    void undoesTheNormalisationOfTheTarget() {
        String selection =
                "<Selection><Input NInputs=\"2\"><Input Type=\"Variable\" Label=\"x1\" Expression=\"x1\"/><Input"
                        + " Type=\"Target\" Label=\"t\" Expression=\"t\"/></Input><Output NOutputs=\"2\"><Output"
                        + " Type=\"Variable\" Label=\"x1\" Expression=\"x1\"/><Output Type=\"Target\" Label=\"t\""
                        + " Expression=\"t\"/></Output></Selection>";
        String ranges =
                "<Class ClassIndex=\"0\"><Ranges><Range Index=\"0\" Min=\"0\" Max=\"2\"/><Range Index=\"1\" Min=\"10\""
                        + " Max=\"30\"/></Ranges></Class>";
        String xml = Weights.of("LD", 1)
                .analysis("Regression", TARGETS)
                .weights("<Weights NOut=\"1\" NCoeff=\"2\"><Coefficient IndexOut=\"0\" IndexCoeff=\"0\""
                        + " Value=\"0\"/><Coefficient IndexOut=\"0\" IndexCoeff=\"1\" Value=\"0.5\"/></Weights>")
                .xml()
                .replace(
                        "<Transformations NTransformations=\"0\"/>",
                        "<Transformations NTransformations=\"1\"><Transform Name=\"Normalize\">" + selection + ranges
                                + "</Transform></Transformations>");
        ForeignModel model = new TmvaFormat().read(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        double[] out = new double[1];

        model.scorer().score(new double[] {2}, 1, out);

        // 2 is 1 normalised, of which half is 0.5; that is three quarters of the way from 10 to 30.
        assertThat(out).containsExactly(25);
        assertThat(model.task()).isEqualTo(Task.REGRESSION);
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, sum,     0.8807970779778823",
        "linear,  sum,     2",
        "radial,  sum,     0.1353352832366127",
        "ReLU,    sum,     2",
        "tanh,    sum,     0.9640274",
        "linear,  sqsum,   22",
        "linear,  abssum,  8"
    })
    void sumsUpNeuronsAsTheirTypesSay(String neuron, String input, double hidden) {
        // One hidden neuron: 2*1 - 1*3 + 3 = 2, the output takes it once, and no bias.
        String layout = "<Weights><Layout NLayers=\"3\"><Layer Index=\"0\" NNeurons=\"3\"><Neuron"
                + " NSynapses=\"1\">2</Neuron><Neuron NSynapses=\"1\">-1</Neuron><Neuron"
                + " NSynapses=\"1\">3</Neuron></Layer><Layer Index=\"1\" NNeurons=\"2\"><Neuron"
                + " NSynapses=\"1\">1</Neuron><Neuron NSynapses=\"1\">0</Neuron></Layer><Layer Index=\"2\""
                + " NNeurons=\"1\"><Neuron NSynapses=\"0\"/></Layer></Layout></Weights>";
        Weights file = Weights.of("MLP", 2)
                .option("NeuronType", neuron)
                .option("NeuronInputType", input)
                .option("EstimatorType", "MSE")
                .weights(layout);
        // The output neuron gathers its inputs in the same way.
        double out = input.equals("sqsum") ? hidden * hidden : hidden;

        assertThat(file.score(1, 3)[0]).isCloseTo(out, within(1e-6));
    }

    @Test
    void takesTheFastTanhOfLaterVersionsAndTheExactOneOfEarlierOnes() {
        assertThat(NeuronFunction.FAST_TANH.of(5)).isEqualTo(1);
        assertThat(NeuronFunction.FAST_TANH.of(-4.98)).isEqualTo(-1);
        assertThat(NeuronFunction.FAST_TANH.of(4.9)).isCloseTo(Math.tanh(4.9), within(1e-4));
        assertThat(NeuronFunction.FAST_TANH.of(0.5)).isCloseTo(Math.tanh(0.5), within(1e-7));
    }

    private static String leaf(char pos, int depth, String type, String purity, String response) {
        return "<Node pos=\"" + pos + "\" depth=\"" + depth + "\" NCoef=\"0\" IVar=\"-1\" Cut=\"0\" cType=\"1\" res=\""
                + response + "\" rms=\"0\" purity=\"" + purity + "\" nType=\"" + type + "\"/>";
    }

    private static String tree(int i, String weight, String cut, String... leaves) {
        return "<BinaryTree type=\"DecisionTree\" boostWeight=\"" + weight + "\" itree=\"" + i
                + "\"><Node pos=\"s\" depth=\"0\" "
                + cut + " res=\"-99\" rms=\"0\" purity=\"0.5\" nType=\"0\">" + String.join("", leaves)
                + "</Node></BinaryTree>";
    }

    private static String forest(int kind, String... trees) {
        return "<Weights NTrees=\"" + trees.length + "\" AnalysisType=\"" + kind + "\">" + String.join("", trees)
                + "</Weights>";
    }

    private static final String CUT = "NCoef=\"0\" IVar=\"0\" Cut=\"1.5\" cType=\"1\"";
    private static final String INVERSE = "NCoef=\"0\" IVar=\"1\" Cut=\"2\" cType=\"0\"";
    private static final String FISHER_CUT =
            "NCoef=\"3\" fC0=\"1\" fC1=\"1\" fC2=\"-1\" IVar=\"3\" Cut=\"2\" cType=\"1\"";

    @Test
    void letsTreesVoteByTypeOrByPurity() {
        String trees = forest(
                0,
                tree(0, "3", CUT, leaf('l', 1, "-1", "0.25", "0"), leaf('r', 1, "1", "0.75", "0")),
                tree(1, "1", INVERSE, leaf('l', 1, "-1", "0.5", "0"), leaf('r', 1, "1", "1", "0")));
        Weights types = Weights.of("BDT", 2).option("BoostType", "AdaBoost").weights(trees);
        Weights purities = Weights.of("BDT", 2)
                .option("BoostType", "AdaBoost")
                .option("UseYesNoLeaf", "False")
                .weights(trees);

        // An event at a cut passes it; the second cut is turned round.
        assertThat(types.score(1.5, 2)).containsExactly((3 - 1) / 4.0);
        assertThat(types.score(1.4999, 1.9)).containsExactly((-3 + 1) / 4.0);
        assertThat(purities.score(1.5, 2)).containsExactly((3 * 0.75 + 0.5) / 4);
        assertThat(types.read().scorer().threshold()).isZero();
    }

    @Test
    void cutsOnFisherDiscriminants() {
        String trees = forest(0, tree(0, "1", FISHER_CUT, leaf('l', 1, "-1", "0", "0"), leaf('r', 1, "1", "1", "0")));
        Weights file = Weights.of("BDT", 2).option("BoostType", "Bagging").weights(trees);

        // An event at such a cut does not pass it: 1 + 2 - 1 = 2.
        assertThat(file.score(1, 2)).containsExactly(-1);
        assertThat(file.score(1, 2.01)).containsExactly(1);
    }

    @Test
    void sumsGradientBoostedTrees() {
        String trees = forest(
                1,
                tree(0, "1", CUT, leaf('l', 1, "-1", "0", "-0.5"), leaf('r', 1, "1", "0", "0.25")),
                tree(1, "1", CUT, leaf('l', 1, "-1", "0", "-0.25"), leaf('r', 1, "1", "0", "0.5")));

        assertThat(Weights.of("BDT", 2)
                        .option("BoostType", "Grad")
                        .weights(trees)
                        .score(2, 0))
                .containsExactly(2.0 / (1 + StrictMath.exp(-1.5)) - 1);
    }

    @Test
    void givesClassesTheirOwnTreesInTurn() {
        String classes =
                "<Classes NClass=\"3\"><Class Name=\"a\" Index=\"0\"/><Class Name=\"b\" Index=\"1\"/><Class Name=\"c\""
                        + " Index=\"2\"/></Classes>";
        String[] trees = new String[6];
        for (int t = 0; t < 6; t++) {
            String r = String.valueOf(t + 1);
            trees[t] = tree(t, "1", CUT, leaf('l', 1, "-1", "0", "0"), leaf('r', 1, "1", "0", r));
        }
        Weights file = Weights.of("BDT", 2)
                .analysis("Multiclass", classes)
                .option("BoostType", "Grad")
                .weights(forest(1, trees));
        double[] e = {StrictMath.exp(5), StrictMath.exp(7), StrictMath.exp(9)};

        double[] out = file.score(9, 0);

        for (int k = 0; k < 3; k++) {
            assertThat(out[k]).isCloseTo(e[k] / (e[0] + e[1] + e[2]), within(1e-7));
        }
        assertThat(file.read().classes()).isEqualTo(List.of("a", "b", "c"));
    }

    @Test
    void regressesByTheMiddleOfTheTreesOrTheirMeanOrTheirSum() {
        String[] trees = new String[7];
        for (int t = 0; t < 7; t++) {
            String r = String.valueOf(t * t);
            trees[t] = tree(t, t == 0 ? "4" : "1", CUT, leaf('l', 1, "99", "0", "0"), leaf('r', 1, "99", "0", r));
        }
        Weights file = Weights.of("BDT", 2).analysis("Regression", TARGETS).weights(forest(1, trees));

        // Weights 4, 1, 1, … of 10: the first three have more than half; from a sixth of seven before to a sixth behind
        // these are the second to the fourth.
        assertThat(file.option("BoostType", "AdaBoostR2").score(9, 0)).containsExactly((float) ((1 + 4 + 9) / 3.0));
        assertThat(Weights.of("BDT", 2)
                        .analysis("Regression", TARGETS)
                        .option("BoostType", "Grad")
                        .weights(forest(1, trees))
                        .score(9, 0))
                .containsExactly(91 + 4);
    }

    @Test
    void decidesByCutsBeforeTheTrees() {
        String trees = forest(0, tree(0, "1", CUT, leaf('l', 1, "-1", "0", "0"), leaf('r', 1, "1", "1", "0")))
                .replace(
                        "<Weights ",
                        "<Weights PreselectionLowBkgVar0=\"1\" PreselectionLowBkgVar0Value=\"-3\""
                                + " PreselectionLowSigVar0=\"0\" PreselectionLowSigVar0Value=\"0\""
                                + " PreselectionHighBkgVar0=\"0\" PreselectionHighBkgVar0Value=\"0\""
                                + " PreselectionHighSigVar0=\"1\" PreselectionHighSigVar0Value=\"-1\" ");
        Weights file = Weights.of("BDT", 1).option("DoPreselection", "True").weights(trees);

        assertThat(file.score(-4)).containsExactly(-1);
        assertThat(file.score(0)).containsExactly(1);
        assertThat(file.score(-2)).containsExactly(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Likelihood     | the method Likelihood is not read",
                "Cuts           | the method Cuts is not read"
            })
    void refusesOtherMethods(String method, String message) {
        assertThatThrownBy(() -> Weights.of(method, 2).weights(FISHER).read())
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesWhatItDoesNotUnderstandAndTellsWhere() {
        Weights file = Weights.of("Fisher", 2).weights(FISHER);

        assertRefused(
                file.xml().replace("Index=\"2\" Value=\"-1\"", "Index=\"1\" Value=\"-1\""),
                "Index=\"1\", expected a whole number from 2 to 2");
        assertRefused(
                file.xml().replace("Value=\"0.5\"", "Value=\"nan\""), "Value is \"nan\", expected a finite number");
        assertRefused(file.xml().replace("<MVAPdfs/>", "<Other/>"), "this part of a weight file is not known");
        assertRefused(file.xml().replace("NVar=\"2\"", "NVar=\"3\""), "it holds 2 variables of 3");
        assertRefused(file.xml().substring(0, 300), "it is no whole XML file");
        assertRefused(
                file.xml()
                        .replace("<?xml version=\"1.0\"?>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"),
                "entities of its own");
        assertRefused(
                Weights.of("MLP", 2)
                        .option("NeuronType", "softsign")
                        .weights(FISHER)
                        .xml(),
                "'softsign' is not known");
    }

    private static void assertRefused(String xml, String message) {
        assertThatThrownBy(() -> new TmvaFormat().read(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(message);
    }
}
