/** A small generator of events with two jets: a heavy resonance to two bosons over jets of quarks and gluons. Energies and masses are in GeV. */
@NullMarked
package hep.winnow.toys.dijet;

import org.jspecify.annotations.NullMarked;
