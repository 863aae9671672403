/** Models of XGBoost, scored in floats as it does. */
@NullMarked
package hep.winnow.imports.xgboost;

import org.jspecify.annotations.NullMarked;
