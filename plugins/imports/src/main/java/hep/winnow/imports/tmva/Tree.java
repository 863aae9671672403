package hep.winnow.imports.tmva;

import hep.winnow.imports.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision tree of TMVA. Cuts, purities and responses are floats. */
final class Tree {
    /** What a leaf says. */
    enum Leaf {
        /** 1 for signal, -1 for background. */
        TYPE,
        PURITY,
        RESPONSE
    }

    /** A node: a leaf without children, or else a cut. */
    private static final class Node {
        private int variable = -1;
        private double[] fisher = new double[0];
        private double cut;
        private boolean takesEqual;
        private boolean isSignal;
        private int left;
        private int right;
        private double value;

        boolean isLeaf() {
            return left == 0;
        }

        /** An event at the cut goes to the right of a cut on a variable, but not of a cut on a Fisher discriminant. */
        boolean goesRight(double[] event) {
            boolean passes;
            if (fisher.length == 0) {
                passes = takesEqual ? event[variable] >= cut : event[variable] > cut;
            } else {
                double sum = fisher[fisher.length - 1];
                for (int i = 0; i < fisher.length - 1; i++) {
                    sum += fisher[i] * event[i];
                }
                passes = sum > cut;
            }
            return passes == isSignal;
        }
    }

    private final Node[] nodes;

    private Tree(List<Node> nodes) {
        this.nodes = nodes.toArray(new Node[0]);
    }

    /** Reads {@code <BinaryTree>} of a number of variables. */
    static Tree of(XmlElement tree, int variables, Leaf leaf, Precision precision) {
        List<XmlElement> roots = tree.children();
        if (roots.size() != 1 || !roots.get(0).name().equals("Node")) {
            throw tree.error("it has no single root <Node>", "the file is damaged");
        }
        List<Node> nodes = new ArrayList<>();
        new Reader(variables, leaf, precision, nodes).read(roots.get(0));
        return new Tree(nodes);
    }

    /** Reads the nodes of a tree. */
    private record Reader(int variables, Leaf leaf, Precision precision, List<Node> nodes) {
        /** Reads a node and all below; how deep they nest is bounded by the parser of XML. */
        int read(XmlElement element) {
            Node node = new Node();
            int index = nodes.size();
            nodes.add(node);
            int type = element.integer("nType", -1000, 1000);
            node.value = precision.inTree(value(element, type));
            if (type != 0) {
                return index;
            }
            readCut(element, node);
            node.left = read(child(element, "l"));
            node.right = read(child(element, "r"));
            return index;
        }

        private static XmlElement child(XmlElement element, String position) {
            Optional<XmlElement> found = element.children().stream()
                    .filter(c -> c.name().equals("Node") && c.attribute("pos").equals(position))
                    .findFirst();
            if (found.isEmpty() || element.children().size() != 2) {
                throw element.error(
                        "an inner node needs two others in it, at l and at r, found "
                                + element.children().size(),
                        "the file is damaged");
            }
            return found.get();
        }

        private double value(XmlElement element, int type) {
            return switch (leaf) {
                case TYPE -> type;
                case PURITY -> purity(element);
                case RESPONSE -> element.single("res");
            };
        }

        private static float purity(XmlElement element) {
            if (element.has("purity")) {
                return element.single("purity");
            }
            float signal = element.single("nS");
            float purity = signal / (signal + element.single("nB"));
            if (!Float.isFinite(purity)) {
                throw element.error("it has no events", "the file is damaged");
            }
            return purity;
        }

        private void readCut(XmlElement element, Node node) {
            int coefficients = element.has("NCoef") ? element.integer("NCoef", 0, variables + 1) : 0;
            if (coefficients != 0 && coefficients != variables + 1) {
                throw element.error(
                        "a Fisher cut has " + coefficients + " coefficients, expected " + (variables + 1),
                        "the file is damaged");
            }
            node.fisher = new double[coefficients];
            for (int i = 0; i < coefficients; i++) {
                node.fisher[i] = precision == Precision.READER
                        ? element.real("fC" + i)
                        : precision.inTree(element.real("fC" + i));
            }
            if (coefficients == 0) {
                node.variable = element.integer("IVar", 0, variables - 1);
            }
            node.cut = precision.inTree(element.single("Cut"));
            node.takesEqual = precision == Precision.READER;
            node.isSignal = element.integer("cType", 0, 1) == 1;
        }
    }

    /** Returns what the leaf says that an event comes to. */
    double value(double[] event) {
        Node node = nodes[0];
        while (!node.isLeaf()) {
            node = nodes[node.goesRight(event) ? node.right : node.left];
        }
        return node.value;
    }

    int size() {
        return nodes.length;
    }
}
