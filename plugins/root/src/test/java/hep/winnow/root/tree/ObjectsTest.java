package hep.winnow.root.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.winnow.root.file.Damage;
import hep.winnow.root.object.ClassInfo;
import hep.winnow.root.object.Element;
import hep.winnow.root.object.Streamed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Branches of containers and objects. */
class ObjectsTest {
    private static final int MEMBER_WISE = 1 << 14;

    private static List<String> read(String type, Basket basket, ClassInfo... classes) {
        return Branches.read(
                Branches.object(type, classes.length == 0 ? 0 : classes[0].version()), List.of(classes), basket);
    }

    @Test
    void readsVectorsOfNumbers() {
        Basket basket = new Bytes()
                .entry()
                .headed(9, new Bytes().i32(2).f32(1).f32(2))
                .entry()
                .headed(9, new Bytes().i32(0))
                .basket();

        assertThat(read("vector<float>", basket)).containsExactly(": [[1.0, 2.0], []]");
    }

    @Test
    void readsVectorsOfVectorsAndOfTexts() {
        Basket lists = new Bytes()
                .entry()
                .headed(9, new Bytes().i32(2).i32(1).i32(7).i32(0))
                .basket();
        Basket texts = new Bytes()
                .entry()
                .headed(9, new Bytes().i32(2).text("a").text(""))
                .basket();

        assertThat(read("vector<vector<int> >", lists)).containsExactly(": [[[7], []]]");
        assertThat(read("std::vector<std::string>", texts)).containsExactly(": [[a, ]]");
    }

    @Test
    void readsMapsMemberByMember() {
        Bytes inside = new Bytes()
                .i16(1)
                .i32(2)
                .i32(10)
                .i32(20)
                .headed(9, new Bytes().i32(1).i16(5).i32(2).i16(6).i16(7));
        Basket basket = new Bytes().entry().headed(MEMBER_WISE | 9, inside).basket();

        assertThat(read("map<int,vector<short> >", basket))
                .containsExactly(".first: [[10, 20]]", ".second: [[[5], [6, 7]]]");
    }

    @Test
    void readsObjectsMemberByMemberOrOneByOne() {
        Bytes one = new Bytes().tObject().f64(1).f64(2).f64(3);
        Basket whole =
                new Bytes().entry().headed(9, new Bytes().i32(1).headed(3, one)).basket();
        Bytes members = new Bytes()
                .i16(3)
                .i32(2)
                .tObject()
                .tObject()
                .f64(1)
                .f64(4)
                .f64(2)
                .f64(5)
                .f64(3)
                .f64(6);
        Basket split = new Bytes().entry().headed(MEMBER_WISE | 9, members).basket();

        assertThat(read("vector<TVector3>", whole, Branches.VECTOR3))
                .containsExactly(".fX: [[1.0]]", ".fY: [[2.0]]", ".fZ: [[3.0]]");
        assertThat(read("vector<TVector3>", split, Branches.VECTOR3))
                .containsExactly(".fX: [[1.0, 4.0]]", ".fY: [[2.0, 5.0]]", ".fZ: [[3.0, 6.0]]");
    }

    @Test
    void readsMembersOfAnObjectThatIsNotSplit() {
        ClassInfo event = new ClassInfo(
                "Event",
                1,
                0,
                List.of(
                        Branches.member("n", Streamed.INT, "int"),
                        new Element("w", "[n]", Streamed.COUNTED + Streamed.FLOAT, List.of(), "float*", "n", 0),
                        new Element("a", "", Streamed.ARRAY + Streamed.SHORT, List.of(2), "short", "", 0),
                        Branches.member("s", Streamed.STL_STRING, "string"),
                        Branches.member("p", Streamed.OBJECT, "TVector3")));
        Bytes values = new Bytes()
                .i32(2)
                .i8(1)
                .f32(0.5f)
                .f32(1.5f)
                .i16(8)
                .i16(9)
                .headed(1, new Bytes().text("hi"))
                .headed(3, new Bytes().tObject().f64(1).f64(2).f64(3));
        Basket basket = new Bytes().entry().headed(1, values).basket();

        assertThat(read("Event", basket, event, Branches.VECTOR3))
                .containsExactly(
                        ".n: [2]",
                        ".w: [[0.5, 1.5]]",
                        ".a: [[8, 9]]",
                        ".s: [hi]",
                        ".p.fX: [1.0]",
                        ".p.fY: [2.0]",
                        ".p.fZ: [3.0]");
    }

    @Test
    void readsMembersOfTheObjectsOfASplitCollection() {
        ClassInfo track = new ClassInfo(
                "Track",
                1,
                0,
                List.of(
                        Branches.member("fBits", Streamed.BITS, "unsigned int"),
                        Branches.member("hits", Streamed.STL, "vector<int>")));
        Basket bits = new Bytes().entry().i32(0x10).i16(3).i32(0x20).entry().basket();
        Basket hits = new Bytes()
                .entry()
                .headed(9, new Bytes().i32(1).i32(4).i32(0))
                .entry()
                .headed(9, new Bytes())
                .basket();

        assertThat(Branches.read(Branches.memberOfCollection("Track", 0, Streamed.BITS), List.of(track), bits))
                .containsExactly(": [[16, 32], []]");
        assertThat(Branches.read(Branches.memberOfCollection("Track", 1, Streamed.STL), List.of(track), hits))
                .containsExactly(": [[[4], []], []]");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Basket none = new Bytes().entry().basket();

        assertThatThrownBy(() -> read("vector<TH1D*>", none)).hasMessageContaining("it holds pointers");
        assertThatThrownBy(() -> read("Hidden", none)).hasMessageContaining("does not describe its class Hidden");
        assertThatThrownBy(() -> read("tuple<int,float>", none)).hasMessageContaining("tuple<int,float>");
    }

    @Test
    void tellsObjectsThatSayWrongSizes() {
        Basket count = new Bytes()
                .entry()
                .headed(9, new Bytes().i32(1_000_000_000).f64(1))
                .basket();
        Basket more = new Bytes()
                .entry()
                .headed(3, new Bytes().tObject().f64(1).f64(2).f64(3).i8(0))
                .basket();

        assertThatThrownBy(() -> read("vector<TVector3>", count, Branches.VECTOR3))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("a list says that it has 1000000000 values");
        assertThatThrownBy(() -> read("TVector3", more, Branches.VECTOR3))
                .isInstanceOf(Damage.Found.class)
                .hasMessageContaining("1 bytes more than its class tells of");
    }
}
