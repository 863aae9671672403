/** ROC, overtraining, cut optimisation. */
@NullMarked
package hep.winnow.evaluation;

import org.jspecify.annotations.NullMarked;
