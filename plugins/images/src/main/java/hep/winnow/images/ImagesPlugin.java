package hep.winnow.images;

import hep.winnow.api.Plugin;
import hep.winnow.api.step.EventFormat;
import hep.winnow.images.idx.IdxFormat;
import hep.winnow.images.png.PngFormat;
import java.util.List;

/** Lets {@code read} take images. */
public final class ImagesPlugin implements Plugin {
    @Override
    public String id() {
        return "images";
    }

    @Override
    public String description() {
        return "Events from files of images: IDX (the format of MNIST) and folders of PNG; each pixel is a column";
    }

    @Override
    public List<EventFormat> formats() {
        return List.of(new IdxFormat(), new PngFormat());
    }
}
