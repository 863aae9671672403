package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@code String} component that takes the name which the statement declares: {@code nn} in {@code train nn = mlp}, and {@code h} in
 * {@code hist h in sr : x}. An optional name that is left out is the empty string.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Named {
    /** What the name stands for. */
    String doc();

    /** Whether it may be left out. */
    boolean optional() default false;
}
