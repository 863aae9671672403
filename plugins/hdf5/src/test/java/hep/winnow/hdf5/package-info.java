/** Tests of HDF5 files. */
@NullMarked
package hep.winnow.hdf5;

import org.jspecify.annotations.NullMarked;
