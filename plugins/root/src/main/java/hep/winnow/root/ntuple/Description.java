package hep.winnow.root.ntuple;

import hep.winnow.root.file.Damage;
import hep.winnow.root.file.Key;
import hep.winnow.root.file.RootFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an ntuple says of itself, but for where the pages of its clusters lie.
 *
 * @param name of the ntuple
 * @param schema what its events hold
 * @param groups of clusters, in the order of their events
 * @param checksum of the header, which all other descriptions repeat
 */
record Description(String name, Anchor anchor, Schema schema, List<Group> groups, long checksum) {
    /**
     * Clusters whose pages are described together.
     *
     * @param first number of the first event
     * @param entries number of events
     * @param clusters number of clusters
     * @param length of the page list when unpacked
     * @param pages where the page list lies
     */
    record Group(long first, long entries, int clusters, long length, Locator pages) {
        static Group read(Words in) {
            long first = in.size();
            long entries = in.size();
            long clusters = in.u32();
            long length = in.size();
            if (clusters > length) {
                throw new Damage.Found(
                        "a page list of " + length + " bytes is said to describe " + clusters + " clusters");
            }
            return new Group(first, entries, (int) clusters, length, Locator.read(in));
        }
    }

    static Description read(RootFile file, Key key) throws IOException {
        Anchor anchor = Anchor.read(file, key);
        Schema schema = new Schema();
        Envelope header = Envelope.read(file, anchor, Envelope.Part.HEADER, anchor.header(), anchor.headerLength());
        String name = header.parse(in -> header(in, schema));
        Envelope footer = Envelope.read(file, anchor, Envelope.Part.FOOTER, anchor.footer(), anchor.footerLength());
        List<Group> groups = footer.parse(in -> footer(in, header.checksum(), schema));
        return new Description(name, anchor, schema, groups, header.checksum());
    }

    private static String header(Words in, Schema schema) {
        Envelope.checkFeatures(in);
        String name = in.text();
        in.text();
        in.text();
        schema.add(in);
        return name;
    }

    private static List<Group> footer(Words in, long checksum, Schema schema) {
        Envelope.checkFeatures(in);
        if (in.i64() != checksum) {
            throw new Damage.Found("it is that of another header");
        }
        Words extension = in.record();
        if (extension.hasMore()) {
            schema.add(extension);
        }
        return groups(in.list());
    }

    private static List<Group> groups(Words list) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < list.items(); i++) {
            groups.add(Group.read(list.record()));
        }
        groups.sort(Comparator.comparingLong(Group::first));
        long next = 0;
        for (Group group : groups) {
            if (group.first() != next) {
                throw new Damage.Found("a group of clusters begins with event " + group.first() + ", expected " + next);
            }
            next = Math.addExact(next, group.entries());
        }
        return groups;
    }

    /** Returns the number of events. */
    long entries() {
        return groups.isEmpty()
                ? 0
                : groups.get(groups.size() - 1).first()
                        + groups.get(groups.size() - 1).entries();
    }
}
