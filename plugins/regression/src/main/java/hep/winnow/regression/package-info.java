/** Linear discriminants and regressions. */
@NullMarked
package hep.winnow.regression;

import org.jspecify.annotations.NullMarked;
