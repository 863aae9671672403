/** Models in other forms: each learner and layer, in ONNX Runtime and as compiled code. */
@NullMarked
package hep.winnow.acceptance.models;

import org.jspecify.annotations.NullMarked;
