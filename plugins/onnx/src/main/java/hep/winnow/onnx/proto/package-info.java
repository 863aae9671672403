/** The little of protocol buffers and of the schema of ONNX that models need: written and read by us, so that no native code is needed to export. */
@NullMarked
package hep.winnow.onnx.proto;

import org.jspecify.annotations.NullMarked;
