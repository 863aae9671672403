/** HDF5 files as events: the layouts of h5py, pandas and PyTables. */
@NullMarked
package hep.winnow.hdf5;

import org.jspecify.annotations.NullMarked;
