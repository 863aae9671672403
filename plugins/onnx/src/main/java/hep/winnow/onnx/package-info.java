/** Models as ONNX files. */
@NullMarked
package hep.winnow.onnx;

import org.jspecify.annotations.NullMarked;
