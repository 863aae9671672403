package hep.winnow.core.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a record, in the order of its components.
 *
 * @param type the record class
 * @param members one per component: a slot, or the schema of an inlined record
 */
public record RecordSchema(Class<? extends Record> type, List<Member> members) {
    public RecordSchema {
        members = List.copyOf(members);
    }

    /** A component. */
    public sealed interface Member {}

    /** A component of its own. */
    public record One(Slot slot) implements Member {}

    /** A component whose type is a record that is written inline. */
    public record Group(RecordSchema schema) implements Member {}

    /** Returns all slots, inlined ones where they stand. */
    public List<Slot> slots() {
        List<Slot> out = new ArrayList<>();
        for (Member member : members) {
            if (member instanceof One one) {
                out.add(one.slot());
            } else if (member instanceof Group group) {
                out.addAll(group.schema().slots());
            }
        }
        return out;
    }

    /** Returns the slots of one place. */
    public List<Slot> slots(Slot.Place place) {
        return slots().stream().filter(s -> s.place() == place).toList();
    }
}
