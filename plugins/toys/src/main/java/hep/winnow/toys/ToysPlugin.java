package hep.winnow.toys;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.Step;
import hep.winnow.toys.collider.Collider;
import hep.winnow.toys.collider.ZJets;
import hep.winnow.toys.digit.Digits;
import hep.winnow.toys.dijet.Dijet;
import hep.winnow.toys.housing.Housing;
import hep.winnow.toys.shape.Blobs;
import hep.winnow.toys.shape.Circles;
import hep.winnow.toys.shape.Linear;
import hep.winnow.toys.shape.Moons;
import hep.winnow.toys.shape.Sine2d;
import hep.winnow.toys.shape.Spirals;
import hep.winnow.toys.shape.Xor;
import java.util.List;

/** Brings the verb {@code toy}. */
public final class ToysPlugin implements Plugin {
    @Override
    public String id() {
        return "toys";
    }

    @Override
    public String description() {
        return "Seeded toy samples: shapes in the plane, a function to fit, two-lepton, two-jet and Z collider events,"
                + " and images of digits";
    }

    @Override
    public List<Class<? extends Step>> steps() {
        return List.of(
                Xor.class,
                Circles.class,
                Moons.class,
                Spirals.class,
                Linear.class,
                Blobs.class,
                Sine2d.class,
                Housing.class,
                Collider.class,
                Digits.class,
                Dijet.class,
                ZJets.class);
    }
}
