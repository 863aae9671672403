package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that is written {@code name=value}; the name is the component's, with {@code camelCase} written {@code camel_case}. An option without
 * {@link #value()} must be given, unless its type is a {@code List} or {@code Optional}, which are then empty.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {
    /** What it does. */
    String doc();

    /** The option's name where it cannot be the component's, such as {@code class}. */
    String name() default "";

    /** The default, as text of the macro language. */
    String value() default "";

    /** Its unit, if it has one. */
    String unit() default "";

    /** Least value of a number, or of each number of a list. */
    double min() default Double.NEGATIVE_INFINITY;

    /** Greatest value of a number. */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min()} itself is refused. */
    boolean aboveMin() default false;

    /** Whether {@link #max()} itself is refused. */
    boolean belowMax() default false;

    /** Whether a {@code List} or {@code Optional} without default must be given all the same. */
    boolean required() default false;

    /** Names of the same thing in other programs: whoever writes one is told this option's name. */
    String[] alsoKnownAs() default {};

    /** Whether an {@link EventExpression} may be a list of values per event. */
    boolean lists() default false;
}
