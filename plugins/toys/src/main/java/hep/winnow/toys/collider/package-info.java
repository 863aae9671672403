/** A small generator of two-lepton collider events: hard process, decays, detector. Energies, momenta and masses are in GeV, angles in radians. */
@NullMarked
package hep.winnow.toys.collider;

import org.jspecify.annotations.NullMarked;
