/** Tests of ARFF files. */
@NullMarked
package hep.winnow.text.arff;

import org.jspecify.annotations.NullMarked;
