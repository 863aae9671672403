package hep.winnow.hdf5;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import java.util.List;

/** Lets {@code read} take HDF5 files. */
public final class Hdf5Plugin implements Plugin {
    @Override
    public String id() {
        return "hdf5";
    }

    @Override
    public String description() {
        return "Events from HDF5 files: columns in a group, arrays and records of h5py, frames of pandas";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new Hdf5Format());
    }
}
