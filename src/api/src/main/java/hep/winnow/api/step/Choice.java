package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names one alternative of a sealed interface of records: {@code adam} in {@code solver=adam(rate=1e-3)}. The components carry {@link Option}; they can be given
 * by name, or by position in the record's order.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Choice {
    /** The word. */
    String value();

    /** What it is. */
    String doc();

    /** Words for the same thing in other programs: whoever writes one is told this one. */
    String[] alsoKnownAs() default {};
}
