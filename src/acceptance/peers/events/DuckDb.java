import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Reads all columns of a table into DuckDB's memory again and again, and prints the seconds of each time, by the clock and of the process: FILE THREADS ROUNDS TYPE
 *
 * <p>It is told what it would have to find out otherwise (separator, header, types, that there are no quotes), and need not keep the order of the rows, which is how it is fastest.
 */
public final class DuckDb {
    public static void main(String[] arguments) throws IOException, SQLException {
        Path file = Path.of(arguments[0]);
        String read = "CREATE OR REPLACE TABLE events AS SELECT * FROM read_csv('" + file
                + "', auto_detect = false, header = true, delim = ',', quote = '', escape = '', columns = {"
                + columns(file, arguments[3]) + "})";
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = memory.createStatement()) {
            sql.execute("SET threads = " + Integer.parseInt(arguments[1]));
            sql.execute("SET preserve_insertion_order = false");
            for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
                long clock = System.nanoTime();
                long work = system.getProcessCpuTime();
                sql.execute(read);
                double clockSeconds = (System.nanoTime() - clock) / 1e9;
                System.out.println(
                        clockSeconds + " " + (system.getProcessCpuTime() - work) / 1e9 + " " + rows(sql));
            }
        }
    }

    private static String columns(Path file, String type) throws IOException {
        try (var lines = Files.lines(file)) {
            return Arrays.stream(lines.findFirst().orElseThrow().split(","))
                    .map(name -> "'" + name + "': '" + type + "'")
                    .collect(Collectors.joining(", "));
        }
    }

    private static long rows(Statement sql) throws SQLException {
        try (ResultSet count = sql.executeQuery("SELECT count(*) FROM events")) {
            count.next();
            return count.getLong(1);
        }
    }
}
