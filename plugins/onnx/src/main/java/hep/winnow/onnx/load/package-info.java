/** ONNX files of any program as models, scored by ONNX Runtime, which is native code. */
@NullMarked
package hep.winnow.onnx.load;

import org.jspecify.annotations.NullMarked;
