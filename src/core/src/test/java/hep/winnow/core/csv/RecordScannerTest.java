package hep.winnow.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import hep.winnow.api.random.RandomStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordScannerTest {
    /** Parts text the way the scanner does, character by character; for text without problems. */
    private static List<List<String>> naive(String text, char separator) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        int p = 0;
        while (p < text.length()) {
            StringBuilder field = new StringBuilder();
            if (text.charAt(p) == '"') {
                p++;
                while (text.charAt(p) != '"' || text.charAt(p + 1) == '"') {
                    p += text.charAt(p) == '"' ? 1 : 0;
                    field.append(text.charAt(p++));
                }
                p++;
            } else {
                while (text.charAt(p) != separator && text.charAt(p) != '\n') {
                    field.append(text.charAt(p++));
                }
            }
            record.add(field.toString());
            if (text.charAt(p++) == '\n') {
                records.add(record);
                record = new ArrayList<>();
            }
        }
        return records;
    }

    private static List<List<String>> scan(String text, char separator) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RecordScanner scanner = new RecordScanner(new Dialect((byte) separator, Dialect.NO_BYTE), 20);
        scanner.reset(Arrays.copyOf(bytes, bytes.length + RecordScanner.PADDING), 0, bytes.length);
        List<List<String>> records = new ArrayList<>();
        while (scanner.next() == RecordScanner.Outcome.RECORD) {
            List<String> record = new ArrayList<>();
            for (int i = 0; i < scanner.count(); i++) {
                record.add(Cells.text(bytes, scanner.start(i), scanner.end(i), scanner.hasDoubledQuotes(i)));
            }
            records.add(record);
        }
        return records;
    }

    @Test
    void partsRandomTextAsTheNaiveScannerDoes() {
        RandomStream random = new RandomStream(3);
        String[] pieces = {
            "a", "12.5", "é\u0080", "\"x\"", "\"\"", "\"a,\n\"\"b\"", "", "5\"", "longer than eight", ";", "ʤ,"
        };
        for (int n = 0; n < 3000; n++) {
            StringBuilder text = new StringBuilder();
            int fields = 1 + random.nextInt(12);
            boolean isFirst = true;
            for (int i = 0; i < fields; i++) {
                String piece = pieces[random.nextInt(pieces.length)];
                text.append(isFirst && piece.isEmpty() ? "-" : piece);
                isFirst = random.nextInt(4) == 0 || i == fields - 1;
                text.append(isFirst ? '\n' : ',');
            }
            assertThat(scan(text.toString(), ',')).as("%s", text).isEqualTo(naive(text.toString(), ','));
        }
    }
}
