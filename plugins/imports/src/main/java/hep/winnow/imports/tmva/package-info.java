/** Weight files of TMVA, scored as TMVA's Reader does: events are floats, weights of trees and networks too. */
@NullMarked
package hep.winnow.imports.tmva;

import org.jspecify.annotations.NullMarked;
