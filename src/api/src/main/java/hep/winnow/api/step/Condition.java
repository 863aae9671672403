package hep.winnow.api.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the component that stands behind the colon of a statement, as in {@code hist h in sr : mth}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Condition {
    /** What it is. */
    String doc();

    /** Whether an {@link EventExpression} may be a list of values per event. */
    boolean lists() default false;
}
