package hep.winnow.root.tree;

import hep.winnow.root.file.Cursor;
import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Header;
import org.jspecify.annotations.Nullable;

/** How objects lie in the bytes of a basket, and collections of them: behind headers that tell their version and length. */
final class ObjectShapes {
    private ObjectShapes() {}

    /** An object behind the name of its class: that of a {@code TBranchObject}. */
    record Named(Shape object) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            in.skip(in.u8() + 1);
            object.read(in, sinks);
        }

        @Override
        public int least() {
            return 2 + object.least();
        }

        @Override
        public void columns(int depth, Shape.Columns to) {
            object.columns(depth, to);
        }
    }

    /**
     * An object or a collection behind its header.
     *
     * @param version that the class must have; -1 for any
     * @param className for errors
     */
    record Headed(int version, String className, Shape inside) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            int start = in.position();
            Header header = Header.read(in);
            int found = header.version();
            if (header.end() < 0 && version >= 0 && found != version) {
                // Some classes are streamed without a header.
                in.seek(start);
            } else if (found == 0 && version > 0) {
                in.skip(4);
            } else if (version >= 0 && found != version) {
                throw new Damage.Refused(
                        "an object of " + className + " is of version " + found + ", expected " + version);
            } else if (version < 0 && header.isMemberWise()) {
                throw new Damage.Refused("a collection, " + className + ", is streamed member by member");
            }
            if (header.end() < 0) {
                inside.read(in, sinks);
                return;
            }
            Cursor part = in.slice(header.end() - in.position());
            inside.read(part, sinks);
            if (part.remaining() != 0) {
                throw new Damage.Found("an object of " + className + " has " + part.remaining()
                        + " bytes more than its class tells of");
            }
        }

        @Override
        public int least() {
            return inside instanceof Shape.ToEnd ? 0 : inside.least();
        }

        @Override
        public void columns(int depth, Shape.Columns to) {
            inside.columns(depth, to);
        }
    }

    /**
     * A collection of objects, or of pairs, behind its header: one object behind the other, or member by member.
     *
     * @param whole an object as it stands alone
     * @param members its members
     * @param hasClass whether the version of the class stands in front of values that are streamed member by member
     */
    record Collection(String className, int depth, Shape whole, Shape.Sequence members, boolean hasClass)
            implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            Header header = Header.read(in);
            if (header.end() < 0) {
                throw new Damage.Found("a collection, " + className + ", does not tell how many bytes it has");
            }
            Cursor part = in.slice(header.end() - in.position());
            if (header.isMemberWise()) {
                if (hasClass && part.u16() == 0) {
                    part.skip(4);
                }
                int count = count(part, members);
                Lists.begin(members, depth, count, sinks);
                for (Shape member : members.parts()) {
                    memberOfAll(member, part, count, sinks);
                }
            } else {
                int count = count(part, whole);
                Lists.begin(whole, depth, count, sinks);
                whole.readMany(part, count, sinks);
            }
            if (part.remaining() != 0) {
                throw new Damage.Found("a collection, " + className + ", has " + part.remaining() + " bytes too many");
            }
        }

        /** Reads a member of all objects: one header stands in front of the containers of all. */
        private static void memberOfAll(Shape member, Cursor in, int count, @Nullable Sink[] sinks) {
            if (count > 0 && member instanceof Headed headed && headed.version() < 0) {
                Header header = Header.read(in);
                Cursor part = header.end() < 0 ? in : in.slice(header.end() - in.position());
                headed.inside().readMany(part, count, sinks);
                return;
            }
            member.readMany(in, count, sinks);
        }

        private static int count(Cursor in, Shape element) {
            int count = in.i32();
            Lists.check(count, element, in);
            return count;
        }

        @Override
        public int least() {
            return 10;
        }

        @Override
        public void columns(int outer, Shape.Columns to) {
            whole.columns(outer + 1, to);
        }
    }

    /** A {@code TObject} in another object: nothing that a physicist would ask for. */
    record Skipped() implements Shape {
        static final int IS_REFERENCED = 1 << 4;

        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            Header header = Header.read(in);
            in.skip(4);
            if ((in.i32() & IS_REFERENCED) != 0) {
                in.skip(2);
            }
            header.close(in);
        }

        @Override
        public int least() {
            return 10;
        }

        @Override
        public void columns(int depth, Shape.Columns to) {
            // has none
        }
    }

    /** The bits of a {@code TObject}, behind which stands a number of two bytes if others refer to the object. */
    record Bits(int place) implements Shape {
        @Override
        public void read(Cursor in, @Nullable Sink[] sinks) {
            long bits = in.u32();
            if ((bits & Skipped.IS_REFERENCED) != 0) {
                in.skip(2);
            }
            Sink sink = sinks[place];
            if (sink != null) {
                ((long[]) sink.room(1))[sink.size()] = bits;
                sink.added(1);
            }
        }

        @Override
        public int least() {
            return 4;
        }

        @Override
        public void columns(int depth, Shape.Columns to) {
            to.column(place, depth);
        }
    }
}
