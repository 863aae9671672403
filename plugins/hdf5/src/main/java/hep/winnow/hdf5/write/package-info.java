/**
 * Writes HDF5 files as events come, with bounded memory. What is here follows the HDF5 File Format Specification, version 3.0: superblock 2, object headers 2, chunks indexed by B-trees 1, which
 * the HDF5 library reads since release 1.8 of 2008.
 */
@NullMarked
package hep.winnow.hdf5.write;

import org.jspecify.annotations.NullMarked;
