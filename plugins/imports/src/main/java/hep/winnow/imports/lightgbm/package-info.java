/** Models of LightGBM, scored in doubles as it does. */
@NullMarked
package hep.winnow.imports.lightgbm;

import org.jspecify.annotations.NullMarked;
