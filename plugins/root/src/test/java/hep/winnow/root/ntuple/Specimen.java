package hep.winnow.root.ntuple;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/** A small ntuple with fields of all structures, in five clusters of two groups, with columns that were added in between. */
final class Specimen {
    private static final Encoding INDEX = Encoding.SPLIT_INDEX64;

    private Specimen() {}

    static NTupleWriter make(Packer packer) {
        NTupleWriter w = new NTupleWriter("Events").packed(packer);
        int run = w.leaf(-1, "run", "std::uint64_t", Encoding.SPLIT_UINT64);
        int ok = w.leaf(-1, "ok", "bool", Encoding.BIT);
        int met = w.column(
                w.field(-1, Field.LEAF, "met", "float"), NTupleWriter.number(Encoding.REAL32_TRUNC), 16, 0, 0, 0, 0);
        int phi = w.column(
                w.field(-1, Field.LEAF, "phi", "float"), NTupleWriter.number(Encoding.REAL32_QUANT), 9, 0, 0, -4, 4);
        int tag = w.field(-1, Field.LEAF, "tag", "std::string");
        int tagEnds = w.column(tag, INDEX);
        int tagChars = w.column(tag, Encoding.CHAR);
        int jets = w.field(-1, Field.COLLECTION, "jets", "std::vector<Jet>");
        int jetEnds = w.column(jets, INDEX);
        int jet = w.field(jets, Field.RECORD, "_0", "Jet");
        int pt = w.leaf(jet, "pt", "float", Encoding.SPLIT_REAL32);
        int hits = w.field(jet, Field.COLLECTION, "hits", "std::vector<std::int16_t>");
        int hitEnds = w.column(hits, Encoding.INDEX32);
        int hit = w.leaf(hits, "_0", "std::int16_t", Encoding.SPLIT_INT16);
        int pair = w.leaf(w.array(-1, "pair", "std::array<double,2>", 2), "_0", "double", Encoding.REAL64);
        int option = w.field(-1, Field.COLLECTION, "best", "std::optional<std::int32_t>");
        int optionEnds = w.column(option, INDEX);
        int best = w.leaf(option, "_0", "std::int32_t", Encoding.SPLIT_INT32);
        int variant = w.field(-1, Field.VARIANT, "v", "std::variant<std::int32_t,float>");
        int tags = w.column(variant, Encoding.SWITCH);
        int whole = w.leaf(variant, "_0", "std::int32_t", Encoding.INT32);
        int real = w.leaf(variant, "_1", "float", Encoding.REAL16);
        int view = w.field(-1, Field.COLLECTION, "jet_pt", "ROOT::VecOps::RVec<float>");
        w.alias(jetEnds, view);
        w.alias(pt, w.field(view, Field.LEAF, "_0", "float"));
        w.alias(jetEnds, w.field(-1, Field.LEAF, "njet", "ROOT::RNTupleCardinality<std::uint32_t>"));
        int late = -1;
        for (int c = 0; c < 5; c++) {
            if (c == 2) {
                w.extend();
                int field = w.field(-1, Field.LEAF, "late", "std::int32_t");
                late = w.column(field, NTupleWriter.number(Encoding.SPLIT_INT32), 32, 0, 16, 0, 0);
                w.group();
            }
            NTupleWriter.Cluster cluster = w.cluster(8)
                    .page(run, 5, Encode.wholes(Encoding.SPLIT_UINT64, 1, 1, 1, 2, 2))
                    .page(run, 3, Encode.wholes(Encoding.SPLIT_UINT64, 3, 4, 1L << 40))
                    .page(ok, 8, Encode.bits(1, 1, 0, 0, 1, 1, 1, 0, 1))
                    .page(met, 8, Encode.reals(Encoding.REAL32_TRUNC, 16, 1, 2, 3, 4, 5, 6, 7, 8))
                    .page(phi, 8, Encode.reals(Encoding.REAL32_QUANT, 9, 0, 1, 2, 511, 510, 255, 256, 7))
                    .page(tagEnds, 8, Encode.wholes(INDEX, 1, 3, 3, 4, 6, 6, 6, 8))
                    .page(tagChars, 8, "muonelec".getBytes(StandardCharsets.US_ASCII))
                    .page(jetEnds, 4, Encode.wholes(INDEX, 2, 2, 3, 6))
                    .page(jetEnds, 4, Encode.wholes(INDEX, 6, 6, 7, 8))
                    .page(pt, 8, Encode.reals(Encoding.SPLIT_REAL32, 32, 90, 30, 45, 80, 40, 20, 33, 25))
                    .page(hitEnds, 8, Encode.wholes(Encoding.INDEX32, 1, 1, 2, 5, 5, 6, 6, 7))
                    .page(hit, 7, Encode.wholes(Encoding.SPLIT_INT16, 5, -6, 7, -8, 9, 32767, -32768))
                    .page(
                            pair,
                            16,
                            Encode.wholes(
                                    Encoding.INT64, LongStream.range(0, 16).toArray()))
                    .page(optionEnds, 8, Encode.wholes(INDEX, 1, 1, 2, 2, 2, 3, 3, 4))
                    .page(best, 4, Encode.wholes(Encoding.SPLIT_INT32, 4, -5, 6, 7))
                    .page(tags, 8, Encode.switches(new long[] {0, 0, 1, 0, 1, 2, 3, 2}, new int[] {
                        1, 2, 1, 0, 2, 1, 1, 2
                    }))
                    .page(whole, 4, Encode.wholes(Encoding.INT32, 1, 2, 3, 4))
                    .page(real, 3, Encode.reals(Encoding.REAL16, 16, 0.5, 1.5, -2));
            if (c >= 2) {
                cluster.page(late, 8, Encode.wholes(Encoding.SPLIT_INT32, 1, 2, 3, 4, 5, 6, 7, 8));
            }
        }
        return w;
    }
}
