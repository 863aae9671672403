package hep.winnow.root.tree;

import hep.winnow.root.file.Damage;
import hep.winnow.root.object.Instance;
import java.util.ArrayList;
import java.util.List;

/**
 * A leaf of a branch.
 *
 * @param object that it was read from
 * @param branchTitle title of the branch, {@code x[n][3]/F}: what is looked at where the leaf has none
 */
record Leaf(Instance object, String branchTitle) {
    /** Returns its name. */
    String name() {
        return object.text("fName");
    }

    /** Returns its title, which shows the sizes of an array: {@code x[n][3]}. */
    String title() {
        String title = object.text("fTitle");
        int slash = branchTitle.indexOf('/');
        boolean isAlone = slash >= 0 && branchTitle.indexOf(':') < 0;
        return title.isEmpty() && isAlone ? branchTitle.substring(0, slash) : title;
    }

    /** Tells whether another leaf tells how many values there are. */
    boolean isCounted() {
        return object.object("fLeafCount") != null || sizes().stream().anyMatch(size -> !size.matches("[0-9]+"));
    }

    /** Returns the name of the leaf that tells how many values there are; empty for none. */
    String count() {
        Instance count = object.object("fLeafCount");
        return count == null ? "" : count.text("fName");
    }

    /** Tells whether it is a text. */
    boolean isText() {
        return object.className().equals("TLeafC");
    }

    /** Tells whether it is an object. */
    boolean isObject() {
        return object.className().equals("TLeafObject");
    }

    /** Returns how its numbers are stored. */
    Numbers numbers() {
        boolean isUnsigned = object.integer("fIsUnsigned") != 0;
        return switch (object.className()) {
            case "TLeafO" -> Numbers.of(Kind.BOOL);
            case "TLeafB" -> Numbers.of(isUnsigned ? Kind.U8 : Kind.I8);
            case "TLeafS" -> Numbers.of(isUnsigned ? Kind.U16 : Kind.I16);
            case "TLeafI" -> Numbers.of(isUnsigned ? Kind.U32 : Kind.I32);
            case "TLeafL", "TLeafG" -> Numbers.of(isUnsigned ? Kind.U64 : Kind.I64);
            case "TLeafF" -> Numbers.of(Kind.F32);
            case "TLeafD" -> Numbers.of(Kind.F64);
            case "TLeafF16" -> Numbers.packed(title(), false);
            case "TLeafD32" -> Numbers.packed(title(), true);
            default -> throw new Damage.Refused("leaves of class " + object.className() + " are not read");
        };
    }

    /** Returns the dimensions of the array of an entry, of a counted one those of its elements. */
    List<Integer> dimensions() {
        List<Integer> dimensions = new ArrayList<>();
        long product = 1;
        for (String size : sizes()) {
            if (size.matches("[0-9]{1,9}")) {
                dimensions.add(Integer.parseInt(size));
                product *= Integer.parseInt(size);
            }
        }
        long length = object.integer("fLen");
        if (product != length) {
            // The title does not tell, or tells another story: the length is what is stored, if there is one.
            return length > 1 ? List.of((int) length) : dimensions;
        }
        return dimensions;
    }

    private List<String> sizes() {
        List<String> sizes = new ArrayList<>();
        String text = title();
        int from = text.indexOf('[');
        while (from >= 0) {
            int to = text.indexOf(']', from);
            if (to < 0) {
                return sizes;
            }
            String size = text.substring(from + 1, to).strip();
            // What has a comma is the range of a packed number.
            if (!size.contains(",")) {
                sizes.add(size);
            }
            from = text.indexOf('[', to);
        }
        return sizes;
    }
}
