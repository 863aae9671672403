package hep.winnow.acceptance;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What no class of ours does, in any module. */
class HouseRulesTest {
    private static final JavaClasses ALL = Modules.allBut();

    @Test
    void onlyTheProgramSpeaksAndExits() {
        noClasses()
                .should()
                .accessTargetWhere(calls(System.class, "out|err|exit|setOut|setErr"))
                .orShould()
                .accessTargetWhere(calls(Runtime.class, "exit|halt"))
                .orShould()
                .accessTargetWhere(calls(Throwable.class, "printStackTrace"))
                .because("the framework runs inside hosts, whose console and process are not ours")
                .check(Modules.allBut("app"));
    }

    @Test
    void transcendentalFunctionsHaveTheSameBitsEverywhere() {
        String functions = "a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot";
        noClasses()
                .should()
                .accessTargetWhere(calls(Math.class, functions))
                .orShould()
                .accessTargetWhere(target(owner(named("jdk.incubator.vector.VectorOperators")))
                        .and(target(nameMatching(functions.toUpperCase(Locale.ROOT)))))
                .because("they differ between JDKs and machines: StrictMath's and the kernels' do not")
                .check(ALL);
    }

    @Test
    void chanceComesFromSeeds() {
        noClasses()
                .should()
                .accessTargetWhere(calls(Math.class, "random"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.SplittableRandom")
                .because("a run is repeated from its seed, on any JDK, by the api's random streams")
                .check(ALL);
    }

    @Test
    void textIsTheSameInEveryLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "format", String.class, Object[].class)
                .because("a number must not change its decimal point with the machine's language")
                .check(ALL);
    }

    @Test
    void nothingIsSerialized() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInput.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ObjectOutput.class)
                .because("a model file is data: reading one must not run code")
                .check(ALL);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(DescribedPredicate.not(modifier(SYNTHETIC)))
                .should()
                .beFinal()
                .because("several runs live in one JVM")
                .check(ALL);
    }

    @Test
    void staticFieldsHoldNothingToBeChanged() {
        noFields()
                .that()
                .areStatic()
                .and(modifier(FINAL))
                .should()
                .haveRawType(changing())
                .because("several runs live in one JVM")
                .check(ALL);
    }

    @Test
    void everyPackageIsNullMarked() {
        noClasses().should(liveInAPackageThatIsNotNullMarked()).check(ALL);
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Class<?> type, String names) {
        DescribedPredicate<AccessTarget> ofType = DescribedPredicate.describe(
                type.getSimpleName(), member -> member.getOwner().isAssignableTo(type));
        return target(ofType)
                .and(target(nameMatching(names)))
                .as("the target is one of %s of %s", names, type.getSimpleName());
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    // A collection declared by its interface may be immutable; one declared by its class is there to be changed.
    private static DescribedPredicate<JavaClass> changing() {
        return DescribedPredicate.describe(
                "a type that is there to be changed",
                type -> type.getPackageName().equals("java.util.concurrent.atomic")
                        || type.isAssignableTo(ThreadLocal.class)
                        || type.isAssignableTo(CharSequence.class) && !type.isEquivalentTo(String.class)
                        || !type.isInterface()
                                && (type.isAssignableTo(Map.class) || type.isAssignableTo(Collection.class)));
    }

    private static ArchCondition<JavaClass> liveInAPackageThatIsNotNullMarked() {
        return new ArchCondition<>("live in a package that is not @NullMarked") {
            private final Map<String, Boolean> marked = new TreeMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isMarked = marked.computeIfAbsent(
                        type.getPackageName(),
                        name -> ALL.contain(name + ".package-info")
                                && ALL.get(name + ".package-info").isAnnotatedWith(NullMarked.class));
                events.add(new SimpleConditionEvent(type, !isMarked, type.getName() + " is in an unmarked package"));
            }
        };
    }
}
