/** Statistics of weighted events. */
package hep.winnow.kernels.stat;
