/** Tests of LibSVM files. */
@NullMarked
package hep.winnow.text.libsvm;

import org.jspecify.annotations.NullMarked;
