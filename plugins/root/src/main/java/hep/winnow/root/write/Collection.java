package hep.winnow.root.write;

import hep.winnow.api.event.Column;
import hep.winnow.api.event.EventBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Columns of lists that belong together, such as {@code jet_pt} and {@code jet_eta}, and have been equally long so far, so that one branch counts them. */
final class Collection {
    private final NumberBranch counter;
    private final Optional<Integer> column;
    private final List<Member> members = new ArrayList<>();

    /** A column of lists. */
    record Member(int column, NumberBranch branch) {}

    /** Makes one whose counter is a column of its own, of that number in each block, or none of them. */
    Collection(NumberBranch counter, Optional<Integer> column) {
        this.counter = counter;
        this.column = column;
    }

    NumberBranch counter() {
        return counter;
    }

    List<Member> members() {
        return members;
    }

    void add(Member member) {
        members.add(member);
        member.branch().countedBy(counter);
    }

    /** Takes out and returns the members that, in some events of a block, are not as long as the counter says; without one that is a column, as the first member. */
    List<Member> split(EventBlock block, int from, int to) {
        if (members.isEmpty()) {
            return List.of();
        }
        int[] expected = column.isPresent()
                ? Arrays.copyOfRange(((Column.Ints) block.columns().get(column.get())).values(), from, to)
                : lengths(block, members.get(0), from, to);
        List<Member> odd = new ArrayList<>();
        for (Member member : members) {
            if (!Arrays.equals(lengths(block, member, from, to), expected)) {
                odd.add(member);
            }
        }
        members.removeAll(odd);
        return odd;
    }

    /** Adds the lengths of the events to the counter, if no column does so. */
    void count(EventBlock block, int from, int to) {
        if (members.isEmpty()) {
            return;
        }
        int[] lengths = lengths(block, members.get(0), from, to);
        for (int length : lengths) {
            counter.count(length);
        }
        if (column.isEmpty()) {
            counter.basket().addNumbers(new Column.Ints(lengths), 0, lengths.length);
        }
    }

    private static int[] lengths(EventBlock block, Member member, int from, int to) {
        Column.Lists lists = (Column.Lists) block.columns().get(member.column());
        int[] lengths = new int[to - from];
        for (int i = from; i < to; i++) {
            lengths[i - from] = lists.length(i);
        }
        return lengths;
    }
}
