package hep.winnow.hdf5;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.api.step.EventWriterFormat;
import hep.winnow.hdf5.write.Hdf5WriterFormat;
import java.util.List;

/** Lets {@code read} and {@code save} take HDF5 files. */
public final class Hdf5Plugin implements Plugin {
    @Override
    public String id() {
        return "hdf5";
    }

    @Override
    public String description() {
        return "Events from and to HDF5 files: columns in a group, arrays and records of h5py, frames of pandas";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new Hdf5Format());
    }

    @Override
    public List<EventWriterFormat> writerFormats() {
        return List.of(new Hdf5WriterFormat());
    }
}
