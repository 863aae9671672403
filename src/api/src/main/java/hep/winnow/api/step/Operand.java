package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that stands in the statement without an {@code name=}: by position, or behind a keyword. A component of type
 * {@code Optional<T>} or {@code List<T>} may be left out if {@link #optional()}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Operand {
    /** What it is. */
    String doc();

    /** The keyword before it: {@code from on in to vs into extends}; empty for one by position. */
    String keyword() default "";

    /** Whether it may be left out. */
    boolean optional() default false;

    /** Whether an {@link EventExpression} may be a list of values per event. */
    boolean lists() default false;
}
