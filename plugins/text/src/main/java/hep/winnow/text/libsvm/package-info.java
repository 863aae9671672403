/** Files of LibSVM and SVMlight. */
@NullMarked
package hep.winnow.text.libsvm;

import org.jspecify.annotations.NullMarked;
