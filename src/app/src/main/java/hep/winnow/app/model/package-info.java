/** {@code winnow model}: what model files hold, and what they are exported as. */
@NullMarked
package hep.winnow.app.model;

import org.jspecify.annotations.NullMarked;
