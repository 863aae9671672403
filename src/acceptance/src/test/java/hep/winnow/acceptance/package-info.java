/** Tests of the whole: the arrows between the modules, the macros, the packaged program. */
@NullMarked
package hep.winnow.acceptance;

import org.jspecify.annotations.NullMarked;
