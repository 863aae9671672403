package hep.winnow.root.tree;

import hep.winnow.root.object.Streamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type as C++ spells it.
 *
 * @param name without {@code std::} and arguments: {@code vector}, {@code TVector3}
 * @param arguments of a template
 * @param isPointer whether it ends with a star
 */
record CppType(String name, List<CppType> arguments, boolean isPointer) {
    private static final Map<String, Integer> SIMPLE = Map.ofEntries(
            Map.entry("bool", Streamed.BOOL),
            Map.entry("Bool_t", Streamed.BOOL),
            Map.entry("char", Streamed.CHAR),
            Map.entry("signed char", Streamed.CHAR),
            Map.entry("Char_t", Streamed.CHAR),
            Map.entry("int8_t", Streamed.CHAR),
            Map.entry("unsigned char", Streamed.UCHAR),
            Map.entry("UChar_t", Streamed.UCHAR),
            Map.entry("uint8_t", Streamed.UCHAR),
            Map.entry("short", Streamed.SHORT),
            Map.entry("Short_t", Streamed.SHORT),
            Map.entry("int16_t", Streamed.SHORT),
            Map.entry("unsigned short", Streamed.USHORT),
            Map.entry("UShort_t", Streamed.USHORT),
            Map.entry("uint16_t", Streamed.USHORT),
            Map.entry("int", Streamed.INT),
            Map.entry("Int_t", Streamed.INT),
            Map.entry("int32_t", Streamed.INT),
            Map.entry("unsigned int", Streamed.UINT),
            Map.entry("unsigned", Streamed.UINT),
            Map.entry("UInt_t", Streamed.UINT),
            Map.entry("uint32_t", Streamed.UINT),
            Map.entry("long", Streamed.LONG),
            Map.entry("Long_t", Streamed.LONG),
            Map.entry("unsigned long", Streamed.ULONG),
            Map.entry("ULong_t", Streamed.ULONG),
            Map.entry("long long", Streamed.LONG64),
            Map.entry("Long64_t", Streamed.LONG64),
            Map.entry("int64_t", Streamed.LONG64),
            Map.entry("unsigned long long", Streamed.ULONG64),
            Map.entry("ULong64_t", Streamed.ULONG64),
            Map.entry("uint64_t", Streamed.ULONG64),
            Map.entry("size_t", Streamed.ULONG64),
            Map.entry("float", Streamed.FLOAT),
            Map.entry("Float_t", Streamed.FLOAT),
            Map.entry("double", Streamed.DOUBLE),
            Map.entry("Double_t", Streamed.DOUBLE),
            Map.entry("Double32_t", Streamed.DOUBLE32),
            Map.entry("Float16_t", Streamed.FLOAT16));

    CppType {
        arguments = List.copyOf(arguments);
    }

    /** Parses a name such as {@code vector<pair<int,TVector3> >*}. */
    static CppType parse(String text) {
        String type = text.strip();
        boolean isPointer = false;
        while (type.endsWith("*") || type.endsWith("&")) {
            isPointer = true;
            type = type.substring(0, type.length() - 1).strip();
        }
        if (type.startsWith("const ")) {
            type = type.substring(6).strip();
        }
        int open = type.indexOf('<');
        if (open < 0 || !type.endsWith(">")) {
            return new CppType(plain(type), List.of(), isPointer);
        }
        List<CppType> arguments = new ArrayList<>();
        for (String argument : split(type.substring(open + 1, type.length() - 1))) {
            arguments.add(parse(argument));
        }
        return new CppType(plain(type.substring(0, open)), arguments, isPointer);
    }

    private static String plain(String name) {
        String bare = name.strip();
        for (String prefix : List.of("std::", "ROOT::VecOps::", "ROOT::")) {
            if (bare.startsWith(prefix) && bare.indexOf("::", prefix.length()) < 0) {
                bare = bare.substring(prefix.length());
            }
        }
        return bare;
    }

    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char c = arguments.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(arguments.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(arguments.substring(from));
        return parts;
    }

    /** Returns how a number of this type is streamed; empty if it is no number. */
    Optional<Integer> simple() {
        return arguments.isEmpty() && !isPointer ? Optional.ofNullable(SIMPLE.get(name)) : Optional.empty();
    }

    /** Tells whether it is a list of values of one type. */
    boolean isSequence() {
        return switch (name) {
            case "vector",
                    "RVec",
                    "list",
                    "forward_list",
                    "deque",
                    "set",
                    "multiset",
                    "unordered_set",
                    "unordered_multiset" -> !arguments.isEmpty();
            default -> false;
        };
    }

    /** Tells whether it is a list of pairs. */
    boolean isMap() {
        return switch (name) {
            case "map", "multimap", "unordered_map", "unordered_multimap" -> arguments.size() >= 2;
            default -> false;
        };
    }

    /** Returns the type as C++ spells it. */
    String spelled() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name).append('<');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ",").append(arguments.get(i).spelled());
        }
        return text.append(text.charAt(text.length() - 1) == '>' ? " >" : ">").toString();
    }
}
