/** Seeded toy samples: shapes in the plane for lectures, and two-lepton collider events. */
@NullMarked
package hep.winnow.toys;

import org.jspecify.annotations.NullMarked;
