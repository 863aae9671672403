package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.event.UnreadableColumn;
import hep.winnow.root.object.Instance;
import hep.winnow.root.object.ObjectReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Friends that are stored in a tree. */
class FriendsOfTreeTest {
    @Test
    void tellsHowToReadThem() {
        Instance far =
                new Instance("TFriendElement", Map.of("fName", "alias", "fTreeName", "Weights", "fTitle", "w.root"));
        Instance near = new Instance("TFriendElement", Map.of("fName", "More", "fTreeName", "", "fTitle", ""));
        Instance list = new Instance("TList", Map.of(ObjectReader.ITEMS, List.of(far, near)));

        List<UnreadableColumn> told = Tree.friends(new Instance("TTree", Map.of("fFriends", list)));

        assertThat(told).extracting(UnreadableColumn::name).containsExactly("friend Weights", "friend More");
        assertThat(told.get(0).reason()).contains("of w.root", "friends=[\"w.root:Weights\"]");
        assertThat(told.get(1).reason()).contains("of the same file", "friends=[\"FILE:More\"]");
        assertThat(Tree.friends(new Instance("TTree", Map.of()))).isEmpty();
    }
}
