package hep.winnow.imports.tmva;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeFormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var3                          | var3",
                "var1+var2                     | (var1 + var2)",
                "abs(var1-var2)                | abs((var1 - var2))",
                "fabs(x)                       | abs(x)",
                "TMath::Abs(x)/1000.           | (abs(x) / 1000.0)",
                "TMath::Power(x,2)+.5          | ((x^2) + 0.5)",
                "-x**2                         | (-(x^2))",
                "x^-1                          | (x^(-1))",
                "a-b-c                         | ((a - b) - c)",
                "a<b && !(c>=1e3)              | ((a < b) and (not (c >= 1e3)))",
                "a>0 ? log10(a) : -9           | ((a > 0) ? log10(a) : (-9))",
                "jet.pt[0]                     | `jet.pt`[0]",
                "TMath::Pi()                   | 3.141592653589793",
                "max(a, min(b,c))              | max(a, min(b, c))",
                "sq(a+b)                       | ((a + b)*(a + b))"
            })
    void translates(String there, String here) {
        assertThat(TreeFormula.translate(there)).contains(here);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a<b<c",
                "2^3^2",
                "Sum$(jet_pt)",
                "jet_pt[i]",
                "a % 2",
                "a & b",
                "f(x)",
                "Abs(x)",
                "abs(x,y)",
                "x.fTrack->Pt()",
                "TMath::Gaus(x)",
                "(a",
                "a)",
                "1.2.3",
                "a+",
                "\"a\"==b",
                "a==b==c",
                "pow(x)"
            })
    void leavesAloneWhatMeansSomethingElseOrNothing(String formula) {
        assertThat(TreeFormula.translate(formula)).isEmpty();
    }

    @Test
    void doesNotDescendWithoutEnd() {
        assertThat(TreeFormula.translate("(".repeat(100_000) + "x")).isEmpty();
        assertThat(TreeFormula.translate("-".repeat(100_000) + "x")).isEmpty();
    }
}
