/** ARFF files, as Weka has them. */
@NullMarked
package hep.winnow.text.arff;

import org.jspecify.annotations.NullMarked;
