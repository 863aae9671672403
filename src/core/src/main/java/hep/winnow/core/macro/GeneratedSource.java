package hep.winnow.core.macro;

import hep.winnow.api.event.BlockReader;
import hep.winnow.api.event.ColumnInfo;
import hep.winnow.api.event.EventSource;
import hep.winnow.api.event.ReadContext;
import hep.winnow.api.random.RandomStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * The events that a model draws. The run reads them, once the model is trained.
 *
 * @param model generative
 * @param schema its inputs, in order
 * @param count how many events
 * @param random stream of the sample
 */
public record GeneratedSource(ModelDecl model, List<ColumnInfo> schema, long count, RandomStream random)
        implements EventSource {
    public GeneratedSource {
        schema = List.copyOf(schema);
    }

    @Override
    public OptionalLong events() {
        return OptionalLong.of(count);
    }

    @Override
    public BlockReader open(List<String> columns, ReadContext context) {
        throw new IllegalStateException("'" + model.name() + "' is not trained when its sample is declared");
    }
}
