/** A model's graph as a graph of ONNX. */
@NullMarked
package hep.winnow.onnx.write;

import org.jspecify.annotations.NullMarked;
