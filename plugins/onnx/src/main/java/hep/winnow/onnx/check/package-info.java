/** ONNX graphs carried out operation by operation, slowly: the measure of what was written. */
@NullMarked
package hep.winnow.onnx.check;

import org.jspecify.annotations.NullMarked;
