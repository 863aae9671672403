package hep.winnow.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the modules: {@code app -> core -> api, kernels <- plugins/*}. */
class ArrowsTest {
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify.annotations..";

    @Test
    void apiNeedsTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("hep.winnow.api..", JDK, NULLNESS)
                .because("a host sees the api, and the api must clash with nothing in it")
                .check(Modules.of("api"));
    }

    @Test
    void kernelsNeedTheJdkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("hep.winnow.kernels..", JDK, "jdk.incubator.vector..", NULLNESS)
                .check(Modules.of("kernels"));
    }

    @Test
    void coreNeedsApiAndKernelsAndWhatItRelocates() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "hep.winnow.core..",
                        "hep.winnow.api..",
                        "hep.winnow.kernels..",
                        "com.fasterxml.jackson.core..",
                        JDK,
                        "javax.script..",
                        NULLNESS)
                .because("whoever embeds core must not meet another library in it")
                .check(Modules.of("core"));
    }

    @Test
    void appKnowsNoPlugin() {
        noClasses()
                .should()
                .dependOnClassesThat(areOursOutside("app", "core", "api", "kernels"))
                .check(Modules.of("app"));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void pluginSeesApiAndKernelsOnly(String plugin) {
        noClasses()
                .should()
                .dependOnClassesThat(areOursOutside(plugin, "api", "kernels"))
                .because("plugins reach each other by the services of the api")
                .check(Modules.of(plugin));
    }

    @Test
    void everyModuleKeepsToItsPackage() {
        Modules.folders()
                .keySet()
                .forEach(module -> classes()
                        .should()
                        .resideInAPackage("hep.winnow." + module + "..")
                        .check(Modules.of(module)));
    }

    @Test
    void everyModuleIsRead() {
        assertThat(Modules.folders().keySet())
                .allSatisfy(module -> assertThat(Modules.of(module)).isNotEmpty());
    }

    static Stream<String> plugins() {
        return Checkout.plugins().stream().map(Path::getFileName).map(Path::toString);
    }

    private static DescribedPredicate<JavaClass> areOursOutside(String... modules) {
        Set<String> allowed = Set.of(modules);
        return DescribedPredicate.describe("are of Winnow, but not of " + List.of(modules), type -> {
            String name = type.getPackageName();
            return name.startsWith("hep.winnow.") && !allowed.contains(name.split("\\.", 4)[2]);
        });
    }
}
