package hep.winnow.root;

import hep.winnow.api.Plugin;

/** Lets {@code read} and {@code save} take ROOT files. */
public final class RootPlugin implements Plugin {
    @Override
    public String id() {
        return "root";
    }

    @Override
    public String description() {
        return "Events and histograms from and to ROOT files";
    }
}
