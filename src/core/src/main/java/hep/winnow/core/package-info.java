/** The framework: checks macros and runs them. */
@NullMarked
package hep.winnow.core;

import org.jspecify.annotations.NullMarked;
