package hep.winnow.root.write;

import java.util.List;

/** The description of a class in a file, a {@code TStreamerInfo}. */
record ClassInfo(String name, int version, int checksum, List<Member> members) implements Streamed {
    /** Set by ROOT where the description was made by the class itself. */
    private static final int COMPILED = 1 << 16;

    @Override
    public String className() {
        return "TStreamerInfo";
    }

    @Override
    public void write(ObjectWriter to) {
        to.part(9, () -> {
            to.named(name, "", COMPILED).out().i32(checksum).i32(version);
            to.pointer(new Members(members));
        });
    }

    /** Identity of the list for pointers. */
    private record Members(List<Member> members) implements Streamed {
        @Override
        public String className() {
            return "TObjArray";
        }

        @Override
        public void write(ObjectWriter to) {
            to.array(members);
        }
    }
}
