/** Models of Keras: files of its versions 1 to 3, read without TensorFlow. */
@NullMarked
package hep.winnow.imports.keras;

import org.jspecify.annotations.NullMarked;
