package hep.winnow.core.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.api.diagnostic.UserError;
import hep.winnow.api.function.EventFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunctionTableTest {
    private final FunctionTable table = new FunctionTable(List.of());

    @Test
    void holdsTheUsualFunctions() {
        assertThat(table.names())
                .contains("sqrt", "abs", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "atan2")
                .contains(
                        "sinh", "cosh", "tanh", "min", "max", "pow", "floor", "ceil", "round", "hypot", "sign", "isnan")
                .contains("delta_phi", "delta_r", "inv_mass", "mt", "px", "py", "pz", "energy", "rapidity")
                .contains("log1p", "expm1", "cbrt", "clamp", "between")
                .isSorted();
    }

    @Test
    void eachFunctionIsDocumentedUnderItsName() {
        for (EventFunction function : table.all()) {
            assertThat(function.name()).matches("[a-z][a-z0-9_]*");
            assertThat(function.usage()).startsWith(function.name() + "(").endsWith(")");
            assertThat(function.doc()).as(function.name()).endsWith(".").doesNotContain("\n");
            assertThat(function.minArguments()).isPositive().isLessThanOrEqualTo(function.maxArguments());
            assertThat(function.checkArguments(function.minArguments())).isEmpty();
        }
    }

    @Test
    void refusesASecondFunctionOfTheSameName() {
        EventFunction sqrt = table.find("sqrt").orElseThrow();
        assertThatThrownBy(() -> new FunctionTable(List.of(sqrt)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("two functions are called 'sqrt'");
    }

    @Test
    void findsNothingUnderAnUnknownName() {
        assertThat(table.find("nope")).isEmpty();
    }
}
